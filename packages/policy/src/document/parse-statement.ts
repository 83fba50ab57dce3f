import type { JsonMember, JsonNode, JsonObject } from "../json/json-node.ts";
import { PlainList } from "../json/scan-plain-list.ts";
import { report, type Reading } from "./fault-list.ts";
import { kindRules } from "./kind-rules.ts";
import { ListedPatterns } from "./listed-patterns.ts";
import { parseConditions } from "./parse-condition.ts";
import { parsePrincipal } from "./parse-principal.ts";
import type {
  ActionElement,
  Draft,
  Effect,
  PrincipalElement,
  ResourceElement,
  Statement,
  Text,
} from "./policy-node.ts";
import { checkNames, memberOf, readText, readTexts, reportType } from "./read-values.ts";
import type { Located } from "./source.ts";

/** The members of a statement. */
export const statementElements: readonly string[] = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

/** Reads one statement; faults are recorded, and a statement without effect or action is left out. */
export function parseStatement(reading: Reading, node: JsonNode, index: number): Statement | undefined {
  if (node.node !== "object") return reportType(reading, "Statement", node, "an object");
  checkNames(reading, node, statementElements, "a statement");
  const sid = readSid(reading, node);
  const effect = readEffect(reading, node);
  const principal = readPrincipal(reading, node);
  const action = readAction(reading, node);
  const resource = readResource(reading, node);
  const block = memberOf(node, "Condition");
  const conditions = block ? parseConditions(reading, block.value) : [];
  if (effect === undefined || action === undefined) return undefined;
  const { start, end } = node;
  const statement: Draft<Statement> = { node: "statement", index, effect, action, conditions, start, end };
  if (sid !== undefined) statement.sid = sid;
  if (principal !== undefined) statement.principal = principal;
  if (resource !== undefined) statement.resource = resource;
  return statement;
}

function readSid(reading: Reading, statement: JsonObject): Text | undefined {
  const member = memberOf(statement, "Sid");
  return member && readText(reading, "Sid", member.value);
}

function readEffect(reading: Reading, statement: JsonObject): Effect | undefined {
  const member = memberOf(statement, "Effect");
  if (member === undefined) {
    report(reading, "missingEffect", opening(statement), {
      message: "the statement has no `Effect`",
      help: "write `Allow` or `Deny`",
    });
    return undefined;
  }
  const text = readText(reading, "Effect", member.value);
  if (text === undefined) return undefined;
  if (text.value === "Allow" || text.value === "Deny") return text.value;
  const almost = ["allow", "deny"].includes(text.value.toLowerCase());
  const telling = {
    message: `\`${text.value}\` is not an effect`,
    help: "write `Allow` or `Deny`, in this case",
    quoted: text.value,
  };
  report(reading, almost ? "effectCase" : "invalidEffect", text, telling);
  return undefined;
}

function readPrincipal(reading: Reading, statement: JsonObject): PrincipalElement | undefined {
  const negated = memberOf(statement, "NotPrincipal");
  const member = oneOf(reading, "Principal", memberOf(statement, "Principal"), negated);
  const { principal, noun } = kindRules[reading.kind];
  if (member === undefined) {
    if (principal !== "forbidden")
      report(reading, "missingPrincipal", opening(statement), {
        message: `a statement of ${noun} needs a \`Principal\``,
      });
    return undefined;
  }
  if (principal === "forbidden") {
    const help = "the policy applies to whom it is attached to; remove the element";
    report(reading, "prohibitedPrincipal", member.name, { message: `${noun} names no principal`, help });
    return undefined;
  }
  if (principal === "onlyStar" && member === negated) {
    const help = 'write `"Principal": "*"` and except with a condition';
    report(reading, "prohibitedPrincipal", member.name, { message: `${noun} has no \`NotPrincipal\``, help });
    return undefined;
  }
  return parsePrincipal(reading, member.value, member === negated);
}

function readAction(reading: Reading, statement: JsonObject): ActionElement | undefined {
  const negated = memberOf(statement, "NotAction");
  const member = oneOf(reading, "Action", memberOf(statement, "Action"), negated);
  const element = member && readPatterns(reading, "action", member, member === negated);
  if (element !== undefined) return element;
  if (member === undefined || isEmptyList(member))
    report(reading, "missingAction", member?.name ?? opening(statement), {
      message: "the statement has no action",
      help: "give `Action` or `NotAction`",
    });
  return undefined;
}

function readResource(reading: Reading, statement: JsonObject): ResourceElement | undefined {
  const negated = memberOf(statement, "NotResource");
  const member = oneOf(reading, "Resource", memberOf(statement, "Resource"), negated);
  const rules = kindRules[reading.kind];
  const element = member && readPatterns(reading, "resource", member, member === negated);
  if (member !== undefined && rules.resource === "forbidden") {
    const help = "the role that the policy is attached to is the resource; remove the element";
    report(reading, "prohibitedResource", member.name, {
      message: `${rules.noun} names no resource`,
      help,
      quoted: member.name.value,
    });
  }
  if (element !== undefined) return element;
  if (member === undefined ? rules.resource === "required" : isEmptyList(member))
    report(reading, "missingResource", member?.name ?? opening(statement), {
      message: "the statement has no resource",
      help: "give `Resource` or `NotResource`",
    });
  return undefined;
}

type Patterns<N> = Located & { readonly node: N; readonly negated: boolean; readonly patterns: readonly Text[] };

/** The patterns of an element, or undefined when there is none. */
function readPatterns<N extends "action" | "resource">(
  reading: Reading,
  node: N,
  { name, value }: JsonMember,
  negated: boolean,
): Patterns<N> | undefined {
  if (value instanceof PlainList) return new ListedPatterns(node, negated, name.start, value);
  const patterns = readTexts(reading, name.value, value);
  return patterns.length > 0 ? { node, negated, patterns, start: name.start, end: value.end } : undefined;
}

/** The element or its negation, of which a statement has at most one. */
function oneOf(
  reading: Reading,
  element: string,
  plain: JsonMember | undefined,
  negated: JsonMember | undefined,
): JsonMember | undefined {
  if (plain !== undefined && negated !== undefined) {
    const message = `\`${element}\` and \`Not${element}\` stand in one statement`;
    report(reading, "elementClash", negated.name, { message, help: "split it into two statements" });
  }
  return plain ?? negated;
}

function isEmptyList(member: JsonMember): boolean {
  return member.value.node === "array" && member.value.items.length === 0;
}

function opening(statement: Located): Located {
  return { start: statement.start, end: statement.start + 1 };
}
