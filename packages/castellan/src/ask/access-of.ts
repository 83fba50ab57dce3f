import { type AccessAnswer, explainAccess, overRoutes } from "@castellan/access";
import type { Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { contextOf, openQuestion, requireAction, unknownWho } from "./open-question.ts";

/** The explained answer to WHO ACTION [RESOURCE] with the command's flags. */
export async function accessOf(invocation: Invocation): Promise<AccessAnswer> {
  const { args, flags } = invocation;
  const [who = "", action = "", resource] = args;
  requireAction(action);
  const context = contextOf(flags["context"]);
  const { view, promises, nameOf } = await openQuestion(invocation);
  const answer = explainAccess(view, nameOf(who), action, resource, { context, promises });
  if (!answer.known) throw unknownWho(who);
  const account = flags["account"];
  if (typeof account !== "string") return answer;
  if (!view.estate.accounts.some(({ name }) => name === account))
    throw new CommandFailure(
      exitCodes.input,
      `there is no account \`${account}\``,
      "accounts are named as in the file",
    );
  return overRoutes(answer, (grant) => grant.account === account);
}
