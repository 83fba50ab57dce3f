import type { ServiceModule } from "../frame/operation.ts";
import { accessControlAttributeOperations } from "./access-control-attributes.ts";
import { assignmentOperations } from "./assignments.ts";
import { customerManagedPolicyOperations } from "./customer-managed-policies.ts";
import { inlinePolicyOperations } from "./inline-policy.ts";
import { instanceOperations } from "./instances.ts";
import { managedPolicyOperations } from "./managed-policies.ts";
import { permissionSetOperations } from "./permission-sets.ts";
import { permissionsBoundaryOperations } from "./permissions-boundary.ts";
import { provisioningOperations } from "./provisioning.ts";
import { requestJobs } from "./request-jobs.ts";
import { requestStatusOperations } from "./request-status.ts";
import { tagOperations } from "./tags.ts";

/** AWS IAM Identity Center, administration (`sso-admin`), 2020-07-20. */
export const ssoAdmin: ServiceModule = {
  id: "sso-admin",
  prefix: "sso",
  operations: [
    ...instanceOperations,
    ...permissionSetOperations,
    ...managedPolicyOperations,
    ...customerManagedPolicyOperations,
    ...inlinePolicyOperations,
    ...permissionsBoundaryOperations,
    ...tagOperations,
    ...assignmentOperations,
    ...provisioningOperations,
    ...requestStatusOperations,
    ...accessControlAttributeOperations,
  ],
  jobs: requestJobs,
};
