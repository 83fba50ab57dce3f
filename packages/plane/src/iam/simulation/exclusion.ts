import {
  type InlinePolicyIdentifierType,
  InvalidInputException,
  type PolicyIdentifierPolicyType,
} from "@aws-sdk/client-iam";
import { matchesGlob } from "@castellan/policy";
import { fail } from "../../frame/fault.ts";
import { isAwsManaged } from "../policy-record.ts";
import type { Entity } from "./policy-source-entity.ts";

/** One entry of `PolicyExclusionList`; one of the members is there. */
interface PolicyIdentifier {
  readonly PolicyType?: PolicyIdentifierPolicyType | undefined;
  readonly PolicyArn?: string | undefined;
  readonly InlinePolicyIdentifier?: InlinePolicyIdentifierType | undefined;
}

/** Which policies a simulation leaves out. */
export interface Exclusion {
  readonly managed: (arn: string) => boolean;
  readonly inline: (holder: Entity, policyName: string) => boolean;
  readonly boundary: boolean;
  readonly scps: boolean;
}

/** Leaves nothing out. */
export const noExclusion: Exclusion = {
  managed: () => false,
  inline: () => false,
  boundary: false,
  scps: false,
};

/** Reads `PolicyExclusionList`; identifiers that match nothing, RCPs among them, are ignored [IAM API Reference, SimulatePrincipalPolicy]. */
export function readExclusion(identifiers: readonly PolicyIdentifier[] = []): Exclusion {
  const types = new Set(identifiers.map(({ PolicyType: type }) => type));
  const arns = identifiers.flatMap(({ PolicyArn: arn }) => (arn === undefined ? [] : [requirePolicyPattern(arn)]));
  const inline = identifiers.flatMap(({ InlinePolicyIdentifier: named }) => (named === undefined ? [] : [named]));
  return {
    managed: (arn) =>
      types.has(isAwsManaged(arn) ? "aws-managed" : "user-managed") ||
      arns.some((pattern) => matchesGlob(pattern, arn)),
    inline: (holder, name) => types.has("inline") || inline.some((named) => namesInline(named, holder, name)),
    boundary: types.has("permission-boundary"),
    scps: types.has("scp"),
  };
}

/** The API Reference speaks of wildcards in the entity's name, but its model admits none. */
const namesInline = (
  { PolicyName: policyName, AttachmentType: type, AttachmentName: holderName }: InlinePolicyIdentifierType,
  holder: Entity,
  name: string,
): boolean => policyName === name && type === holder.kind && holderName === holder.name;

/** Wildcards may stand in the name of the policy only, and no more than one `*`. */
function requirePolicyPattern(arn: string): string {
  const isPattern = /^arn:aws:iam::(aws|\d{12}):policy\/([^*?]*\/)?[^/]+$/.test(arn) && hasOneStar(arn);
  return isPattern ? arn : fail(InvalidInputException, `Invalid policy identifier: ${arn}`);
}

const hasOneStar = (pattern: string): boolean => pattern.split("*").length <= 2;
