import type { Diagnostic } from "../diagnostic.ts";
import type { JsonMember, JsonNode, JsonObject } from "../json/json-node.ts";
import { parseJson } from "../json/parse-json.ts";
import { checkStatements } from "./check-statements.ts";
import { awsMessage, diagnosticsOf, report, type Fault, type Reading } from "./fault-list.ts";
import { tellJsonFault } from "./json-fault.ts";
import { kindRules } from "./kind-rules.ts";
import { parseStatement } from "./parse-statement.ts";
import type { Draft, Policy, PolicyKind, PolicyVersion, Statement } from "./policy-node.ts";
import { checkNames, memberOf, readText, reportType } from "./read-values.ts";
import type { Source } from "./source.ts";

/** How to read a document. */
export interface ParseOptions {
  readonly kind: PolicyKind;
  /** Name of the file, for spans. */
  readonly file?: string;
  /** The document is a managed policy, for which IAM demands Version 2012-10-17. */
  readonly managed?: boolean;
  /**
   * `valid` (the default) refuses what AWS refuses to store; `meaningful` lets pass what can be evaluated all
   * the same, as documents stored before a rule existed.
   */
  readonly accept?: "valid" | "meaningful";
}

/** A policy, or AWS's refusal with our diagnostics. */
export type ParsedPolicy =
  | { readonly kind: "policy"; readonly policy: Policy }
  | {
      readonly kind: "malformed";
      /** What AWS answers in MalformedPolicyDocument. */
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };

/** Longest document that is read, in characters; AWS manages policies of 150,000 (AWSSupportServiceRolePolicy, 2026). */
const maxLength = 1_000_000;
/** Deepest nesting that is read; a policy needs six. */
const maxDepth = 32;

const policyElements = ["Version", "Id", "Statement"];
const versions: readonly PolicyVersion[] = ["2012-10-17", "2008-10-17"];

/** A document as far as it can be read, and everything AWS would refuse it for. */
export interface PolicyReading {
  /** Without the statements that make no sense; undefined when the text is no JSON object. */
  readonly policy: Policy | undefined;
  readonly faults: readonly Fault[];
}

/** Parses a policy document of one kind, or says why AWS would refuse it; never throws. */
export function parsePolicy(text: string, options: ParseOptions): ParsedPolicy {
  const { policy, faults } = readPolicyDocument(text, options);
  if (policy !== undefined && faults.length === 0) return { kind: "policy", policy };
  return { kind: "malformed", message: awsMessage(faults), diagnostics: diagnosticsOf(faults) };
}

/** Reads what can be read of a policy document, together with its faults; never throws. */
export function readPolicyDocument(text: string, options: ParseOptions): PolicyReading {
  const source: Source = options.file === undefined ? { text } : { text, file: options.file };
  const reading: Reading = { source, kind: options.kind, faults: [] };
  const json = parseJson(text, { maxLength, maxDepth });
  if (json.kind === "fault") report(reading, "invalidJson", json.fault, tellJsonFault(json.fault));
  const policy = json.kind === "json" ? readPolicy(reading, json.value, options.managed ?? false) : undefined;
  return { policy, faults: options.accept === "meaningful" ? reading.faults.filter(isMeaningless) : reading.faults };
}

function isMeaningless(fault: Fault): boolean {
  return !fault.malformation.meaningful;
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
  const statements = readStatements(reading, node, memberOf(node, "Statement"));
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

function readStatements(reading: Reading, policy: JsonObject, member: JsonMember | undefined): readonly Statement[] {
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
