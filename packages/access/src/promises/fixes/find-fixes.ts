import type { PromiseClaim } from "../access-promise.ts";
import type { Counterexample, PromiseResult } from "../promise-result.ts";
import { addNever } from "./add-never.ts";
import { removeAssignment } from "./remove-assignment.ts";

/** An edit of the access file after which a promise is proved and no other is broken that was not. */
export interface PromiseFix {
  /** ``add `see billing` to `never` of `DeveloperAccess` ``. */
  readonly title: string;
  /** The whole text with the edit. */
  readonly text: string;
}

/** Proves all promises of a text; undefined where the text has errors. */
export type ProveText = (text: string) => readonly PromiseResult[] | undefined;

/** Makes one edit against what a counterexample shows; undefined where it is not possible. */
type Attempt = (text: string, claim: PromiseClaim, found: Counterexample) => PromiseFix | undefined;

const denyTask: Attempt = (text, claim, { permissionSet }) => {
  if (!("task" in claim) || claim.task.kind === "levels" || permissionSet === undefined) return undefined;
  const changed = addNever(text, permissionSet, claim.task.name);
  const title = `add \`${claim.task.name}\` to \`never\` of \`${permissionSet}\``;
  return changed === undefined ? undefined : { title, text: changed };
};

const takeAway: Attempt = (text, _claim, { source, via }) => {
  const changed = source === undefined ? undefined : removeAssignment(text, source);
  return changed === undefined ? undefined : { title: `take the assignment ${via} away`, text: changed };
};

/** The most edits of one kind that are tried together. */
const mostEdits = 20;

/**
 * The ways to mend a broken promise by editing the file. A way is repeated while something else still gets through,
 * and offered only when the proofs of the edited file say that the promise is kept and none is newly broken.
 */
export function findFixes(text: string, result: PromiseResult, prove: ProveText): readonly PromiseFix[] {
  const before = prove(text);
  if (before === undefined || result.verdict !== "broken" || result.promise.claim.kind === "may") return [];
  return [denyTask, takeAway].flatMap((attempt) => mended(text, result, before, { attempt, prove }) ?? []);
}

function mended(
  text: string,
  result: PromiseResult,
  before: readonly PromiseResult[],
  { attempt, prove }: { readonly attempt: Attempt; readonly prove: ProveText },
): PromiseFix | undefined {
  const titles: string[] = [];
  let [current, broken] = [text, result];
  while (titles.length < mostEdits && broken.counterexample !== undefined) {
    const edit = attempt(current, broken.promise.claim, broken.counterexample);
    const after = edit && edit.text !== current ? prove(edit.text) : undefined;
    const own = after?.find((one) => nameOf(one) === nameOf(result));
    if (edit === undefined || after === undefined || own === undefined || breaksMore(before, after)) return undefined;
    titles.push(edit.title);
    if (own.verdict === "proved") return { title: [...new Set(titles)].join(", "), text: edit.text };
    [current, broken] = [edit.text, own];
  }
  return undefined;
}

function breaksMore(before: readonly PromiseResult[], after: readonly PromiseResult[]): boolean {
  const kept = new Set(before.filter(({ verdict }) => verdict === "proved").map(nameOf));
  return after.some((result) => result.verdict !== "proved" && kept.has(nameOf(result)));
}

function nameOf({ promise: { text, origin } }: PromiseResult): string {
  return JSON.stringify([text, origin?.permissionSet]);
}
