import type { Catalog } from "@castellan/catalog";
import { installedCatalog } from "@castellan/catalog/node";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";
import { actionRow, type ActionRow, printActionRows } from "../expand/action-rows.ts";
import { coverActions } from "../expand/cover-actions.ts";
import { type Expansion, expandWord } from "../expand/expand-word.ts";

/** `castellan expand PATTERN…`: the actions that patterns and tasks mean, or with --invert patterns that mean actions. */
export const expand: Run = async ({ args, flags, terminal }) => {
  const catalog = installedCatalog();
  const words = args.map((word) => expandWord(word, catalog));
  const actions = [...new Set(words.flatMap((one) => (one.kind === "nothing" ? [] : one.actions)))].toSorted();
  const patterns = flags["invert"] === true ? coverActions(actions, catalog) : undefined;
  const nothing = words.filter((one) => one.kind === "nothing");
  if (flags["json"] === true) terminal.out(JSON.stringify(expandDocument(words, actions, patterns, catalog), null, 2));
  else if (patterns !== undefined) for (const pattern of patterns) terminal.out(pattern);
  else for (const line of listing(actions, flags["long"] === true, catalog)) terminal.out(line);
  for (const { word, near } of nothing) {
    terminal.say(
      `${terminal.sayColors.red("error")}: \`${word}\` means nothing: the catalogue has no such ${word.includes(":") ? "action" : "task"}`,
    );
    if (near !== undefined) terminal.say(`${terminal.sayColors.cyan("help")}: did you mean \`${near}\`?`);
  }
  return nothing.length === 0 ? exitCodes.good : exitCodes.bad;
};

function listing(actions: readonly string[], long: boolean, catalog: Catalog): readonly string[] {
  return printActionRows(
    actions.map((action) => actionRow(action, catalog)),
    long,
  );
}

/** The document `castellan.expand/1`. */
function expandDocument(
  words: readonly Expansion[],
  actions: readonly string[],
  patterns: readonly string[] | undefined,
  catalog: Catalog,
): object {
  const rows: readonly ActionRow[] = actions.map((action) => actionRow(action, catalog));
  return { format: "castellan.expand/1", words, ...(patterns !== undefined && { patterns }), actions: rows };
}
