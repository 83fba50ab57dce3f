import type { PromiseResult } from "@castellan/access";
import { findAccessFile, goodAccessFile, type GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation, Run } from "../command-tree.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import { confirm } from "../command-parts/confirm.ts";
import { mendPromises, type MendedPromise, showMended, writeMended } from "../command-parts/fix-promises.ts";
import { allKept, promisesOver } from "../command-parts/prove-promises.ts";
import { estateOf } from "../command-parts/read-target.ts";
import { promisesDocument, showPromises, takenForKnown } from "../command-parts/show-promises.ts";

/** What was verified, with what came out. */
interface Verified {
  readonly title: string;
  readonly results: readonly PromiseResult[];
}

/** `castellan verify`: the promises, over the file or over what a target holds. */
export const verify: Run = async (invocation) => {
  const { flags } = invocation;
  const file = goodAccessFile(invocation);
  const { title, estate } = await estateOf(invocation, file);
  const over = { title, results: promisesOver(estate, file) };
  if (flags["fix"] === true) return fix(invocation, file, over);
  show(invocation, over);
  if (flags["json"] !== true && over.results.some(({ verdict }) => verdict === "broken"))
    invocation.terminal.say("`castellan verify --fix` looks for edits of the file that mend this");
  return verdictOn(over.results);
};

function verdictOn(results: readonly PromiseResult[]): ExitCode {
  return allKept(results) ? exitCodes.good : exitCodes.bad;
}

function show({ flags, terminal }: Invocation, { title, results }: Verified, mended?: readonly MendedPromise[]): void {
  if (flags["json"] !== true) {
    for (const line of showPromises(results, terminal.outColors)) terminal.out(line);
    return;
  }
  const fixes = mended?.flatMap(({ result, fixes: found }) =>
    found.map(({ title: edit }) => ({ promise: result.promise.text, edit })),
  );
  const document = {
    format: "castellan.verify/1",
    over: title,
    promises: promisesDocument(results),
    assumed: takenForKnown(results),
    ...(fixes === undefined ? {} : { fixes }),
  };
  terminal.out(JSON.stringify(document, null, 2));
}

/** Shows the edits that mend what is broken, and makes the first of each when that is confirmed. */
async function fix(invocation: Invocation, file: GoodAccessFile, over: Verified): Promise<ExitCode> {
  const { flags, terminal } = invocation;
  const path = findAccessFile(invocation);
  if (typeof flags["target"] === "string" || path === undefined)
    throw new CommandFailure(exitCodes.input, "a target has no file to fix", "leave `--target` or `--fix` away");
  const { mended, text } = mendPromises(file, path, over.results);
  show(invocation, over, mended);
  if (flags["json"] !== true) for (const line of showMended(file.name, mended, terminal.outColors)) terminal.out(line);
  if (text === file.text) return verdictOn(over.results);
  if (flags["yes"] !== true && !terminal.interactive) {
    terminal.say("nothing was written: look at the first fix of each promise, and add --yes to make them");
    return exitCodes.bad;
  }
  if (!(await confirm(invocation, `Write the first fix of each promise to ${file.name}?`))) return exitCodes.bad;
  writeMended(path, file, text);
  terminal.say(`wrote ${file.name}`);
  return mended.every(({ fixes }) => fixes.length > 0) && over.results.every(({ verdict }) => verdict !== "undecided")
    ? exitCodes.good
    : exitCodes.bad;
}
