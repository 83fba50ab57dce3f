import { printWhoCan, whoCan } from "@castellan/access";
import { contextOf, openQuestion, requireAction } from "../ask/open-question.ts";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";

/** `castellan who-can ACTION [RESOURCE]`: everybody who may, by person. */
export const whoCanCommand: Run = async (invocation) => {
  const { args, flags, terminal } = invocation;
  const [action = "", resource] = args;
  requireAction(action);
  const context = contextOf(flags["context"]);
  const { over, view } = await openQuestion(invocation);
  const answer = whoCan(view, action, resource, context);
  terminal.out(
    flags["json"] === true
      ? JSON.stringify({ format: "castellan.who-can/1", over, ...answer }, null, 2)
      : printWhoCan(answer),
  );
  return exitCodes.good;
};
