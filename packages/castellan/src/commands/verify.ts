import { goodAccessFile, type GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation, Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";
import { openFor } from "../target/open-for.ts";
import { allKept, promisesDocument, promisesOver, showPromises } from "../work/check-promises.ts";
import { planWork } from "../work/plan-work.ts";

/** `castellan verify`: the promises, over the file or over what a target holds. */
export const verify: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const file = goodAccessFile(invocation);
  const over =
    typeof flags["target"] === "string"
      ? await overTarget(invocation, file)
      : { title: file.name, results: promisesOver(file.loaded.desired.estate, file) };
  if (flags["json"] === true) {
    terminal.out(
      JSON.stringify(
        { format: "castellan.verify/1", over: over.title, promises: promisesDocument(over.results) },
        null,
        2,
      ),
    );
  } else {
    for (const line of showPromises(over.results, terminal.outColors)) terminal.out(line);
  }
  return allKept(over.results) ? exitCodes.good : exitCodes.bad;
};

async function overTarget(invocation: Invocation, file: GoodAccessFile) {
  const opened = await openFor(invocation, file);
  try {
    const { reading } = await planWork(file, opened);
    return { title: opened.title, results: promisesOver(reading.estate, file) };
  } finally {
    await opened.close();
  }
}
