import type { JsonMember, JsonNode, JsonObject } from "../json/json-node.ts";
import { parseJson } from "../json/parse-json.ts";
import { checkStatements } from "./check-statements.ts";
import { report, type Reading } from "./fault-list.ts";
import { tellJsonFault } from "./json-fault.ts";
import { kindRules } from "./kind-rules.ts";
import { parseStatement } from "./parse-statement.ts";
import type { Draft, Policy, PolicyVersion, Statement } from "./policy-node.ts";
import { checkNames, memberOf, readText, reportType } from "./read-values.ts";

/** Longest document that is read, in characters; AWS manages policies of 150,000 (AWSSupportServiceRolePolicy, 2026). */
export const maxLength = 1_000_000;
/** Deepest nesting that is read; a policy needs six. */
const maxDepth = 32;

/** The members of a policy document. */
export const policyElements: readonly string[] = ["Version", "Id", "Statement"];
const versions: readonly PolicyVersion[] = ["2012-10-17", "2008-10-17"];

/** Reads a whole document; faults are recorded, and statements that make no sense are left out. */
export function readWhole(reading: Reading, managed: boolean): Policy | undefined {
  const json = parseJson(reading.source.text, { maxLength, maxDepth });
  if (json.kind === "json") return readPolicy(reading, json.value, managed);
  report(reading, "invalidJson", json.fault, tellJsonFault(json.fault));
  return undefined;
}

/** Reads the statements of a document that is known to be without fault. */
export function readStatements(reading: Reading): readonly Statement[] {
  const json = parseJson(reading.source.text, { maxLength, maxDepth });
  if (json.kind === "fault" || json.value.node !== "object") return [];
  return readList(reading, json.value, memberOf(json.value, "Statement"));
}

function readPolicy(reading: Reading, node: JsonNode, managed: boolean): Policy | undefined {
  if (node.node !== "object") {
    report(reading, "notAnObject", node, {
      message: "the document is not an object",
      help: 'a policy is `{ "Version": …, "Statement": … }`',
    });
    return undefined;
  }
  checkNames(reading, node, policyElements, "a policy");
  const version = readVersion(reading, node, memberOf(node, "Version"), managed);
  const id = memberOf(node, "Id");
  const idText = id && readText(reading, "Id", id.value);
  const statements = readList(reading, node, memberOf(node, "Statement"));
  checkStatements(reading, statements);
  const { source, kind } = reading;
  const policy: Draft<Policy> = { node: "policy", kind, source, statements, start: node.start, end: node.end };
  if (version !== undefined) policy.version = version;
  if (idText !== undefined) policy.id = idText;
  return policy;
}

function readVersion(
  reading: Reading,
  policy: JsonObject,
  member: JsonMember | undefined,
  managed: boolean,
): PolicyVersion | undefined {
  const text = member && readText(reading, "Version", member.value);
  const version = versions.find((candidate) => candidate === text?.value);
  if (text !== undefined && version === undefined)
    report(reading, "invalidVersion", text, {
      message: `\`${text.value}\` is not a version of the policy language`,
      help: "write `2012-10-17`",
    });
  const mustBeCurrent = managed || kindRules[reading.kind].currentVersionOnly;
  if (mustBeCurrent && version !== "2012-10-17" && (member === undefined || version !== undefined))
    report(reading, "oldVersion", text ?? { start: policy.start, end: policy.start + 1 }, {
      message: text ? `version \`${text.value}\` is too old for this policy` : "`Version` is missing",
      help: 'write `"Version": "2012-10-17"`',
    });
  return version;
}

function readList(reading: Reading, policy: JsonObject, member: JsonMember | undefined): readonly Statement[] {
  const nodes = statementNodes(reading, member);
  if (nodes?.length === 0) {
    const at = member?.value ?? { start: policy.start, end: policy.start + 1 };
    report(reading, "missingStatement", at, {
      message: "the policy has no statement",
      help: "give at least one in `Statement`",
    });
  }
  const statements: Statement[] = [];
  nodes?.forEach((node, index) => {
    const statement = parseStatement(reading, node, index);
    if (statement !== undefined) statements.push(statement);
  });
  return statements;
}

function statementNodes(reading: Reading, member: JsonMember | undefined): readonly JsonNode[] | undefined {
  if (member === undefined) return [];
  if (member.value.node === "array") return member.value.items;
  if (member.value.node === "object") return [member.value];
  return reportType(reading, "Statement", member.value, "an object or a list of objects");
}
