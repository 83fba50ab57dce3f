import type { ServiceModule } from "../frame/operation.ts";
import { accountInformationOperations } from "./account-information.ts";
import { alternateContactOperations } from "./alternate-contacts.ts";
import { regionOperations } from "./regions.ts";

/** AWS Account Management, 2021-02-01. */
export const account: ServiceModule = {
  id: "account",
  prefix: "account",
  operations: [...accountInformationOperations, ...alternateContactOperations, ...regionOperations],
};
