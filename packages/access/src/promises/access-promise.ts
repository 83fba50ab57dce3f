import type { Span } from "@castellan/policy";
import type { Task } from "../tasks/task.ts";

/** A group as a promise names it: by its key in the file, and by its name in Identity Center or IAM. */
export interface PromisedGroup {
  readonly key: string;
  readonly displayName: string;
}

/** Where a promise holds: in every account, or in these. */
export type PromisedPlace =
  | { readonly kind: "anywhere" }
  | { readonly kind: "accounts"; readonly accounts: readonly string[] };

/** What a promise claims. "May" of a group means what the group gives, not what its members get elsewhere. */
export type PromiseClaim =
  | {
      readonly kind: "only";
      readonly groups: readonly PromisedGroup[];
      readonly task: Task;
      readonly place: PromisedPlace;
    }
  | {
      readonly kind: "never";
      readonly groups: readonly PromisedGroup[];
      readonly task: Task;
      readonly place: PromisedPlace;
    }
  | {
      readonly kind: "may";
      readonly groups: readonly PromisedGroup[];
      readonly task: Task;
      readonly place: PromisedPlace;
    }
  | { readonly kind: "reach"; readonly groups: readonly PromisedGroup[]; readonly accounts: readonly string[] }
  | { readonly kind: "people"; readonly atLeast: number; readonly group: PromisedGroup };

/**
 * Which role's claim a promise is. It is made for what the role's permission set gives, whatever else the groups are given in
 * the same account; a promise to reach only certain accounts is made for all that the groups are given.
 */
export interface PromiseOrigin {
  /** The role's name. */
  readonly role: string;
  /** The permission set that has the role. */
  readonly permissionSet: string;
  /** `role developer: may never manage IAM`. */
  readonly text: string;
}

/** A promise of the file, or one that a role brings along: its sentence, its place, and what it claims. */
export interface AccessPromise {
  readonly text: string;
  readonly span: Span;
  readonly claim: PromiseClaim;
  /** Absent where a person wrote the promise. */
  readonly origin?: PromiseOrigin;
}

/** The forms that a promise may have, for messages and documentation. */
export const promiseForms: readonly string[] = [
  "only GROUP, GROUP may TASK [anywhere | in ACCOUNT]",
  "GROUP may TASK [anywhere | in ACCOUNT]",
  "GROUP may never TASK [anywhere | in ACCOUNT]",
  "GROUP may reach only ACCOUNT, ACCOUNT",
  "always at least N people are GROUP",
];
