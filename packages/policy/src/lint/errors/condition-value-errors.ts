import { conditionOperators } from "../../condition/operators.ts";
import { operatorNames } from "../../condition/operator-name.ts";
import { parseIpRange, rangeHolds, type IpRange } from "../../condition/ip-range.ts";
import type { Fault } from "../../document/fault-list.ts";
import type { Condition, Text } from "../../document/policy-node.ts";
import type { JsonNode } from "../../json/json-node.ts";
import { closest } from "../closest.ts";
import { replaceWith } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import { foundByParser } from "../found-by-parser.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { fieldParts, globsMeet } from "./arn-globs.ts";
import { comparesText, conditionsOf, conditionsOn, literalValues, operatorBlocks } from "./condition-nodes.ts";
import { errorCheck, withFix } from "./error-check.ts";
import { regions } from "./regions.ts";
import { canBeServicePrincipal } from "./service-principal.ts";

/** Errors in operators and values of conditions. */
export const conditionValueErrors: readonly LintCheck[] = [
  errorCheck("INVALID_CONDITION_OPERATOR", "Invalid condition operator", findOperators),
  errorCheck("NULL_WITH_IF_EXISTS", "Null with if exists", findNullIfExists),
  errorCheck("INVALID_CONDITION_DATA_TYPE", "Invalid condition data type", findMixedTypes),
  errorCheck("INVALID_CONDITION_MULTIPLE_BOOLEAN", "Invalid condition multiple Boolean", findManyBooleans),
  errorCheck("INVALID_REGION", "Invalid Region", findRegions),
  errorCheck("TYPE_MISMATCH_IP_RANGE", "Type mismatch IP range", findIpRanges),
  errorCheck("PRIVATE_IP_ADDRESS", "Private IP address", (subject) =>
    findPrivate(subject, "IpAddress", "no request comes from there, so this never holds"),
  ),
  errorCheck("PRIVATE_NOT_IP_ADDRESS", "Private NotIpAddress", (subject) =>
    findPrivate(subject, "NotIpAddress", "no request comes from there, so this always holds"),
  ),
  errorCheck("INVALID_VPC_FORMAT", "Invalid vpc format", (subject) => findIds(subject, "aws:sourcevpc", "vpc")),
  errorCheck("INVALID_VPCE_FORMAT", "Invalid vpce format", (subject) => findIds(subject, "aws:sourcevpce", "vpce")),
  errorCheck("INVALID_KMS_KEY_VALUE", "Invalid kms key value", findKmsKeys),
  errorCheck("INVALID_SERVICE_PRINCIPAL_FORMAT", "Invalid service principal format", findServicePrincipals),
];

const nullIfExists = /^(ForAllValues:|ForAnyValue:)?NullIfExists$/;

function operatorFaults({ faults, policy }: LintSubject): readonly (readonly [fault: Fault, at: Text])[] {
  return faults.flatMap((fault) => {
    const [at] = fault.name === "invalidOperator" ? foundByParser(fault).at : [];
    if (at === undefined) return [];
    return [[fault, { node: "text", value: policy.source.text.slice(at.start + 1, at.end - 1), ...at }] as const];
  });
}

function findOperators(subject: LintSubject): readonly FoundAt[] {
  return operatorFaults(subject)
    .filter(([, { value }]) => !nullIfExists.test(value))
    .map(([, at]) => {
      const meant = meantOperator(at.value);
      const help = meant === undefined ? "operators are `StringEquals`, `ArnLike`, `Bool`, …" : `did you mean \`${meant}\`?`;
      const found = { at: [at], details: `there is no condition operator \`${at.value}\``, help };
      return withFix(found, meant === undefined ? undefined : replaceWith(subject.policy.source, at, JSON.stringify(meant)));
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
  return operatorFaults(subject)
    .filter(([, { value }]) => nullIfExists.test(value))
    .map(([, at]) => {
      const found = {
        at: [at],
        details: "`Null` asks whether the key is there, so `IfExists` makes no sense",
        help: "leave out `IfExists`",
      };
      const bare = JSON.stringify(at.value.replace("IfExists", ""));
      return withFix(found, replaceWith(subject.policy.source, at, bare));
    });
}

function findMixedTypes(subject: LintSubject): readonly FoundAt[] {
  const lists = operatorBlocks(subject).flatMap(({ members }) => members.map(({ value }) => value));
  return lists.flatMap((list) => (list.node === "array" && new Set(list.items.map(typeOf)).size > 1 ? [mixed(list)] : []));
}

function typeOf(node: JsonNode): JsonNode["node"] {
  return node.node;
}

function mixed(list: JsonNode): FoundAt {
  return { at: [list], details: "the values are not all of one type", help: "write all of them as strings" };
}

function findManyBooleans(subject: LintSubject): readonly FoundAt[] {
  return conditionsOf(subject)
    .filter(({ name, key, values }) => name === "Bool" && values.length > 1 && !isList(subject, key))
    .map(({ key }) => ({
      at: [key],
      details: `\`${key.value}\` is true or false, and several values are given`,
      help: "give one",
    }));
}

function isList({ lookups }: LintSubject, key: Text): boolean {
  return lookups.conditionKey(key.value)?.type.startsWith("ArrayOf") ?? false;
}

function findRegions(subject: LintSubject): readonly FoundAt[] {
  return conditionsOn(subject, "aws:requestedregion")
    .filter(comparesText)
    .flatMap(literalValues)
    .filter(({ value }) => !regions.has(value))
    .map((at) => {
      const meant = closest(at.value, [...regions]);
      const found = {
        at: [at],
        details: `\`${at.value}\` is not a Region`,
        ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
      };
      return withFix(found, meant === undefined ? undefined : replaceWith(subject.policy.source, at, JSON.stringify(meant)));
    });
}

function findIpRanges(subject: LintSubject): readonly FoundAt[] {
  return conditionsOf(subject)
    .filter(({ name }) => conditionOperators[name].type === "ipAddress")
    .flatMap(({ values }) => values)
    .filter(({ value }) => !value.includes("${") && parseIpRange(value) === undefined)
    .map((at) => ({
      at: [at],
      details: `\`${at.value}\` is not an address or a range of addresses`,
      help: "write `203.0.113.0/24` or `2001:db8::/32`",
    }));
}

/** Addresses that never come from the internet [RFC 1918, RFC 4193]. */
const privateRanges: readonly IpRange[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].flatMap(
  (text) => parseIpRange(text) ?? [],
);

/** Whether a range holds only private addresses. */
export function isPrivateRange(range: IpRange): boolean {
  return privateRanges.some((outer) => rangeHolds(outer, range));
}

function findPrivate(subject: LintSubject, operator: Condition["name"], consequence: string): readonly FoundAt[] {
  return conditionsOn(subject, "aws:sourceip")
    .filter(({ name, values }) => name === operator && values.length > 0 && values.every(isPrivate))
    .map(({ key, values }) => ({
      at: values.length > 0 ? values : [key],
      details: `\`${key.value}\` is compared with private addresses only: ${consequence}`,
      help: "list public addresses, or use `aws:VpcSourceIp` for addresses within a VPC",
    }));
}

function isPrivate({ value }: Text): boolean {
  const range = parseIpRange(value);
  return range !== undefined && isPrivateRange(range);
}

function findIds(subject: LintSubject, key: string, prefix: string): readonly FoundAt[] {
  const format = new RegExp(`^${prefix}-([0-9a-z]{8}|[0-9a-z]{17})$`);
  return conditionsOn(subject, key)
    .filter(comparesText)
    .flatMap(literalValues)
    .filter(({ value }) => !format.test(value))
    .map((at) => ({
      at: [at],
      details: `\`${at.value}\` is not the id of a ${prefix === "vpc" ? "VPC" : "VPC endpoint"}`,
      help: `it is \`${prefix}-\` and 8 or 17 letters and digits`,
    }));
}

/** Keys that hold the ARN of a KMS key, never an alias or a bare id [Service Authorization Reference, S3 and Secrets Manager, 2026]. */
const kmsKeys = ["s3:x-amz-server-side-encryption-aws-kms-key-id", "secretsmanager:kmskeyarn"];

function findKmsKeys(subject: LintSubject): readonly FoundAt[] {
  const form = fieldParts("arn:*:kms:*:*:key/*");
  return conditionsOn(subject, ...kmsKeys)
    .filter(comparesText)
    .flatMap(({ key, values }) => values.map((at) => ({ key, at })))
    .filter(({ at }) => !globsMeet(fieldParts(at.value), form))
    .map(({ key, at }) => ({
      at: [at],
      details: `\`${key.value}\` holds the ARN of a KMS key, and \`${at.value}\` is none`,
      help: "write `arn:aws:kms:REGION:ACCOUNT:key/ID`",
    }));
}

/** Keys that hold the name of a service [IAM User Guide, reference_policies_condition-keys and iam-condition-keys; KMS guide; 2026]. */
const serviceKeys = [
  "iam:passedtoservice",
  "iam:awsservicename",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
  "kms:viaservice",
];

function findServicePrincipals(subject: LintSubject): readonly FoundAt[] {
  const named = subject.statements
    .flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ type, value }) => type === "Service" && !/[*?]|\$\{/.test(value));
  const compared = conditionsOn(subject, ...serviceKeys).filter(comparesText).flatMap(({ values }) => values);
  return [...named, ...compared]
    .filter(({ value }) => !value.includes("${") && !canBeServicePrincipal(value))
    .map((at) => ({
      at: [at],
      details: `\`${at.value}\` is not the name of a service`,
      help: "write it in lower case, as `ec2.amazonaws.com`",
    }));
}
