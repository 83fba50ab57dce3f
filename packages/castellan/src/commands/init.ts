import { existsSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { blueprints, findBlueprint } from "@castellan/access";
import type { Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** `castellan init [BLUEPRINT]`: an access file to start from. */
export const init: Run = async ({ args: [name = "team"], flags, terminal, cwd }) => {
  const blueprint = findBlueprint(name);
  if (!blueprint) {
    throw new CommandFailure(
      exitCodes.input,
      `there is no blueprint \`${name}\``,
      `one of: ${blueprints.map((one) => one.name).join(", ")}`,
    );
  }
  const path = resolve(cwd, String(flags["file"]));
  const shown = relative(cwd, path);
  if (existsSync(path) && flags["force"] !== true) {
    throw new CommandFailure(
      exitCodes.input,
      `\`${shown}\` is already there`,
      "name another file with -f, or replace it with --force",
    );
  }
  writeFileSync(path, blueprint.text);
  terminal.say(`${terminal.sayColors.green("wrote")} ${shown}: ${blueprint.title}`);
  terminal.say("read it, put your people in, then: castellan lint && castellan up");
  return exitCodes.good;
};
