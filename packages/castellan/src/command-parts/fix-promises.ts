import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { findFixes, type PromiseFix, type PromiseResult, type ProveText } from "@castellan/access";
import { type GoodAccessFile, readAccessText } from "../access-file/open-access-file.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { replaceFile } from "../lint/replace-file.ts";
import type { Colors } from "../terminal/terminal.ts";
import { promisesOver } from "./prove-promises.ts";
import { showDifference } from "./show-difference.ts";

/** A broken promise with the edits of the file that mend it, the first of which is made. */
export interface MendedPromise {
  readonly result: PromiseResult;
  readonly before: string;
  readonly fixes: readonly PromiseFix[];
}

/** Finds edits for every broken promise, for each in the text with the first edits for those before it. */
export function mendPromises(
  { name, text }: GoodAccessFile,
  path: string,
  results: readonly PromiseResult[],
): { readonly mended: readonly MendedPromise[]; readonly text: string } {
  const prove = proveText(name, path);
  const mended: MendedPromise[] = [];
  let current = text;
  for (const result of results.filter(({ verdict }) => verdict === "broken")) {
    const now = prove(current)?.find(({ promise }) => isSame(promise, result.promise));
    const fixes = now === undefined ? [] : findFixes(current, now, prove);
    const isKept = now?.verdict === "proved";
    if (!isKept) mended.push({ result, before: current, fixes });
    current = fixes[0]?.text ?? current;
  }
  return { mended, text: current };
}

/** Proves texts; what was proved is not proved again. */
function proveText(name: string, path: string): ProveText {
  const known = new Map<string, readonly PromiseResult[] | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const { loaded } = readAccessText(text, name, dirname(path));
    const results = loaded.kind === "loaded" ? promisesOver(loaded.desired.estate, { name, text, loaded }) : undefined;
    known.set(text, results);
    return results;
  };
}

function isSame(a: PromiseResult["promise"], b: PromiseResult["promise"]): boolean {
  return a.text === b.text && a.origin?.permissionSet === b.origin?.permissionSet;
}

/** The edits as differences of the file, the one that is made first. */
export function showMended(file: string, mended: readonly MendedPromise[], colors: Colors): readonly string[] {
  return mended.flatMap(({ result, before, fixes }) => [
    "",
    colors.bold(result.promise.text),
    ...(fixes.length === 0 ? ["  no edit was found that keeps it and breaks nothing else"] : []),
    ...fixes.flatMap(({ title, text }, at) => [
      `${at === 0 ? "fix" : "or"}: ${title}`,
      ...showDifference(file, before, text, colors),
    ]),
  ]);
}

/** Writes the file whole; what somebody wrote in the meantime is not lost. */
export function writeMended(path: string, { name, text }: GoodAccessFile, mended: string): void {
  if (readFileSync(path, "utf8") !== text)
    throw new CommandFailure(exitCodes.input, `\`${name}\` changed while it was verified`, "run the command again");
  replaceFile(path, mended);
}
