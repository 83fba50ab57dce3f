import { escalationJson, findEscalations, nobodyEscalates, printEscalations } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { createProver } from "@castellan/policy";
import { type AskedEstate, openQuestion, unknownWho } from "../ask/open-question.ts";
import type { FlagValue, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** `castellan escalations [WHO]`: paths to administrator; exits 1 unless it is proved that nobody who is none has one. */
export const escalations: Run = async (invocation) => {
  const { args, flags, terminal } = invocation;
  const [who] = args;
  const asked = await openQuestion(invocation);
  const catalog = installedCatalog();
  const options = {
    prover: createProver({ catalog }),
    catalog,
    delegatedAdministrators: accountsOf(flags["delegated"], asked),
    onlyCertain: flags["certain"] === true,
    ...(who === undefined ? {} : { who: asked.nameOf(who) }),
  };
  const report = findEscalations(asked.view, options);
  if (!report.known) throw unknownWho(who ?? "");
  terminal.out(
    flags["json"] === true
      ? JSON.stringify({ format: "castellan.escalations/1", over: asked.over, ...escalationJson(report) }, null, 2)
      : printEscalations(report),
  );
  return nobodyEscalates(report) ? exitCodes.good : exitCodes.bad;
};

function accountsOf(flag: FlagValue, { view }: AskedEstate): readonly string[] {
  const names = typeof flag === "object" ? flag : [];
  const unknown = names.find((name) => !view.estate.accounts.some((account) => account.name === name));
  if (unknown === undefined) return names;
  throw new CommandFailure(exitCodes.input, `there is no account \`${unknown}\``, "accounts are named as in the file");
}
