import { type AccessMatrix, accessMatrix, printMatrix } from "@castellan/access";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";

/** `castellan matrix`: accounts by groups. */
export const matrix: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const { loaded } = goodAccessFile(invocation);
  const table = accessMatrix(loaded.desired.estate);
  if (flags["json"] === true) terminal.out(JSON.stringify({ format: "castellan.matrix/1", ...table }, null, 2));
  else terminal.out(flags["markdown"] === true ? markdown(table) : printMatrix(table));
  return exitCodes.good;
};

function markdown({ accounts, groups, cells }: AccessMatrix): string {
  const row = (words: readonly string[]) => `| ${words.join(" | ")} |`;
  const grants = (account: string, group: string) =>
    cells.find((cell) => cell.account === account && cell.group === group)?.grants.join(", ") ?? "";
  const rows = accounts.map((account) => row([account, ...groups.map((group) => grants(account, group))]));
  return [row(["account", ...groups]), row(["---", ...groups.map(() => "---")]), ...rows].join("\n");
}
