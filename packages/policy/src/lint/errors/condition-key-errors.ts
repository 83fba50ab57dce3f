import { groupBy } from "../../group-by.ts";
import { closest } from "../closest.ts";
import { rewrite } from "../edit.ts";
import type { Condition, Text } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { findArnServices } from "./arn-errors.ts";
import { conditionsOf, operatorBlocks } from "./condition-nodes.ts";
import { errorCheck, withFix, wrongName } from "./error-check.ts";

/** Errors in the names of condition keys. */
export const conditionKeyErrors: readonly LintCheck[] = [
  keyCheck("INVALID_CONDITION_KEY_FORMAT", "Invalid condition key format", findFormat),
  keyCheck("UNSUPPORTED_GLOBAL_CONDITION_KEY", "Unsupported global condition key", findRetired),
  keyCheck("MISSING_TAG_KEY_IN_CONDITION", "Missing tag key in condition", findMissingTag),
  keyCheck("INVALID_GLOBAL_CONDITION_KEY", "Invalid global condition key", findUnknownGlobal),
  keyCheck("INVALID_SERVICE_CONDITION_KEY", "Invalid service condition key", findUnknownKey),
  errorCheck("INVALID_SERVICE", "Invalid service", (subject) => [
    ...findArnServices(subject),
    ...conditionsOf(subject).flatMap((condition) => findUnknownService(subject, condition)),
  ]),
  errorCheck("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", "Duplicate keys with different case", findDuplicates),
  keyCheck("MISSING_QUALIFIER", "Missing qualifier", findMissingQualifier),
];

type Find = (subject: LintSubject, condition: Condition) => readonly FoundAt[];

function keyCheck(code: string, title: string, find: Find): LintCheck {
  return errorCheck(code, title, (subject) => conditionsOf(subject).flatMap((condition) => find(subject, condition)));
}

const format = /^[^\s:]+:[^\s:/].*$/;

function findFormat(_: LintSubject, { key }: Condition): readonly FoundAt[] {
  if (format.test(key.value) || isTagHead(key.value)) return [];
  const details = `\`${key.value}\` is not of the form \`service:key\``;
  return [{ at: [key], details, help: "write for example `aws:SourceIp`" }];
}

/** The parts of a well-formed key, the prefix in lower case. */
function split({ value }: Text): readonly [prefix: string, rest: string] | undefined {
  if (!format.test(value)) return undefined;
  const colon = value.indexOf(":");
  return [value.slice(0, colon).toLowerCase(), value.slice(colon + 1)];
}

function isRetired(key: string): boolean {
  return key.toLowerCase() === "aws:arn";
}

function findRetired({ policy }: LintSubject, { key }: Condition): readonly FoundAt[] {
  if (!isRetired(key.value)) return [];
  const found = {
    at: [key],
    details: `\`${key.value}\` is no longer a condition key`,
    help: "use `aws:PrincipalArn` for who calls, `aws:SourceArn` for the resource on whose behalf a service calls",
  };
  return [withFix(found, rewrite(policy.source, key, "aws:PrincipalArn"))];
}

/** Global keys that are followed by the key of a tag [IAM User Guide, reference_policies_condition-keys, 2026]. */
const tagKeys = ["aws:PrincipalTag", "aws:RequestTag", "aws:ResourceTag"];

/** A key that stands before a tag's key in the catalogue, such as `ec2:ResourceTag`, without the tag. */
function isTagHead(key: string): boolean {
  return key.endsWith("/") || tagKeys.some((head) => head.toLowerCase() === key.toLowerCase());
}

function needsTag({ lookups }: LintSubject, key: string): boolean {
  const head = key.replace(/\/$/, "");
  return lookups.conditionKey(head) === undefined && (lookups.conditionKey(`${head}/x`)?.key.includes("/${") ?? false);
}

function findMissingTag(subject: LintSubject, { key }: Condition): readonly FoundAt[] {
  if (!needsTag(subject, key.value)) return [];
  const head = key.value.replace(/\/$/, "");
  const details = `\`${key.value}\` does not say which tag`;
  return [{ at: [key], details, help: `write \`${head}/\` and the key of the tag, as \`${head}/team\`` }];
}

function findUnknownGlobal(subject: LintSubject, { key }: Condition): readonly FoundAt[] {
  const [prefix] = split(key) ?? [];
  if (prefix !== "aws" || isRetired(key.value) || isKnown(subject, key)) return [];
  return [unknownKey(subject, key, "aws", "there is no global condition key")];
}

function findUnknownKey(subject: LintSubject, { key }: Condition): readonly FoundAt[] {
  const [prefix] = split(key) ?? [];
  if (prefix === undefined || prefix === "aws" || !subject.lookups.isService(prefix) || isKnown(subject, key))
    return [];
  return [unknownKey(subject, key, prefix, `\`${prefix}\` has no condition key`)];
}

function isKnown(subject: LintSubject, key: Text): boolean {
  return subject.lookups.conditionKey(key.value) !== undefined || needsTag(subject, key.value);
}

function unknownKey(subject: LintSubject, key: Text, prefix: string, what: string): FoundAt {
  const { catalog } = subject;
  const keys = prefix === "aws" ? catalog.globalConditionKeys() : (catalog.service(prefix)?.conditionKeys ?? []);
  const names = keys.map((one) => one.key).filter((name) => !name.includes("${"));
  return wrongName(subject, key, `${what} \`${key.value}\``, closest(key.value, names));
}

/** Prefixes of keys that an identity provider sets: its domain, or SAML [IAM User Guide, reference_policies_iam-condition-keys, 2025]. */
function isProvider(prefix: string): boolean {
  return prefix.includes(".") || prefix === "saml";
}

function findUnknownService(subject: LintSubject, { key }: Condition): readonly FoundAt[] {
  const [prefix] = split(key) ?? [];
  if (prefix === undefined || prefix === "aws" || isProvider(prefix) || subject.lookups.isService(prefix)) return [];
  if (subject.lookups.conditionKey(key.value) !== undefined) return [];
  const near = closest(prefix, ["aws", ...subject.catalog.services()]);
  const meant = near === undefined ? undefined : `${near}${key.value.slice(prefix.length)}`;
  const known = meant !== undefined && subject.lookups.conditionKey(meant) !== undefined;
  return [wrongName(subject, key, `there is no service \`${prefix}\``, known ? meant : undefined)];
}

function findDuplicates(subject: LintSubject): readonly FoundAt[] {
  return operatorBlocks(subject).flatMap(({ members }) => {
    const keys = groupBy(members, ({ name }) => name.value.toLowerCase());
    return [...keys.values()]
      .filter((same) => same.length > 1)
      .map((same) => ({
        at: same.map(({ name }) => name),
        details: `\`${same[0]?.name.value ?? ""}\` stands ${same.length} times in one block, in different case`,
        help: "the case of keys does not matter: write one list of values",
      }));
  });
}

function findMissingQualifier(subject: LintSubject, { name, qualifier, key, operator }: Condition): readonly FoundAt[] {
  if (qualifier !== undefined || name === "Null") return [];
  if (!subject.lookups.conditionKey(key.value)?.type.startsWith("ArrayOf")) return [];
  return [
    {
      at: [key],
      details: `\`${key.value}\` has several values, \`${operator.value}\` compares one`,
      help: `write \`ForAnyValue:${operator.value}\` if one must fit, \`ForAllValues:${operator.value}\` if all`,
    },
  ];
}
