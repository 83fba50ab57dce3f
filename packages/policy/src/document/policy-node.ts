import type { OperatorName } from "../condition/operator-name.ts";
import type { Located, Source } from "./source.ts";

/** Where a policy document is used, which decides what it may say. */
export type PolicyKind = "identity" | "boundary" | "session" | "trust" | "resource" | "scp" | "rcp" | "vpcEndpoint";

/** The versions of the policy language. */
export type PolicyVersion = "2012-10-17" | "2008-10-17";

/** What a statement does to the requests it matches. */
export type Effect = "Allow" | "Deny";

/** Every node of a policy document. */
export type PolicyNode =
  | Policy
  | Statement
  | PrincipalElement
  | PrincipalEntry
  | ActionElement
  | ResourceElement
  | Condition
  | Text;

/** A parsed policy document; `kind` here is the use of the document, so its node tag is `node`. */
export interface Policy extends Located {
  readonly node: "policy";
  readonly kind: PolicyKind;
  readonly source: Source;
  /** Absent means 2008-10-17, in which `${…}` is plain text. */
  readonly version?: PolicyVersion;
  readonly id?: Text;
  readonly statements: readonly Statement[];
}

/** One statement of a policy. */
export interface Statement extends Located {
  readonly node: "statement";
  /** Place in the document, from 0. */
  readonly index: number;
  readonly sid?: Text;
  readonly effect: Effect;
  readonly principal?: PrincipalElement;
  readonly action: ActionElement;
  /** Absent means the resource that the policy is attached to. */
  readonly resource?: ResourceElement;
  readonly conditions: readonly Condition[];
}

/** A string of the document; the location includes the quotes. */
export interface Text extends Located {
  readonly node: "text";
  readonly value: string;
}

/** `Principal`, or `NotPrincipal` when negated. */
export interface PrincipalElement extends Located {
  readonly node: "principal";
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/** The kinds of principal a document can name; `*` is the bare star without a map. */
export type PrincipalType = "*" | "AWS" | "Service" | "Federated" | "CanonicalUser";

/** One named principal. */
export interface PrincipalEntry extends Located {
  readonly node: "principalEntry";
  readonly type: PrincipalType;
  readonly value: string;
}

/** `Action`, or `NotAction` when negated. */
export interface ActionElement extends Located {
  readonly node: "action";
  readonly negated: boolean;
  readonly patterns: readonly Text[];
}

/** `Resource`, or `NotResource` when negated. */
export interface ResourceElement extends Located {
  readonly node: "resource";
  readonly negated: boolean;
  readonly patterns: readonly Text[];
}

/** How an operator treats a key of several values. */
export type SetQualifier = "ForAllValues" | "ForAnyValue";

/** One key under one operator of a condition block. */
export interface Condition extends Located {
  readonly node: "condition";
  /** The operator as written, e.g. `ForAnyValue:StringLikeIfExists`. */
  readonly operator: Text;
  readonly name: OperatorName;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
  readonly key: Text;
  readonly values: readonly Text[];
}

/** A node that is still being put together: optional parts are set one by one. */
export type Draft<T extends PolicyNode> = { -readonly [K in keyof T]: T[K] };
