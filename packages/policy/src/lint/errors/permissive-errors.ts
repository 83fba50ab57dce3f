import { conditionOperators } from "../../condition/operators.ts";
import type { Condition, Text } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { conditionsOf } from "./condition-nodes.ts";
import { errorCheck } from "./error-check.ts";

/**
 * Keys in which a wildcard has no use [IAM User Guide, reference_policies_condition-keys, "Sensitive condition keys",
 * 2026], in lower case.
 */
const sensitive: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid",
]);

/**
 * Keys in which six characters of their own must stand before each opening: paths of organizations, which begin with
 * its id, and GitHub's subject [observed in ValidatePolicy's answers, 2026], in lower case.
 */
const prefixed: ReadonlySet<string> = new Set([
  "aws:principalorgpaths",
  "aws:resourceorgpaths",
  "aws:sourceorgpaths",
  "aws:vpceorgpaths",
  "token.actions.githubusercontent.com:sub",
]);

/** Errors of a wildcard or a variable where it opens too much. */
export const permissiveErrors: readonly LintCheck[] = [
  permissiveCheck("WILDCARD_USAGE_TOO_PERMISSIVE", "Wildcard usage too permissive", {
    noun: "a wildcard",
    mark: /[*?]/,
    where: ({ name }) => conditionOperators[name].wildcards,
  }),
  permissiveCheck("VARIABLE_USAGE_TOO_PERMISSIVE", "Variable usage too permissive", {
    noun: "a variable",
    mark: /\$\{[^}]*\}/,
    where: ({ name }) => conditionOperators[name].variables,
  }),
];

/** What stands for any text: how to recognize it and under which operators it does. */
interface Opening {
  readonly noun: string;
  readonly mark: RegExp;
  where(condition: Condition): boolean;
}

function permissiveCheck(code: string, title: string, opening: Opening): LintCheck {
  return errorCheck(code, title, (subject) => find(subject, opening));
}

function find(subject: LintSubject, opening: Opening): readonly FoundAt[] {
  return conditionsOf(subject)
    .filter((condition) => opening.where(condition) && !conditionOperators[condition.name].negated)
    .flatMap(({ key, values }) => values.flatMap((value) => fault(key, value, opening)));
}

function fault(key: Text, value: Text, { noun, mark }: Opening): readonly FoundAt[] {
  const lower = key.value.toLowerCase();
  const pieces = withoutSafeVariables(value.value).split(mark);
  if (pieces.length === 1) return [];
  if (sensitive.has(lower))
    return [{ at: [value], details: `${noun} in \`${key.value}\` lets strangers in`, help: "write the value in full" }];
  if (prefixed.has(lower) && pieces.slice(0, -1).some((piece) => piece.length < 6)) {
    const help = "write at least 6 characters before it, as `o-a1b2c3d4e5/*`";
    return [{ at: [value], details: `${noun} in \`${key.value}\` fits strangers too`, help }];
  }
  if (lower !== "aws:userid" || isNarrow(value.value, mark)) return [];
  const help = "write it right of the colon, as `AROAEXAMPLEID:*`, or alone left of it";
  return [{ at: [value], details: `${noun} in \`${key.value}\` leaves open who it is`, help }];
}

/** The text with `${*}` and the like, and with variables that no caller can choose, as plain letters. */
function withoutSafeVariables(value: string): string {
  return value.replace(/\$\{([^}]*)\}/g, (variable, key: string) =>
    /^[*?$]$/.test(key) || sensitive.has(key.toLowerCase()) ? "x".repeat(variable.length) : variable,
  );
}

/** `ID:SESSION` with the opening right of the colon, or as all that stands left of it. */
function isNarrow(value: string, mark: RegExp): boolean {
  const colon = value.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(":", "_")).indexOf(":");
  if (colon === -1) return false;
  const left = value.slice(0, colon);
  return !mark.test(left) || left === "*" || /^\$\{[^}]*\}$/.test(left);
}
