import type { ServiceModule } from "../frame/operation.ts";
import { accountClosureOperations, finishClosure } from "./account-closure.ts";
import { accountCreationOperations, makeAccount } from "./account-creation.ts";
import { accountOperations } from "./accounts.ts";
import { childOperations } from "./children.ts";
import { delegatedAdministratorOperations } from "./delegated-administrators.ts";
import { organizationOperations } from "./organization.ts";
import { policyOperations } from "./policies.ts";
import { policyAttachmentOperations } from "./policy-attachments.ts";
import { finishSwitch, policyTypeOperations } from "./policy-types.ts";
import { serviceAccessOperations } from "./service-access.ts";
import { tagOperations } from "./tags.ts";
import { unitOperations } from "./units.ts";

/** AWS Organizations, 2016-11-28. */
export const organizations: ServiceModule = {
  id: "organizations",
  prefix: "organizations",
  operations: [
    ...organizationOperations,
    ...unitOperations,
    ...childOperations,
    ...accountOperations,
    ...accountCreationOperations,
    ...accountClosureOperations,
    ...policyOperations,
    ...policyTypeOperations,
    ...policyAttachmentOperations,
    ...tagOperations,
    ...serviceAccessOperations,
    ...delegatedAdministratorOperations,
  ],
  jobs: { makeAccount, finishClosure, finishSwitch },
};
