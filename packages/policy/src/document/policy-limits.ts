import type { Diagnostic } from "../diagnostic.ts";
import { spanOf, type Source } from "./source.ts";

/** The places where a policy is stored that limit its size. */
export type PolicyStore =
  | "managedPolicy"
  | "userInlinePolicies"
  | "groupInlinePolicies"
  | "roleInlinePolicies"
  | "trustPolicy"
  | "sessionPolicy"
  | "serviceControlPolicy"
  | "resourceControlPolicy"
  | "vpcEndpointPolicy"
  | "organizationsDelegationPolicy";

/** A limit on the size of a policy. */
export interface PolicyLimit {
  /** Most characters; for inline policies the sum over all of one user, group or role. */
  readonly maxCharacters: number;
  /** White space counts. */
  readonly countsWhiteSpace: boolean;
  /** The value AWS can raise it to on request. */
  readonly raisableTo?: number;
}

/** Size limits in characters [IAM User Guide, reference_iam-quotas; PrivateLink guide; Organizations guide, reference_limits; 2025. Service control policies: 5,120 until AWS doubled it, 2026-05-15]. */
export const policyLimits: Readonly<Record<PolicyStore, PolicyLimit>> = {
  managedPolicy: { maxCharacters: 6_144, countsWhiteSpace: false },
  userInlinePolicies: { maxCharacters: 2_048, countsWhiteSpace: false },
  groupInlinePolicies: { maxCharacters: 5_120, countsWhiteSpace: false },
  roleInlinePolicies: { maxCharacters: 10_240, countsWhiteSpace: false },
  trustPolicy: { maxCharacters: 2_048, countsWhiteSpace: false, raisableTo: 4_096 },
  sessionPolicy: { maxCharacters: 2_048, countsWhiteSpace: true },
  serviceControlPolicy: { maxCharacters: 10_240, countsWhiteSpace: true },
  resourceControlPolicy: { maxCharacters: 5_120, countsWhiteSpace: true },
  vpcEndpointPolicy: { maxCharacters: 20_480, countsWhiteSpace: true },
  organizationsDelegationPolicy: { maxCharacters: 40_000, countsWhiteSpace: true },
};

/** The characters of a document that a limit counts. */
export function countCharacters(text: string, limit: PolicyLimit): number {
  return limit.countsWhiteSpace ? text.length : text.replace(/[\t\n\r ]+/g, "").length;
}

/** Checks the size and the characters of a document; `stored` is what other inline policies of the same owner take already. */
export function checkPolicyLimits(source: Source, store: PolicyStore, stored = 0): readonly Diagnostic[] {
  return [...checkSize(source, store, stored), ...checkCharacters(source)];
}

function checkSize(source: Source, store: PolicyStore, stored: number): readonly Diagnostic[] {
  const limit = policyLimits[store];
  const size = countCharacters(source.text, limit) + stored;
  if (size <= limit.maxCharacters) return [];
  const raise = limit.raisableTo === undefined ? "" : `, or ask AWS to raise the limit to ${limit.raisableTo}`;
  const message = `the policy has ${size} characters, ${size - limit.maxCharacters} more than the ${limit.maxCharacters} allowed`;
  return [
    {
      code: "CST1042",
      severity: "error",
      message,
      span: spanOf(source, { start: 0, end: source.text.length }),
      help: `shorten it with wildcards or split it${raise}`,
    },
  ];
}

/** IAM accepts tab, line feed, carriage return and U+0020 to U+00FF [IAM User Guide, reference_iam-quotas, 2025]. */
const forbiddenCharacter = /[^\t\n\r\u0020-\u00ff]/u;

function checkCharacters(source: Source): readonly Diagnostic[] {
  const found = forbiddenCharacter.exec(source.text);
  if (found === null) return [];
  const span = spanOf(source, { start: found.index, end: found.index + found[0].length });
  return [
    {
      code: "CST1043",
      severity: "error",
      message: `\`${found[0]}\` is not a character of policies`,
      span,
      help: "use U+0020 to U+00FF, tab and line breaks",
    },
  ];
}
