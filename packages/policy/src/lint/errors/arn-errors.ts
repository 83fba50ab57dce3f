import type { Text } from "../../document/policy-node.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { problemOf, type ArnProblem } from "./arn-problems.ts";
import { errorCheck, withFix } from "./error-check.ts";
import { resourcePatterns } from "./read-arn.ts";

/** Errors in the ARNs of `Resource` and `NotResource`. */
export const arnErrors: readonly LintCheck[] = [
  arnCheck("INVALID_ARN_PREFIX", "Invalid ARN prefix"),
  arnCheck("MISSING_ARN_FIELD", "Missing ARN field"),
  arnCheck("INVALID_PARTITION", "Invalid partition"),
  arnCheck("INVALID_ARN_SERVICE_CASE", "Invalid ARN service case"),
  arnCheck("INVALID_ARN_RESOURCE", "Invalid ARN resource"),
  arnCheck("ARN_REGION_NOT_ALLOWED", "ARN Region not allowed"),
  arnCheck("MISSING_ARN_REGION", "Missing ARN Region"),
  arnCheck("INVALID_ARN_REGION", "Invalid ARN Region"),
  arnCheck("ARN_ACCOUNT_NOT_ALLOWED", "ARN account not allowed"),
  arnCheck("MISSING_ARN_ACCOUNT", "Missing ARN account"),
  arnCheck("INVALID_ARN_ACCOUNT", "Invalid ARN account"),
];

/** The places where an ARN names a service that is none. */
export function findArnServices(subject: LintSubject): readonly FoundAt[] {
  return findCode(subject, "INVALID_SERVICE");
}

function arnCheck(code: string, title: string): LintCheck {
  return errorCheck(code, title, (subject) => findCode(subject, code));
}

const known = new WeakMap<LintSubject, readonly (readonly [pattern: Text, problem: ArnProblem])[]>();

/** The resources with problems, worked out once for all checks. */
function problemsOf(subject: LintSubject): readonly (readonly [pattern: Text, problem: ArnProblem])[] {
  const found =
    known.get(subject) ??
    resourcePatterns(subject).flatMap((pattern) => {
      const problem = problemOf(subject, pattern);
      return problem ? [[pattern, problem] as const] : [];
    });
  known.set(subject, found);
  return found;
}

function findCode(subject: LintSubject, code: string): readonly FoundAt[] {
  return problemsOf(subject).flatMap(([pattern, problem]) => {
    if (problem.code !== code) return [];
    const { details, help, meant } = problem;
    const found = { at: [pattern], details, ...(help !== undefined && { help }) };
    return [withFix(found, meant === undefined ? undefined : rewrite(subject.policy.source, pattern, meant))];
  });
}
