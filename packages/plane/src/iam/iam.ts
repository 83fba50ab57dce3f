import type { ServiceModule } from "../frame/operation.ts";
import { accessKeyOperations } from "./access-keys.ts";
import { accountAliasOperations } from "./account-alias.ts";
import { accountAuthorizationDetailsOperations } from "./account-authorization-details.ts";
import { accountSummaryOperations } from "./account-summary.ts";
import { attachedPolicyOperations } from "./attached-policies.ts";
import { groupMembershipOperations } from "./group-membership.ts";
import { groupOperations } from "./groups.ts";
import { inlinePolicyOperations } from "./inline-policies.ts";
import { instanceProfileOperations } from "./instance-profiles.ts";
import { loginProfileOperations } from "./login-profiles.ts";
import { passwordPolicyOperations } from "./password-policy.ts";
import { permissionsBoundaryOperations } from "./permissions-boundaries.ts";
import { policyOperations } from "./policies.ts";
import { policyEntityOperations } from "./policy-entities.ts";
import { policyVersionOperations } from "./policy-versions.ts";
import { roleOperations } from "./roles.ts";
import { serviceLinkedRoleOperations } from "./service-linked-roles.ts";
import { contextKeyOperations } from "./simulation/context-key-listing.ts";
import { simulationOperations } from "./simulation/simulate.ts";
import { tagOperations } from "./tags.ts";
import { userOperations } from "./users.ts";

/** AWS Identity and Access Management, 2010-05-08. */
export const iam: ServiceModule = {
  id: "iam",
  prefix: "iam",
  operations: [
    ...userOperations,
    ...groupOperations,
    ...groupMembershipOperations,
    ...roleOperations,
    ...serviceLinkedRoleOperations,
    ...policyOperations,
    ...policyVersionOperations,
    ...policyEntityOperations,
    ...attachedPolicyOperations,
    ...inlinePolicyOperations,
    ...permissionsBoundaryOperations,
    ...accessKeyOperations,
    ...loginProfileOperations,
    ...passwordPolicyOperations,
    ...accountAliasOperations,
    ...accountSummaryOperations,
    ...accountAuthorizationDetailsOperations,
    ...instanceProfileOperations,
    ...tagOperations,
    ...simulationOperations,
    ...contextKeyOperations,
  ],
};
