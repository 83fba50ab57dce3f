import type { RequestContext } from "@castellan/policy";
import type { Source } from "../estate.ts";
import type { AccessPromise } from "./access-promise.ts";

/** What was found out about a promise. */
export interface PromiseResult {
  readonly promise: AccessPromise;
  readonly verdict: "proved" | "broken" | "undecided";
  /** What it follows from: a proof over all requests, the assignments, or who is in a group. */
  readonly by: "proof" | "assignments" | "people";
  /** How many grants it speaks of (or assignments, or people); grants that answer alike are proved together. */
  readonly checked: number;
  readonly counterexample?: Counterexample;
  /** Why it could not be decided. */
  readonly reasons?: readonly string[];
  /** What the proof takes for known. */
  readonly assumed?: readonly string[];
  /** The permission sets and IAM groups whose holders may act through roles that the estate does not describe, which is not followed. */
  readonly leadingOn?: readonly string[];
  /** What becomes of the promise when AWS adds actions; absent where nothing does. */
  readonly future?: string;
}

/** A request, or an assignment, that a promise rules out; or one that it promises and that is refused. */
export interface Counterexample {
  readonly who: string;
  /** `AWS-Developers > DeveloperAccess > management`. */
  readonly via: string;
  readonly account: string;
  readonly permissionSet?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: RequestContext;
  /** The statement or the fact that decides it. */
  readonly because: string;
  /** The place in the access file that opens the way. */
  readonly source?: Source;
  /** The place of the permission set whose statement decides it. */
  readonly setSource?: Source;
}

/** A result in one sentence. */
export function resultInWords({ verdict, by, checked, reasons }: PromiseResult): string {
  if (verdict === "undecided") return `not decided: ${reasons?.join("; ") ?? "no reason is known"}`;
  if (verdict === "broken") return "broken";
  if (checked === 0 && by !== "people") return "proved: nobody has a way there";
  return by === "proof" ? "proved over all requests" : `proved by ${counted(checked, by)}`;
}

/** What the proofs take for known, each once. */
export function assumptionsOf(results: readonly PromiseResult[]): readonly string[] {
  const assumed = new Set(results.flatMap((result) => result.assumed ?? []));
  const leadingOn = [...new Set(results.flatMap((result) => result.leadingOn ?? []))].toSorted();
  if (leadingOn.length === 0) return [...assumed];
  const who =
    leadingOn.length > 4
      ? `${leadingOn.slice(0, 3).join(", ")} and ${leadingOn.length - 3} more`
      : leadingOn.join(", ");
  return [
    ...assumed,
    `roles that the file does not describe are not followed; assuming them, or handing them to a service, is allowed to ${who}`,
  ];
}

function counted(count: number, what: "assignments" | "people"): string {
  if (count !== 1) return `${count} ${what}`;
  return what === "people" ? "1 person" : "1 assignment";
}
