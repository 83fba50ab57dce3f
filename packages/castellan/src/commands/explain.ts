import { printAccessAnswer } from "@castellan/access";
import { accessOf } from "../ask/access-of.ts";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";

/** `castellan explain WHO ACTION [RESOURCE]`: may they, and why. */
export const explain: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const answer = await accessOf(invocation);
  terminal.out(
    flags["json"] === true
      ? JSON.stringify({ format: "castellan.explanation/1", ...answer }, null, 2)
      : printAccessAnswer(answer, { open: flags["open"] === true }),
  );
  return exitCodes.good;
};
