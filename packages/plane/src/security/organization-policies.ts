import type { CompiledPolicy, DecisionFacts } from "@castellan/policy";
import {
  accounts,
  organizationalUnits,
  organizationPolicies,
  organizations,
  policyAttachments,
  theOrganization,
} from "../records/organizations.ts";
import type { PolicyLibrary, Reader } from "./policy-library.ts";

/** The policy AWS attaches to every root, unit and account when service control policies are switched on. */
export const fullAccessPolicy = {
  id: "p-FullAWSAccess",
  arn: "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
  name: "FullAWSAccess",
  description: "Allows access to every operation",
  content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
} as const;

interface OrganizationStanding {
  /** Root first, account last; absent when no SCP binds the account. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  readonly facts: DecisionFacts;
}

/** The service control policies in force for an account, level by level, and what the kernel must know of its organization. */
export function serviceControlPoliciesOf(
  reader: Reader,
  library: PolicyLibrary,
  accountId: string,
): OrganizationStanding {
  const organization = reader.get(organizations, theOrganization);
  const path = organization && pathOf(reader, accountId);
  if (!organization || !path) return { facts: {} };
  const facts: DecisionFacts = {
    principalOrgId: organization.id,
    principalOrgPaths: [`${organization.id}/${path.slice(0, -1).join("/")}/`],
    managementAccount: organization.managementAccountId === accountId,
  };
  const enabled = organization.policyTypes.some(
    ({ type, status }) => type === "SERVICE_CONTROL_POLICY" && status === "ENABLED",
  );
  if (!enabled || facts.managementAccount) return { facts };
  return { scps: path.map((id) => level(reader, library, id)), facts };
}

/** Ids from the root to the account, or undefined for an account outside the organization. */
export function pathOf(reader: Reader, accountId: string): string[] | undefined {
  const path = [accountId];
  let parent = reader.get(accounts, accountId)?.parentId;
  if (parent === undefined) return undefined;
  while (parent !== undefined) {
    path.unshift(parent);
    parent = reader.get(organizationalUnits, parent)?.parentId;
  }
  return path;
}

function level(reader: Reader, library: PolicyLibrary, targetId: string): CompiledPolicy[] {
  return reader
    .list(policyAttachments, "target", targetId)
    .map(({ policyId }) => {
      if (policyId === fullAccessPolicy.id)
        return library.compile("scp", fullAccessPolicy.arn, fullAccessPolicy.content);
      const policy = reader.get(organizationPolicies, policyId);
      return policy?.type === "SERVICE_CONTROL_POLICY"
        ? library.compile("scp", policy.name, policy.content)
        : undefined;
    })
    .filter((policy) => policy !== undefined);
}
