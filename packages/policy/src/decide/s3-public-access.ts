import { parseIpRange } from "../condition/ip-range.ts";
import { conditionOperators } from "../condition/operators.ts";
import type { Condition, Policy, Statement } from "../document/policy-node.ts";
import type { Standing } from "./standing.ts";

/**
 * Keys that, limited to fixed values, keep a bucket policy from being public
 * [S3 User Guide, access-control-block-public-access, 2023].
 */
const limitingKeys: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceip",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceowner",
  "aws:sourceaccount",
  "aws:userid",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
]);

/** Widest ranges of `aws:SourceIp` that still limit: /8 for IPv4, /32 for IPv6. */
const widestPrefix = { 4: 8, 6: 32 } as const;

/** Whether RestrictPublicBuckets keeps this caller away from a bucket whose policy is public. */
export function isBlockedAsPublic({ query, policies, sameAccount }: Standing): boolean {
  const restricts = query.facts.blockPublicAccess?.restrictPublicBuckets === true;
  if (!restricts || query.service !== "s3" || sameAccount || query.caller.kind === "service") return false;
  return policies.resource !== undefined && isPublicPolicy(policies.resource.policy);
}

/** Whether some statement grants to everybody without limiting by a fixed value. */
export function isPublicPolicy(policy: Policy): boolean {
  return policy.statements.some(isPublicStatement);
}

function isPublicStatement({ effect, principal, conditions }: Statement): boolean {
  if (effect !== "Allow" || principal === undefined) return false;
  const everybody = principal.negated || principal.entries.some((entry) => entry.value === "*");
  return everybody && !conditions.some(limits);
}

function limits({ name, key, values, ifExists, qualifier }: Condition): boolean {
  const lower = key.value.toLowerCase();
  const operator = conditionOperators[name];
  if (
    !limitingKeys.has(lower) ||
    operator.negated ||
    ifExists ||
    qualifier === "ForAllValues" ||
    operator.type === "null"
  )
    return false;
  return values.length > 0 && values.every((value) => isFixed(lower, value.value));
}

function isFixed(key: string, value: string): boolean {
  if (key === "s3:dataaccesspointarn") return true;
  if (key === "aws:sourceip") return isNarrow(value);
  if (key === "aws:userid") return !value.includes("${") && !/[*?]/.test(value.replace(/^AROA\w+:\*$/, ""));
  return !/[*?]|\$\{/.test(value);
}

function isNarrow(value: string): boolean {
  const range = parseIpRange(value);
  return range !== undefined && range.bits >= widestPrefix[range.family];
}
