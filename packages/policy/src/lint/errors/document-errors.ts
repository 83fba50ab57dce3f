import { statementElements } from "../../document/parse-statement.ts";
import { policyElements } from "../../document/read-policy.ts";
import type { Edit } from "../../diagnostic.ts";
import type { Fault } from "../../document/fault-list.ts";
import { memberOf } from "../../document/read-values.ts";
import type { JsonObject } from "../../json/json-node.ts";
import { closest } from "../closest.ts";
import { replaceWith, rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, parserError, withFix } from "./error-check.ts";

/** Errors in the shape of a document and its statements. */
export const documentErrors: readonly LintCheck[] = [
  parserError("JSON_SYNTAX_ERROR", "Json syntax error"),
  parserError("DATA_TYPE_MISMATCH", "Data type mismatch"),
  errorCheck("INVALID_POLICY_ELEMENT", "Invalid policy element", findUnknownElements),
  parserError("INVALID_VERSION", "Invalid version", (subject, fault) => writeInstead(subject, fault, "2012-10-17")),
  parserError("MISSING_STATEMENT", "Missing statement"),
  parserError("MISSING_EFFECT", "Missing effect"),
  parserError("INVALID_EFFECT", "Invalid effect", fixEffect),
  errorCheck("MISSING_ACTION", "Missing action", (subject) => findMissing(subject, "Action", "what it speaks of")),
  errorCheck("MISSING_RESOURCE", "Missing resource", (subject) =>
    subject.kind === "trust" ? [] : findMissing(subject, "Resource", "what it is about"),
  ),
  parserError("MISSING_PRINCIPAL", "Missing principal"),
  parserError("UNSUPPORTED_ELEMENT_COMBINATION", "Unsupported element combination"),
  parserError("UNIQUE_SIDS_REQUIRED", "Unique Sids required"),
  parserError("UNSUPPORTED_SID", "Unsupported Sid", fixSid),
];

function findUnknownElements(subject: LintSubject): readonly FoundAt[] {
  return [
    ...unknownNames(subject, subject.document, policyElements, "a policy"),
    ...subject.statementObjects.flatMap((statement) =>
      unknownNames(subject, statement, statementElements, "a statement"),
    ),
  ];
}

function unknownNames(
  { policy }: LintSubject,
  object: JsonObject,
  elements: readonly string[],
  where: string,
): readonly FoundAt[] {
  return object.members
    .filter(({ name }) => !elements.includes(name.value))
    .map(({ name }) => {
      const meant = closest(name.value, elements);
      const free = meant !== undefined && memberOf(object, meant) === undefined;
      const help = meant === undefined ? `${where} has ${elements.map((one) => `\`${one}\``).join(", ")}` : undefined;
      return withFix(
        {
          at: [name],
          details: `${where} has no element \`${name.value}\``,
          help: help ?? `did you mean \`${meant}\`?`,
        },
        free ? rewrite(policy.source, name, meant) : undefined,
      );
    });
}

function findMissing({ statementObjects }: LintSubject, element: string, what: string): readonly FoundAt[] {
  return statementObjects
    .filter((statement) => !memberOf(statement, element) && !memberOf(statement, `Not${element}`))
    .map((statement) => ({
      at: [statement],
      details: `the statement does not say ${what}`,
      help: `give \`${element}\` or \`Not${element}\``,
    }));
}

function writeInstead({ policy }: LintSubject, fault: Fault, value: string): Edit | undefined {
  const { span } = fault.diagnostic;
  return span && replaceWith(policy.source, { start: span.start.offset, end: span.end.offset }, JSON.stringify(value));
}

function fixEffect(subject: LintSubject, fault: Fault): Edit | undefined {
  const meant = closest(quotedText(subject, fault), ["Allow", "Deny"]);
  return meant === undefined ? undefined : writeInstead(subject, fault, meant);
}

/** Leaves the letters and digits of a statement id, unless they are the id of another statement. */
function fixSid(subject: LintSubject, fault: Fault): Edit | undefined {
  const plain = quotedText(subject, fault).replace(/[^0-9A-Za-z]/g, "");
  const taken = subject.statements.some(({ sid }) => sid?.value === plain);
  return taken || plain === "" ? undefined : writeInstead(subject, fault, plain);
}

function quotedText({ policy }: LintSubject, { diagnostic: { span } }: Fault): string {
  return span === undefined ? "" : policy.source.text.slice(span.start.offset + 1, span.end.offset - 1);
}
