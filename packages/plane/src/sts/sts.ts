import type { ServiceModule } from "../frame/operation.ts";
import { assumeRoleOperations } from "./assume-role.ts";
import { callerIdentityOperations } from "./caller-identity.ts";

/** AWS Security Token Service, 2011-06-15. */
export const sts: ServiceModule = {
  id: "sts",
  prefix: "sts",
  operations: [...callerIdentityOperations, ...assumeRoleOperations],
};
