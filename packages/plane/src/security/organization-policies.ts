import type { CompiledPolicy, DecisionFacts, PolicyKind } from "@castellan/policy";
import {
  accounts,
  type Organization,
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

/** Policies of an organization, root first, account last. */
type Levels = readonly (readonly CompiledPolicy[])[];

interface OrganizationStanding {
  /** Absent when no SCP binds the account. */
  readonly scps?: Levels;
  readonly facts: DecisionFacts;
}

/** What the organization says about the account that owns a resource. */
export interface ResourceStanding {
  /** Absent when no RCP binds the account. */
  readonly rcps?: Levels;
  readonly facts: DecisionFacts;
}

/** The service control policies in force for an account, level by level, and what the kernel must know of its organization. */
export function serviceControlPoliciesOf(
  reader: Reader,
  library: PolicyLibrary,
  accountId: string,
): OrganizationStanding {
  const place = placeOf(reader, accountId);
  if (!place) return { facts: {} };
  const { id, orgPath, isManagement } = place;
  const facts = { principalOrgId: id, principalOrgPaths: [orgPath], managementAccount: isManagement };
  const scps = isManagement ? undefined : levels(reader, library, place, "SERVICE_CONTROL_POLICY", "scp");
  return { ...(scps && { scps }), facts };
}

/** The resource control policies in force for an account's resources, and what the kernel must know of its organization. */
export function resourceControlPoliciesOf(reader: Reader, library: PolicyLibrary, accountId: string): ResourceStanding {
  const place = placeOf(reader, accountId);
  if (!place) return { facts: {} };
  const { id, orgPath, isManagement } = place;
  const facts = { resourceOrgId: id, resourceOrgPaths: [orgPath], resourceManagementAccount: isManagement };
  const rcps = isManagement ? undefined : levels(reader, library, place, "RESOURCE_CONTROL_POLICY", "rcp");
  return { ...(rcps && { rcps }), facts };
}

/** Where an account is in the organization. */
interface Place extends Organization {
  readonly path: readonly string[];
  readonly orgPath: string;
  readonly isManagement: boolean;
}

function placeOf(reader: Reader, accountId: string): Place | undefined {
  const organization = reader.get(organizations, theOrganization);
  const path = organization && pathOf(reader, accountId);
  if (!organization || !path) return undefined;
  const orgPath = `${organization.id}/${path.slice(0, -1).join("/")}/`;
  return { ...organization, path, orgPath, isManagement: organization.managementAccountId === accountId };
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

function levels(
  reader: Reader,
  library: PolicyLibrary,
  { policyTypes, path }: Place,
  type: string,
  kind: PolicyKind,
): Levels | undefined {
  const enabled = policyTypes.some((known) => known.type === type && known.status === "ENABLED");
  return enabled ? path.map((id) => level(reader, library, id, type, kind)) : undefined;
}

function level(reader: Reader, library: PolicyLibrary, targetId: string, type: string, kind: PolicyKind) {
  return reader
    .list(policyAttachments, "target", targetId)
    .map(({ policyId }) => {
      if (kind === "scp" && policyId === fullAccessPolicy.id)
        return library.compile(kind, fullAccessPolicy.arn, fullAccessPolicy.content);
      const policy = reader.get(organizationPolicies, policyId);
      return policy?.type === type ? library.compile(kind, policy.name, policy.content) : undefined;
    })
    .filter((policy) => policy !== undefined);
}
