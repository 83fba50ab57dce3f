import type { BodyOf, Change, ObjectKind, PlannedObject, StepKind } from "./step.ts";

/** What the rest of the code needs to know about one kind of step. */
export interface StepRow<Body> {
  /** Place in the order of creation (and of removal) that AWS demands; equal phases may run side by side. */
  readonly phase: number;
  readonly change: Change;
  readonly object: (body: Body) => PlannedObject;
  /** What tells this step from others of its kind. */
  readonly key: (body: Body) => readonly string[];
  readonly text: (body: Body) => string;
  /** Steps with the same lock never run at the same time; `account:*` excludes every `account:…`. */
  readonly lock?: (body: Body) => string;
}

/** The rows of some kinds of steps. */
export type StepRows<Kind extends StepKind> = { readonly [Each in Kind]: StepRow<BodyOf<Each>> };

/** The `object` column for steps on one kind of object. */
export function named<Body>(
  kind: ObjectKind,
  name: (body: Body) => string,
): { readonly object: (body: Body) => PlannedObject } {
  return { object: (body) => ({ kind, name: name(body) }) };
}

/** Organizations takes one write at a time. */
export function organizationLock(): string {
  return "organization";
}

/** One role per account is written at a time; `*` means every account. */
export function accountLock(account: string): string {
  return `account:${account}`;
}
