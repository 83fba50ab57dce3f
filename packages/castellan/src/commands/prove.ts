import { type AccessPromise, printDiagnostic, readSentence } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { goodAccessFile, type GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { allKept, promisesOver } from "../command-parts/prove-promises.ts";
import { estateOf } from "../command-parts/read-target.ts";
import { promisesDocument, showPromises, takenForKnown } from "../command-parts/show-promises.ts";

/** `castellan prove "SENTENCE"…`: promises that the file does not make, over the file or over what a target holds. */
export const prove: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const file = goodAccessFile(invocation);
  const promises = promisesOf(invocation, file);
  const { title: over, estate } = await estateOf(invocation, file);
  const results = promisesOver(estate, { ...file, loaded: { ...file.loaded, promises, claims: [] } });
  const document = {
    format: "castellan.prove/1",
    over,
    promises: promisesDocument(results),
    assumed: takenForKnown(results),
  };
  if (flags["json"] === true) terminal.out(JSON.stringify(document, null, 2));
  else for (const line of showPromises(results, terminal.outColors)) terminal.out(line);
  return allKept(results) ? exitCodes.good : exitCodes.bad;
};

/** The sentences as promises; ends the command when one of them is none. */
function promisesOf({ args, terminal }: Invocation, file: GoodAccessFile): readonly AccessPromise[] {
  const options = { color: terminal.sayColors.isColorSupported };
  const promises = args.flatMap((text, index) => {
    const name = args.length === 1 ? "sentence" : `sentence ${index + 1}`;
    const read = readSentence(text, { name, file: file.loaded, catalog: installedCatalog() });
    for (const diagnostic of read.diagnostics) terminal.say(`${printDiagnostic(diagnostic, text, options)}\n`);
    return read.kind === "promise" ? [read.promise] : [];
  });
  if (promises.length === args.length) return promises;
  throw new CommandFailure(exitCodes.input, "nothing was proved: a sentence is no promise about this file");
}
