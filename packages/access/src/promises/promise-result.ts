import type { RequestContext } from "@castellan/policy";
import type { AccessPromise } from "./access-promise.ts";

/** What was found out about a promise. `kept` is said of the requests decided and of no others. */
export interface PromiseResult {
  readonly promise: AccessPromise;
  readonly verdict: "kept" | "broken" | "undecided";
  /** How much was looked at: `312 requests`. */
  readonly checked: number;
  readonly counted: "requests" | "assignments" | "people";
  readonly counterexample?: Counterexample;
  /** Why it could not be decided. */
  readonly reason?: string;
}

/** A request, or an assignment, that a promise rules out; or one that it promises and that is refused. */
export interface Counterexample {
  readonly who: string;
  /** `AWS-Developers > DeveloperAccess > management`. */
  readonly via: string;
  readonly account: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: RequestContext;
  /** The statement or the fact that decides it. */
  readonly because: string;
  /** The place in the access file that opens the way. */
  readonly source?: { readonly file: string; readonly line: number; readonly column: number };
}

/** A result in one sentence. */
export function resultInWords(result: PromiseResult): string {
  const what = `${result.checked} ${result.checked === 1 ? singular[result.counted] : result.counted}`;
  if (result.verdict === "undecided") return `not decided: ${result.reason ?? "no reason is known"}`;
  if (result.verdict === "kept" && result.checked === 0) return "kept: nobody has a way there";
  return result.verdict === "kept" ? `kept, checked on ${what}` : `broken, found among ${what}`;
}

const singular: Readonly<Record<PromiseResult["counted"], string>> = {
  requests: "request",
  assignments: "assignment",
  people: "person",
};
