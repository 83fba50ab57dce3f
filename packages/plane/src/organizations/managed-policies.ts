import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Organization, OrganizationPolicy } from "../records/organizations.ts";
import { fullAccessPolicy } from "../security/organization-policies.ts";

/** A policy of AWS's own, attached to every root, unit and account as soon as its type is switched on. */
export interface ManagedPolicy extends Omit<OrganizationPolicy, "tags"> {
  readonly type: PolicyType;
  readonly arn: string;
  /** Whether customers may take it off a target [Organizations User Guide, orgs_manage_policies_rcps]. */
  readonly detachable: boolean;
}

/** AWS's own organization policies. */
export const managedPolicies: readonly ManagedPolicy[] = [
  { ...fullAccessPolicy, type: "SERVICE_CONTROL_POLICY", detachable: true },
  {
    id: "p-RCPFullAWSAccess",
    arn: "arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess",
    name: "RCPFullAWSAccess",
    description: "Allows access to every resource",
    type: "RESOURCE_CONTROL_POLICY",
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
    detachable: false,
  },
];

/** Whether policies of a type are in force in the organization. */
export const isEnabled = (organization: Organization, type: string): boolean =>
  organization.policyTypes.some((enabled) => enabled.type === type && enabled.status === "ENABLED");

/** The AWS policies that a new unit or account is born with. */
export const inbornPolicies = (organization: Organization): readonly ManagedPolicy[] =>
  managedPolicies.filter(({ type }) => isEnabled(organization, type));
