import { errors } from "./errors/errors.ts";
import type { LintCheck } from "./lint-check.ts";
import { ownChecks } from "./own/own-checks.ts";
import { securityWarnings } from "./security/security-warnings.ts";
import { suggestions } from "./suggestions/suggestions.ts";
import { warnings } from "./warnings/warnings.ts";

/** Everything the linter looks for: Access Analyzer's checks by severity, then ours. */
export const checks: readonly LintCheck[] = [...errors, ...securityWarnings, ...warnings, ...suggestions, ...ownChecks];
