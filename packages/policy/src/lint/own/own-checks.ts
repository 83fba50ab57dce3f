import type { LintCheck } from "../lint-check.ts";
import { absentKeys } from "./absent-keys.ts";
import { contradictions } from "./contradictions.ts";
import { shadowedStatements } from "./shadowed-statements.ts";
import { unfitResources } from "./unfit-resources.ts";

/** The checks that AWS does not have. */
export const ownChecks: readonly LintCheck[] = [contradictions, shadowedStatements, ...unfitResources, absentKeys];
