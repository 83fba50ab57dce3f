import { PackedPolicyTooLargeException } from "@aws-sdk/client-sts";
import { quotas } from "@castellan/catalog";
import type { SessionClaims } from "../frame/caller.ts";
import { fail } from "../frame/fault.ts";

/**
 * Characters of session tags that fill the space AWS packs them into. AWS publishes neither the space nor the packing;
 * nine tags of 252 characters filled 498 % of it (aws-actions/configure-aws-credentials issue 1898, July 2026), which
 * is 461 characters when each tag takes 3 more.
 */
const tagSpace = 461;
const tagOverhead = 3;

/** What is packed into a session. */
type Packed = Pick<SessionClaims, "policies" | "policyArns" | "tags">;

/** How much of the space for policies and tags a session takes, in percent; undefined for one that has neither. */
export function packedSize({ policies = [], policyArns = [], tags = {} }: Packed): number | undefined {
  const tagPercent = percentOf(
    lengthOf(Object.entries(tags).map(([key, value]) => key + value)) + Object.keys(tags).length * tagOverhead,
    tagSpace,
  );
  if (tagPercent > 100)
    fail(PackedPolicyTooLargeException, `Packed size of session tags consumes ${tagPercent}% of allotted space.`);
  const texts = [...policies.map(({ document }) => document.replace(/\s+/g, " ")), ...policyArns];
  const percent = tagPercent + percentOf(lengthOf(texts), quotas["sts.sessionPolicySize"].value);
  if (percent > 100)
    fail(
      PackedPolicyTooLargeException,
      `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
    );
  return percent === 0 ? undefined : percent;
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const percentOf = (amount: number, space: number): number => Math.ceil((amount * 100) / space);
