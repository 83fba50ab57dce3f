import type { JsonNode, JsonObject } from "../json/json-node.ts";
import { report, type Reading } from "./fault-list.ts";
import { kindRules } from "./kind-rules.ts";
import { parseConditions } from "./parse-condition.ts";
import { parsePrincipal } from "./parse-principal.ts";
import type { ActionElement, Effect, PrincipalElement, ResourceElement, Statement, Text } from "./policy-node.ts";
import { readMembers, readText, readTexts, reportType, type Member } from "./read-values.ts";
import type { Located } from "./source.ts";

const statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

type Members = Partial<Record<(typeof statementElements)[number], Member>>;

/** Reads one statement; faults are recorded, and a statement without effect or action is left out. */
export function parseStatement(reading: Reading, node: JsonNode, index: number): Statement | undefined {
  if (node.kind !== "object") return reportType(reading, "Statement", node, "an object");
  const members = readMembers(reading, node, statementElements, "a statement");
  const sid = members.Sid && readText(reading, "Sid", members.Sid.value);
  const effect = readEffect(reading, node, members.Effect);
  const principal = readPrincipal(reading, node, members);
  const action = readAction(reading, node, members);
  const resource = readResource(reading, node, members);
  const conditions = members.Condition ? parseConditions(reading, members.Condition.value) : [];
  if (effect === undefined || action === undefined) return undefined;
  return {
    node: "statement",
    index,
    ...(sid && { sid }),
    effect,
    ...(principal && { principal }),
    action,
    ...(resource && { resource }),
    conditions,
    start: node.start,
    end: node.end,
  };
}

function readEffect(reading: Reading, statement: JsonObject, member: Member | undefined): Effect | undefined {
  if (member === undefined) {
    report(reading, "missingEffect", opening(statement), {
      message: "the statement has no `Effect`",
      help: "write `Allow` or `Deny`",
    });
    return undefined;
  }
  const text = readText(reading, "Effect", member.value);
  if (text === undefined || text.value === "Allow" || text.value === "Deny") return text?.value as Effect | undefined;
  const almost = ["allow", "deny"].includes(text.value.toLowerCase());
  const telling = {
    message: `\`${text.value}\` is not an effect`,
    help: "write `Allow` or `Deny`, in this case",
    quoted: text.value,
  };
  report(reading, almost ? "effectCase" : "invalidEffect", text, telling);
  return undefined;
}

function readPrincipal(reading: Reading, statement: JsonObject, members: Members): PrincipalElement | undefined {
  const member = oneOf(reading, "Principal", members.Principal, "NotPrincipal", members.NotPrincipal);
  const { principal, noun } = kindRules[reading.kind];
  if (member === undefined) {
    if (principal !== "forbidden")
      report(reading, "missingPrincipal", opening(statement), {
        message: `a statement of a ${noun} needs a \`Principal\``,
      });
    return undefined;
  }
  if (principal === "forbidden") {
    const help = "the policy applies to whom it is attached to; remove the element";
    report(reading, "prohibitedPrincipal", member.name, { message: `a ${noun} names no principal`, help });
    return undefined;
  }
  return parsePrincipal(reading, member.value, member.negated);
}

function readAction(reading: Reading, statement: JsonObject, members: Members): ActionElement | undefined {
  const member = oneOf(reading, "Action", members.Action, "NotAction", members.NotAction);
  const patterns = member ? readTexts(reading, member.element, member.value) : [];
  if (member !== undefined && patterns.length > 0)
    return { node: "action", negated: member.negated, patterns, start: member.name.start, end: member.value.end };
  if (member === undefined || isEmptyList(member))
    report(reading, "missingAction", member?.name ?? opening(statement), {
      message: "the statement has no action",
      help: "give `Action` or `NotAction`",
    });
  return undefined;
}

function readResource(reading: Reading, statement: JsonObject, members: Members): ResourceElement | undefined {
  const member = oneOf(reading, "Resource", members.Resource, "NotResource", members.NotResource);
  const rules = kindRules[reading.kind];
  const patterns: readonly Text[] = member ? readTexts(reading, member.element, member.value) : [];
  if (member !== undefined && rules.resource === "forbidden") {
    const help = "the role that the policy is attached to is the resource; remove the element";
    report(reading, "prohibitedResource", member.name, {
      message: `a ${rules.noun} names no resource`,
      help,
      quoted: member.element,
    });
  }
  if (member !== undefined && patterns.length > 0)
    return { node: "resource", negated: member.negated, patterns, start: member.name.start, end: member.value.end };
  if (member === undefined ? rules.resource === "required" : isEmptyList(member))
    report(reading, "missingResource", member?.name ?? opening(statement), {
      message: "the statement has no resource",
      help: "give `Resource` or `NotResource`",
    });
  return undefined;
}

interface Chosen extends Member {
  readonly element: string;
  readonly negated: boolean;
}

function oneOf(
  reading: Reading,
  element: string,
  plain: Member | undefined,
  notElement: string,
  negated: Member | undefined,
): Chosen | undefined {
  if (plain !== undefined && negated !== undefined) {
    const message = `\`${element}\` and \`${notElement}\` stand in one statement`;
    report(reading, "elementClash", negated.name, { message, help: "split it into two statements" });
  }
  if (plain !== undefined) return { ...plain, element, negated: false };
  return negated && { ...negated, element: notElement, negated: true };
}

function isEmptyList(member: Member): boolean {
  return member.value.kind === "array" && member.value.items.length === 0;
}

function opening(statement: Located): Located {
  return { start: statement.start, end: statement.start + 1 };
}
