import { operatorNames } from "../../condition/operator-name.ts";
import type { Text } from "../../document/policy-node.ts";
import { closest } from "../closest.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import { foundByParser } from "../found-by-parser.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, withFix, wrongName } from "./error-check.ts";

/** Errors in the operators of conditions. */
export const operatorErrors: readonly LintCheck[] = [
  errorCheck("INVALID_CONDITION_OPERATOR", "Invalid condition operator", findOperators),
  errorCheck("NULL_WITH_IF_EXISTS", "Null with if exists", findNullIfExists),
];

const nullIfExists = /^(ForAllValues:|ForAnyValue:)?NullIfExists$/;

/** The names of operators that are none. */
function unknownOperators({ faults, policy }: LintSubject): readonly Text[] {
  return faults
    .filter(({ name }) => name === "invalidOperator")
    .flatMap((fault) => foundByParser(fault).at)
    .map(({ start, end }) => ({ node: "text", value: policy.source.text.slice(start + 1, end - 1), start, end }));
}

function findOperators(subject: LintSubject): readonly FoundAt[] {
  return unknownOperators(subject)
    .filter(({ value }) => !nullIfExists.test(value))
    .map((at) => {
      const help = "operators are `StringEquals`, `ArnLike`, `Bool`, …";
      const details = `there is no condition operator \`${at.value}\``;
      return wrongName(subject, at, details, meantOperator(at.value), help);
    });
}

/** The operator of a similar name, with the qualifier and the ending as they should be written. */
function meantOperator(written: string): string | undefined {
  const [, qualifier = "", name = "", ending = ""] = /^(?:(for\w+):)?(\w*?)(ifexists)?$/i.exec(written) ?? [];
  const meant = closest(name, operatorNames);
  const set = qualifier === "" ? "" : closest(qualifier, ["ForAllValues", "ForAnyValue"]);
  if (meant === undefined || set === undefined) return undefined;
  return `${set === "" ? "" : `${set}:`}${meant}${ending === "" || meant === "Null" ? "" : "IfExists"}`;
}

function findNullIfExists(subject: LintSubject): readonly FoundAt[] {
  return unknownOperators(subject)
    .filter(({ value }) => nullIfExists.test(value))
    .map((at) => {
      const found = {
        at: [at],
        details: "`Null` asks whether the key is there, so `IfExists` makes no sense",
        help: "leave out `IfExists`",
      };
      return withFix(found, rewrite(subject.policy.source, at, at.value.replace("IfExists", "")));
    });
}
