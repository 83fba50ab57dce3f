import type { ServiceModule } from "../frame/operation.ts";
import { alternateIdentifierOperations } from "./alternate-identifiers.ts";
import { groupOperations } from "./groups.ts";
import { membershipOperations } from "./memberships.ts";
import { userOperations } from "./users.ts";

/** AWS Identity Store, 2020-06-15: the people and groups of IAM Identity Center. */
export const identityStore: ServiceModule = {
  id: "identitystore",
  prefix: "identitystore",
  operations: [...userOperations, ...groupOperations, ...membershipOperations, ...alternateIdentifierOperations],
};
