import type { Catalog } from "../catalog.ts";
import type { Fault } from "../document/fault-list.ts";
import { readPolicyDocument } from "../document/parse-policy.ts";
import type { Policy, PolicyKind } from "../document/policy-node.ts";
import { memberOf } from "../document/read-values.ts";
import type { JsonNode, JsonObject } from "../json/json-node.ts";
import { parseJson } from "../json/parse-json.ts";
import { checks } from "./checks.ts";
import type { Finding, FoundAt } from "./finding.ts";
import { foundByParser } from "./found-by-parser.ts";
import type { LintCheck, LintSubject } from "./lint-check.ts";
import { lookupsOf } from "./lookups.ts";
import { malformationCodes } from "./malformation-codes.ts";

/** What a text is to be linted as. */
export interface LintOptions {
  readonly kind: PolicyKind;
  /** Name of the file, for spans. */
  readonly file?: string;
  /** The type of resource that a resource policy is for, such as `AWS::S3::Bucket`. */
  readonly resourceType?: string;
  readonly catalog: Catalog;
}

/** Deepest nesting that is looked at; the parser of policies reads no deeper. */
const maxDepth = 32;

/** Everything there is to say about a policy document, by place and then by code; never throws. */
export function lintPolicy(text: string, options: LintOptions): readonly Finding[] {
  const { policy, faults } = readPolicyDocument(text, options);
  const json = parseJson(text, { maxLength: text.length, maxDepth });
  const document = json.kind === "json" ? json.value : undefined;
  const findings =
    policy === undefined || document?.node !== "object"
      ? faults.flatMap((fault) => foundUnread(fault))
      : findAll(subjectOf(policy, document, faults, options));
  return findings.toSorted(byPlace);
}

/** A fault of a text that no check can look at. */
function foundUnread(fault: Fault): readonly Finding[] {
  const code = malformationCodes[fault.name];
  return code === null ? [] : [findingOf({ code, type: "ERROR" }, foundByParser(fault))];
}

function subjectOf(
  policy: Policy,
  document: JsonObject,
  faults: readonly Fault[],
  { kind, resourceType, catalog }: LintOptions,
): LintSubject {
  return {
    policy,
    document,
    faults,
    kind,
    ...(resourceType !== undefined && { resourceType }),
    statements: policy.statements,
    statementObjects: statementNodes(document).filter((node) => node.node === "object"),
    catalog,
    lookups: lookupsOf(catalog),
  };
}

function statementNodes(document: JsonObject): readonly JsonNode[] {
  const statement = memberOf(document, "Statement")?.value;
  if (statement === undefined) return [];
  return statement.node === "array" ? statement.items : [statement];
}

function findAll(subject: LintSubject): readonly Finding[] {
  return checks.flatMap((check) => check.find(subject).map((found) => findingOf(check, found)));
}

function findingOf({ code, type }: Pick<LintCheck, "code" | "type">, found: FoundAt): Finding {
  const { at, ...words } = found;
  return { code, type, locations: at, ...words };
}

function byPlace(left: Finding, right: Finding): number {
  const start = (finding: Finding): number => finding.locations[0]?.start ?? 0;
  return start(left) - start(right) || (left.code < right.code ? -1 : left.code > right.code ? 1 : 0);
}
