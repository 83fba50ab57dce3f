import { conditionOperators } from "../../condition/operators.ts";
import { parseIpRange, rangeHolds, type IpRange } from "../../condition/ip-range.ts";
import type { Condition, Text } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { comparesText, conditionsOf, conditionsOn, literalValues } from "./condition-nodes.ts";
import { errorCheck } from "./error-check.ts";

/** Errors in addresses and the ids of networks in conditions. */
export const networkErrors: readonly LintCheck[] = [
  errorCheck("TYPE_MISMATCH_IP_RANGE", "Type mismatch IP range", findIpRanges),
  errorCheck("PRIVATE_IP_ADDRESS", "Private IP address", (subject) =>
    findPrivate(subject, "IpAddress", "no request comes from there, so this never holds"),
  ),
  errorCheck("PRIVATE_NOT_IP_ADDRESS", "Private NotIpAddress", (subject) =>
    findPrivate(subject, "NotIpAddress", "no request comes from there, so this always holds"),
  ),
  errorCheck("INVALID_VPC_FORMAT", "Invalid vpc format", (subject) => findIds(subject, "aws:sourcevpc", "vpc")),
  errorCheck("INVALID_VPCE_FORMAT", "Invalid vpce format", (subject) => findIds(subject, "aws:sourcevpce", "vpce")),
];

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
function isPrivateRange(range: IpRange): boolean {
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
