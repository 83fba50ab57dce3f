import type { PolicyKind } from "../../document/policy-node.ts";
import { countCharacters, policyLimits } from "../../document/policy-limits.ts";
import type { LintCheck } from "../lint-check.ts";

/** A size from which a kind of policy is too long for every place it can be stored in. */
interface SizeLimit {
  readonly code: string;
  readonly title: string;
  readonly kinds: readonly PolicyKind[];
  readonly maxCharacters: number;
  readonly countsWhiteSpace: boolean;
  readonly help: string;
}

const limits: readonly SizeLimit[] = [
  {
    code: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    title: "Policy size exceeds identity policy quota",
    kinds: ["identity", "boundary", "session"],
    ...policyLimits.roleInlinePolicies,
    help: "split it into several policies; a managed policy may have 6,144 characters",
  },
  {
    code: "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    title: "Policy size exceeds resource policy quota",
    kinds: ["resource", "vpcEndpoint"],
    // The largest resource policy of any service, S3's for buckets [Amazon S3 user guide, bucket policies, 2025].
    maxCharacters: 20_480,
    countsWhiteSpace: true,
    help: "shorten it, or move rights to identity policies",
  },
  {
    code: "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    title: "Policy size exceeds role trust policy quota",
    kinds: ["trust"],
    ...policyLimits.trustPolicy,
    help: "shorten it, or ask AWS to raise the limit",
  },
];

/** Policies that are too long to be stored. */
export const policySize: readonly LintCheck[] = limits.map(({ code, title, kinds, help, ...limit }) => ({
  code,
  type: "WARNING",
  title,
  find: ({ kind, policy, document }) => {
    const size = countCharacters(policy.source.text, limit);
    if (!kinds.includes(kind) || size <= limit.maxCharacters) return [];
    return [{ at: [document], details: `the policy has ${size} characters; ${limit.maxCharacters} are allowed`, help }];
  },
}));
