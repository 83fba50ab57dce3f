import { kindRules } from "../../document/kind-rules.ts";
import { groupBy } from "../../group-by.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions } from "./check-each.ts";
import { replace } from "./edits.ts";

/** Names of versions, statements and keys that should be there, differ, or be newer. */
export const identifiers: readonly LintCheck[] = [
  {
    code: "MISSING_VERSION",
    type: "WARNING",
    title: "Missing version",
    find: (subject) => {
      const { document, policy } = subject;
      if (document.members.some(({ name }) => name.value === "Version")) return [];
      // With the newer version `${…}` becomes a variable: where there is one, only the author knows what is meant.
      const safe = !policy.source.text.includes("${") && document.members.length > 0;
      const start = document.start + 1;
      return [
        {
          at: [document],
          details: "without `Version` the policy is read by the rules of 2008, without variables",
          help: 'write `"Version": "2012-10-17"`',
          ...(safe && { fix: [replace(subject, { start, end: start }, '"Version": "2012-10-17", ')] }),
        },
      ];
    },
  },
  {
    code: "UNIQUE_SIDS_RECOMMENDED",
    type: "WARNING",
    title: "Unique Sids recommended",
    find: ({ statements, kind }) => {
      if (kindRules[kind].strictSids) return [];
      const named = statements.flatMap(({ sid }) => (sid === undefined || sid.value === "" ? [] : [sid]));
      return [...groupBy(named, ({ value }) => value).values()]
        .filter((sids) => sids.length > 1)
        .map((sids) => ({
          at: sids,
          details: `${sids.length} statements are called \`${sids[0]?.value ?? ""}\``,
          help: "give each its own `Sid`",
        }));
    },
  },
  checkConditions(
    { code: "DEPRECATED_GLOBAL_CONDITION_KEY", type: "WARNING", title: "Deprecated global condition key" },
    ({ condition, key, subject }) =>
      key === "aws:arn"
        ? {
            at: [condition.key],
            details: `\`${condition.key.value}\` is no longer supported`,
            help: "write `aws:PrincipalArn`",
            fix: [replace(subject, condition.key, '"aws:PrincipalArn"')],
          }
        : undefined,
  ),
];
