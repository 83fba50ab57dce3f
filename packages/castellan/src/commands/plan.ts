import { planDocument } from "@castellan/access";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";
import { openFor } from "../target/open-for.ts";
import { planWork } from "../command-parts/plan-work.ts";
import { showPlan } from "../command-parts/show-plan.ts";

/** `castellan plan`: what would change; nothing is changed. */
export const plan: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const file = goodAccessFile(invocation);
  const opened = await openFor(invocation, file, "pretend");
  try {
    const work = await planWork(file, opened);
    if (flags["json"] === true) terminal.out(JSON.stringify(planDocument(work.plan), null, 2));
    else terminal.out(showPlan(work.plan, `${file.name}  ->  ${opened.title}`, terminal.outColors));
    if (work.plan.refusals.length > 0) return exitCodes.bad;
    return flags["detailed-exitcode"] === true && work.plan.steps.length > 0 ? exitCodes.pending : exitCodes.good;
  } finally {
    await opened.close();
  }
};
