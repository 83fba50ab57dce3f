import type { LintCheck } from "../lint-check.ts";
import { confirmAudience } from "../security/federated-trust.ts";
import { recommendedServiceKey } from "../security/service-principals.ts";
import { unsupportedTagKeys } from "../security/unsupported-tag-keys.ts";
import { idleValues } from "./condition-values.ts";
import { emptyElements } from "./empty-elements.ts";
import { ipRanges } from "./ip-ranges.ts";
import { matchAllConditions } from "./match-all-conditions.ts";
import { redundantEntries, redundantStatements } from "./redundancy.ts";
import { scope } from "./scope.ts";
import { redundantTrust } from "./trust-principals.ts";

/** The suggestions. */
export const suggestions: readonly LintCheck[] = [
  ...emptyElements,
  ...matchAllConditions,
  ...ipRanges,
  ...idleValues,
  ...redundantEntries,
  redundantStatements,
  redundantTrust,
  ...scope,
  ...unsupportedTagKeys("Allow", "SUGGESTION"),
  recommendedServiceKey,
  confirmAudience,
];
