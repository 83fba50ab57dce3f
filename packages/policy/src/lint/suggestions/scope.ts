import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, checkStatements } from "../warnings/check-each.ts";

/** Keys about the resource itself, which in its own policy are always the same [IAM User Guide, condition keys, 2026]. */
const ownKeys: ReadonlySet<string> = new Set([
  "s3:resourceaccount",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
]);

/** Names of services and keys that reach further, or less far, than they seem to. */
export const scope: readonly LintCheck[] = [
  checkStatements(
    { code: "WILDCARD_IN_SERVICE_NAME", type: "SUGGESTION", title: "Wildcard in service name" },
    ({ action, resource }) =>
      [
        ...action.patterns.filter(({ value }) => wildService(value.split(":")[0], value)),
        ...(resource?.patterns ?? []).filter(({ value }) => wildService(splitArnPattern(value)[2], value)),
      ].map((entry) => ({
        at: [entry],
        details: `the service in \`${entry.value}\` has a wildcard, which also covers services to come`,
        help: "write one entry for each service",
      })),
  ),
  checkConditions(
    { code: "IRRELEVANT_CONDITION_KEY_IN_POLICY", type: "SUGGESTION", title: "Irrelevant condition key in policy" },
    ({ condition, key, subject }) =>
      subject.kind === "resource" && ownKeys.has(key)
        ? {
            at: [condition.key],
            details: `\`${condition.key.value}\` says whose the resource is, which its own policy knows`,
            help: "use the key in identity policies",
          }
        : undefined,
  ),
];

/** A service name with a wildcard; `*` alone says that every service is meant. */
function wildService(service: string | undefined, entry: string): boolean {
  return entry !== "*" && service !== undefined && service !== "*" && /[*?]/.test(service);
}
