import { accessOf } from "../ask/access-of.ts";
import type { Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { listWhatCan } from "./what-can.ts";

/** `castellan can WHO ACTION [RESOURCE]`: yes or no. */
export const can: Run = async (invocation) => {
  const { args, flags, terminal } = invocation;
  if (flags["list"] === true) return listWhatCan(invocation, true);
  if (args[1] === undefined)
    throw new CommandFailure(exitCodes.input, "no action is named", "name an action, or add --list");
  const { who, action, resource, allowed, open } = await accessOf(invocation);
  const answer = allowed ? "yes" : "no";
  if (flags["quiet"] !== true) {
    if (flags["json"] === true)
      terminal.out(JSON.stringify({ format: "castellan.can/1", who, action, resource, answer, open }, null, 2));
    else terminal.out(answer);
    if (open.kind === "depends") terminal.say(`with other values of ${open.on.join(", ")} the answer may be another`);
  }
  return allowed ? exitCodes.good : exitCodes.bad;
};
