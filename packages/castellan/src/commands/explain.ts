import { explainAccess, openEstate, printAccessAnswer } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** `castellan explain WHO ACTION [RESOURCE]`: may they, and why. */
export const explain: Run = async (invocation) => {
  const { args, flags, terminal } = invocation;
  const [who = "", action = "", resource] = args;
  if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) {
    throw new CommandFailure(
      exitCodes.input,
      `\`${action}\` is not an action`,
      "write service and action, such as s3:GetObject",
    );
  }
  const { loaded } = goodAccessFile(invocation);
  const { content, desired } = loaded;
  const group = content.groups.find(({ key }) => key.text === who)?.value.text;
  const view = openEstate(desired.estate, installedCatalog());
  const answer = explainAccess(view, group ?? who, action, resource);
  if (!answer.known)
    throw new CommandFailure(
      exitCodes.input,
      `the file knows neither a person nor a group \`${who}\``,
      "people are named by e-mail address, groups by their word in the file",
    );
  const account = flags["account"];
  const shown =
    typeof account === "string"
      ? { ...answer, routes: answer.routes.filter(({ grant }) => grant.account === account) }
      : answer;
  terminal.out(
    flags["json"] === true
      ? JSON.stringify({ format: "castellan.explanation/1", ...shown }, null, 2)
      : printAccessAnswer(shown),
  );
  return exitCodes.good;
};
