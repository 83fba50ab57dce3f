import type { Catalog } from "../catalog.ts";
import type { Policy, PolicyKind, Statement } from "../document/policy-node.ts";
import type { Fault } from "../document/fault-list.ts";
import type { JsonObject } from "../json/json-node.ts";
import type { FindingType, FoundAt } from "./finding.ts";
import type { Lookups } from "./lookups.ts";

/** A policy under inspection and what there is to know about it. */
export interface LintSubject {
  /** The policy as far as it makes sense: statements without effect or action are left out. */
  readonly policy: Policy;
  /** The same text as JSON, for what a policy does not keep: empty lists and objects, types of values, unknown names. */
  readonly document: JsonObject;
  readonly kind: PolicyKind;
  /** The type of resource that a resource policy is for, such as `AWS::S3::Bucket`. */
  readonly resourceType?: string;
  /** What the parser refuses. */
  readonly faults: readonly Fault[];
  readonly statements: readonly Statement[];
  /** The statements as JSON, also the malformed ones; a statement has the same `start` as its object. */
  readonly statementObjects: readonly JsonObject[];
  readonly catalog: Catalog;
  readonly lookups: Lookups;
}

/** One thing to look for in policies. */
export interface LintCheck {
  readonly code: string;
  readonly type: FindingType;
  /** AWS's title of the check, which its documentation's anchors are made of; ours for a check of our own. */
  readonly title: string;
  find(subject: LintSubject): readonly FoundAt[];
}
