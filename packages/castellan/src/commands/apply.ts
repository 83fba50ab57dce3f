import { join } from "node:path";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";
import { openFor } from "../target/open-for.ts";
import { planeDirectory } from "../target/open-target.ts";
import { applyWork } from "../command-parts/apply-work.ts";
import { allKept, promisesOver } from "../command-parts/prove-promises.ts";
import { promisesDocument, showPromises } from "../command-parts/show-promises.ts";
import { confirm } from "../command-parts/confirm.ts";
import { planWork } from "../command-parts/plan-work.ts";
import { showPlan } from "../command-parts/show-plan.ts";

/** `castellan apply`: checks the promises, plans, asks, does it, reads back, checks again. */
export const apply: Run = async (invocation) => {
  const { flags, terminal, cwd } = invocation;
  const { say, sayColors } = terminal;
  const file = goodAccessFile(invocation);
  const before = promisesOver(file.loaded.desired.estate, file);
  if (!allKept(before)) {
    for (const line of showPromises(before, sayColors)) say(line);
    say("nothing was applied: the file does not keep its own promises");
    return exitCodes.bad;
  }
  const opened = await openFor(invocation, file, "make");
  try {
    const work = await planWork(file, opened);
    say(showPlan(work.plan, `${file.name}  ->  ${opened.title}`, sayColors));
    if (work.plan.refusals.length > 0) return exitCodes.bad;
    if (
      work.plan.steps.length > 0 &&
      !(await confirm(invocation, `Apply ${work.plan.steps.length} steps to ${opened.title}?`))
    ) {
      say("nothing was changed");
      return exitCodes.good;
    }
    const after = await applyWork(invocation, file, opened, work, join(cwd, planeDirectory));
    const results = promisesOver(after.reading.estate, file);
    const passwords = (await opened.plane?.giveOneTimePasswords()) ?? [];
    if (flags["json"] === true) {
      const document = {
        format: "castellan.apply/1",
        target: opened.title,
        steps: work.plan.steps.length,
        summary: work.plan.summary,
        promises: promisesDocument(results),
        oneTimePasswords: passwords,
      };
      terminal.out(JSON.stringify(document, null, 2));
    } else {
      terminal.out(`${opened.title} holds what ${file.name} asks for (${work.plan.steps.length} steps done)`);
      for (const { userName, password } of passwords) terminal.out(`  one-time password  ${userName}  ${password}`);
      for (const line of showPromises(results, terminal.outColors)) terminal.out(line);
    }
    return allKept(results) ? exitCodes.good : exitCodes.bad;
  } finally {
    await opened.close();
  }
};
