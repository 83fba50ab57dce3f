import type { PolicyKind } from "./policy-node.ts";

/** Which of AWS's validators reads a document, and so in which words it refuses one. */
export type Dialect = "iam" | "resource" | "organizations";

/** What an ARN of fewer than six fields means in `Resource`. */
export type IncompleteArn = "expand" | "expandIfWildcard" | "reject";

/** What a kind of policy may and must say. */
export interface KindRules {
  readonly dialect: Dialect;
  /** How messages call such a document, with its article. */
  readonly noun: string;
  readonly principal: "required" | "forbidden" | "onlyStar";
  readonly resource: "required" | "forbidden" | "optional";
  readonly incompleteArn: IncompleteArn;
  /** `Sid` must be letters and digits and unique. */
  readonly strictSids: boolean;
  /** `Resource` must be `*` or an ARN; elsewhere services accept forms of their own. */
  readonly resourcesAreArns: boolean;
  /** `Version` must be 2012-10-17. */
  readonly currentVersionOnly: boolean;
}

const identity: KindRules = {
  dialect: "iam",
  noun: "an identity policy",
  principal: "forbidden",
  resource: "required",
  incompleteArn: "expand",
  strictSids: true,
  resourcesAreArns: true,
  currentVersionOnly: false,
};

const resource: KindRules = {
  dialect: "resource",
  noun: "a resource policy",
  principal: "required",
  resource: "optional",
  incompleteArn: "expandIfWildcard",
  strictSids: false,
  resourcesAreArns: false,
  currentVersionOnly: false,
};

const scp: KindRules = {
  dialect: "organizations",
  noun: "a service control policy",
  principal: "forbidden",
  resource: "required",
  incompleteArn: "expandIfWildcard",
  strictSids: false,
  resourcesAreArns: true,
  currentVersionOnly: true,
};

/** The rules of every kind of policy [IAM User Guide, grammar and elements; Organizations guide, SCP and RCP syntax; 2025]. */
export const kindRules: Readonly<Record<PolicyKind, KindRules>> = {
  identity,
  boundary: { ...identity, noun: "a permissions boundary" },
  session: { ...identity, noun: "a session policy", incompleteArn: "reject" },
  trust: { ...resource, noun: "a role trust policy", resource: "forbidden", strictSids: true },
  resource,
  scp,
  rcp: { ...scp, noun: "a resource control policy", principal: "onlyStar", incompleteArn: "reject" },
  vpcEndpoint: { ...resource, noun: "a VPC endpoint policy", resource: "required" },
};
