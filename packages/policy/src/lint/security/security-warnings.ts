import type { LintCheck } from "../lint-check.ts";
import { weakConditionKeys } from "./condition-keys.ts";
import { federatedTrust } from "./federated-trust.ts";
import { passRole } from "./pass-role.ts";
import { restrictServicePrincipal } from "./service-principals.ts";
import { unsupportedTagKeys } from "./unsupported-tag-keys.ts";

/** The security warnings. */
export const securityWarnings: readonly LintCheck[] = [
  ...passRole,
  ...weakConditionKeys,
  ...unsupportedTagKeys("Deny", "SECURITY_WARNING"),
  restrictServicePrincipal,
  ...federatedTrust,
];
