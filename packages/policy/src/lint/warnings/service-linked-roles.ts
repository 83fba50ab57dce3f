import { wideGrantChecks } from "../security/wide-grants.ts";

/** Grants of `iam:CreateServiceLinkedRole` on more than named roles. */
export const serviceLinkedRoles = wideGrantChecks({
  codePrefix: "CREATE_SLR",
  titlePrefix: "Create SLR",
  type: "WARNING",
  action: "iam:CreateServiceLinkedRole",
  danger: "every service can be given a role in the account",
  guards: ["iam:AWSServiceName"],
  everything: "arn:aws:iam::*:role/*",
});
