import type { Text } from "../../document/policy-node.ts";
import type { JsonNode } from "../../json/json-node.ts";
import { closest } from "../closest.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { globsMeet } from "../../pattern/globs-meet.ts";
import { fieldParts } from "./arn-globs.ts";
import { comparesText, conditionsOf, conditionsOn, literalValues, operatorBlocks } from "./condition-nodes.ts";
import { errorCheck, wrongName } from "./error-check.ts";
import { regions } from "./regions.ts";
import { canBeServicePrincipal } from "./service-principal.ts";

/** Errors in the values of conditions. */
export const conditionValueErrors: readonly LintCheck[] = [
  errorCheck("INVALID_CONDITION_DATA_TYPE", "Invalid condition data type", findMixedTypes),
  errorCheck("INVALID_CONDITION_MULTIPLE_BOOLEAN", "Invalid condition multiple Boolean", findManyBooleans),
  errorCheck("INVALID_REGION", "Invalid Region", findRegions),
  errorCheck("INVALID_KMS_KEY_VALUE", "Invalid kms key value", findKmsKeys),
  errorCheck("INVALID_SERVICE_PRINCIPAL_FORMAT", "Invalid service principal format", findServicePrincipals),
];

function findMixedTypes(subject: LintSubject): readonly FoundAt[] {
  const lists = operatorBlocks(subject).flatMap(({ members }) => members.map(({ value }) => value));
  return lists.flatMap((list) =>
    list.node === "array" && new Set(list.items.map(typeOf)).size > 1 ? [mixed(list)] : [],
  );
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
    .map((at) => wrongName(subject, at, `\`${at.value}\` is not a Region`, closest(at.value, [...regions])));
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
  const compared = conditionsOn(subject, ...serviceKeys)
    .filter(comparesText)
    .flatMap(({ values }) => values);
  return [...named, ...compared]
    .filter(({ value }) => !value.includes("${") && !canBeServicePrincipal(value))
    .map((at) => ({
      at: [at],
      details: `\`${at.value}\` is not the name of a service`,
      help: "write it in lower case, as `ec2.amazonaws.com`",
    }));
}
