import { wideGrantChecks } from "./wide-grants.ts";

/** Grants of `iam:PassRole` on more than named roles. */
export const passRole = wideGrantChecks({
  codePrefix: "PASS_ROLE",
  titlePrefix: "Pass role",
  type: "SECURITY_WARNING",
  action: "iam:PassRole",
  danger: "any role, also an administrator's, can be handed to a service",
  guards: ["iam:PassedToService", "iam:AssociatedResourceArn"],
  everything: "arn:aws:iam::*:role/*",
});
