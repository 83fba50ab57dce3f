import { printWhatCan, type WhatCanAnswer, whatCan } from "@castellan/access";
import { openQuestion, unknownWho } from "../ask/open-question.ts";
import type { FlagValue, Invocation, Run } from "../command-tree.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";

/** `castellan what-can WHO`: what somebody may do, by account. */
export const whatCanCommand: Run = (invocation) => listWhatCan(invocation, invocation.flags["actions"] === true);

/** Prints what somebody may do; `actions` names every action. */
export async function listWhatCan(invocation: Invocation, actions: boolean): Promise<ExitCode> {
  const { args, flags, terminal } = invocation;
  const [who = ""] = args;
  const { over, view, nameOf } = await openQuestion(invocation);
  const answer = within(whatCan(view, nameOf(who)), flags["account"]);
  if (!answer.known) throw unknownWho(who);
  if (flags["json"] === true)
    terminal.out(JSON.stringify({ format: "castellan.what-can/1", over, ...counted(answer, actions) }, null, 2));
  else terminal.out(printWhatCan(answer, { actions }));
  return exitCodes.good;
}

function within(answer: WhatCanAnswer, account: FlagValue): WhatCanAnswer {
  if (typeof account !== "string") return answer;
  const accounts = answer.accounts.filter((one) => one.account === account);
  if (accounts.length === 0 && answer.known)
    throw new CommandFailure(exitCodes.input, `no way leads ${answer.who} to an account \`${account}\``);
  return { ...answer, accounts };
}

/** Without `actions` only how many there are. */
function counted(answer: WhatCanAnswer, actions: boolean): object {
  if (actions) return answer;
  const accounts = answer.accounts.map((reach) => ({
    ...reach,
    services: reach.services.map(({ service, levels }) => ({ service, levels })),
  }));
  return { ...answer, accounts };
}
