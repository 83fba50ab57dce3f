import { conditionOperators } from "../../condition/operators.ts";
import type { Condition, Statement, Text } from "../../document/policy-node.ts";
import type { Located } from "../../document/source.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { conditionsOf } from "./condition-nodes.ts";
import { errorCheck, withFix } from "./error-check.ts";

/** What can be wrong within `${…}`. */
type VariableProblem = "missingBrace" | "empty" | "space" | "missingQuote";

/** Errors in policy variables. */
export const variableErrors: readonly LintCheck[] = [
  variableCheck("MISSING_BRACE_IN_VARIABLE", "Missing brace in variable", "missingBrace"),
  variableCheck("MISSING_QUOTE_IN_VARIABLE", "Missing quote in variable", "missingQuote"),
  variableCheck("UNSUPPORTED_SPACE_IN_VARIABLE", "Unsupported space in variable", "space"),
  variableCheck("EMPTY_VARIABLE", "Empty variable", "empty"),
  errorCheck("VARIABLE_UNSUPPORTED_IN_ELEMENT", "Variable unsupported in element", findInOtherElements),
  errorCheck("VARIABLE_UNSUPPORTED_IN_VERSION", "Variable unsupported in version", findInOldVersion),
  errorCheck("INVALID_VARIABLE_FOR_OPERATOR", "Invalid variable for operator", findUnderOtherOperators),
];

const tellings: Readonly<Record<VariableProblem, Pick<FoundAt, "details" | "help">>> = {
  missingBrace: { details: "the variable does not end", help: "write `}` after its key" },
  empty: { details: "`${}` names no key", help: "write a key, as `${aws:username}`, or leave it out" },
  space: { details: "the name of a variable holds a space", help: "leave the space out" },
  missingQuote: {
    details: "the default of a variable is not in quotes",
    help: "put it in single quotes, as `${aws:username, 'nobody'}`",
  },
};

function variableCheck(code: string, title: string, problem: VariableProblem): LintCheck {
  return errorCheck(code, title, (subject) =>
    hasVariables(subject) ? textsWithVariables(subject).flatMap((text) => findProblem(subject, text, problem)) : [],
  );
}

function hasVariables({ policy }: LintSubject): boolean {
  return policy.version === "2012-10-17";
}

/** The strings in which `${…}` is a variable. */
function textsWithVariables(subject: LintSubject): readonly Text[] {
  return [
    ...subject.statements.flatMap(({ resource }) => resource?.patterns ?? []),
    ...conditionsOf(subject)
      .filter(takesVariables)
      .flatMap(({ values }) => values),
  ];
}

function takesVariables({ name }: Condition): boolean {
  const { type } = conditionOperators[name];
  return type === "string" || type === "arn";
}

function findProblem({ policy }: LintSubject, text: Text, wanted: VariableProblem): readonly FoundAt[] {
  const found = problemIn(text.value);
  if (found?.problem !== wanted) return [];
  return [
    withFix(
      { at: [text], ...tellings[wanted] },
      found.meant === undefined ? undefined : rewrite(policy.source, text, found.meant),
    ),
  ];
}

interface FoundProblem {
  readonly problem: VariableProblem;
  /** The whole text as it is probably meant. */
  readonly meant?: string;
}

/** A well-formed variable with a default, which may hold a brace. */
const withDefault = /^\$\{[^\s,{}]+,\s?'[^']*'\}/;
const defaultText = /^[^,]*,\s?'[^']*'$/;

/** The first problem of the variables in a text. */
function problemIn(text: string): FoundProblem | undefined {
  for (let at = text.indexOf("${"); at !== -1; at = text.indexOf("${", at + 2)) {
    if (withDefault.test(text.slice(at))) continue;
    const close = text.indexOf("}", at);
    const next = text.indexOf("${", at + 2);
    if (close === -1 || (next !== -1 && next < close)) return unclosed(text, at);
    const inside = text.slice(at + 2, close);
    const key = inside.split(",", 1)[0] ?? "";
    const replaced = (words: string): string => `${text.slice(0, at + 2)}${words}${text.slice(close)}`;
    if (inside.trim() === "") return { problem: "empty" };
    if (inside.includes(",") && !defaultText.test(inside))
      return { problem: "missingQuote", meant: replaced(quoted(inside)) };
    if (/\s/.test(key))
      return { problem: "space", meant: replaced(key.replace(/\s+/g, "") + inside.slice(key.length)) };
  }
  return undefined;
}

function quoted(inside: string): string {
  const comma = inside.indexOf(",");
  const words = inside
    .slice(comma + 1)
    .trim()
    .replaceAll("'", "");
  return `${inside.slice(0, comma)}, '${words}'`;
}

/** Ends the variable where its key ends. */
function unclosed(text: string, at: number): FoundProblem {
  const key = /^\$\{[\w.:/-]*\w/.exec(text.slice(at))?.[0];
  if (key === undefined || at + key.length !== text.length) return { problem: "missingBrace" };
  return { problem: "missingBrace", meant: `${text}}` };
}

const variable = /\$\{[^}]*\}/;

function findInOtherElements(subject: LintSubject): readonly FoundAt[] {
  if (!hasVariables(subject)) return [];
  return subject.statements.flatMap(otherTexts).flatMap((text) => {
    const found = variable.exec(text.value)?.[0];
    if (found === undefined) return [];
    const help = "variables are possible in `Resource` and in the values of `Condition`";
    return [{ at: [place(text)], details: `\`${found}\` is not replaced here`, help }];
  });
}

function otherTexts({
  sid,
  action,
  principal,
  conditions,
}: Statement): readonly (Located & { readonly value: string })[] {
  return [
    ...(sid ? [sid] : []),
    ...action.patterns,
    ...(principal?.entries ?? []),
    ...conditions.map(({ key }) => key),
  ];
}

function place({ start, end }: Located): Located {
  return { start, end };
}

function findInOldVersion(subject: LintSubject): readonly FoundAt[] {
  if (hasVariables(subject)) return [];
  return textsWithVariables(subject)
    .filter(({ value }) => variable.test(value))
    .map((text) => ({
      at: [text],
      details: `\`${variable.exec(text.value)?.[0] ?? ""}\` is plain text in this version of the policy language`,
      help: 'write `"Version": "2012-10-17"`',
    }));
}

function findUnderOtherOperators(subject: LintSubject): readonly FoundAt[] {
  if (!hasVariables(subject)) return [];
  return conditionsOf(subject)
    .filter((condition) => !takesVariables(condition))
    .flatMap(({ operator, values }) =>
      values
        .filter(({ value }) => variable.test(value))
        .map((value) => ({
          at: [value],
          details: `\`${operator.value}\` takes no variables`,
          help: "variables are possible with operators for strings and ARNs",
        })),
    );
}
