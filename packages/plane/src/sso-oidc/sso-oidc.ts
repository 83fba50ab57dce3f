import type { ServiceModule } from "../frame/operation.ts";
import { clientOperations } from "./clients.ts";
import { deviceOperations } from "./device-authorization.ts";
import { tokenOperations } from "./tokens.ts";

/** IAM Identity Center's OIDC service: what `aws sso login` talks to. */
export const ssoOidc: ServiceModule = {
  id: "sso-oidc",
  prefix: "sso-oauth",
  operations: [...clientOperations, ...deviceOperations, ...tokenOperations],
};
