import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import {
  type Estate,
  listProfiles,
  mergeProfiles,
  portalUrl,
  printDiagnostic,
  printProfiles,
  profileNaming,
} from "@castellan/access";
import { goodAccessFile, type GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { openFor } from "../target/open-for.ts";
import { confirm } from "../command-parts/confirm.ts";
import { planWork } from "../command-parts/plan-work.ts";
import { showDifference } from "../command-parts/show-difference.ts";

/** `castellan profiles [PERSON]`: the AWS CLI's profiles, in a marked block of the config file. */
export const profiles: Run = async (invocation) => {
  const { args, flags, terminal, env, cwd } = invocation;
  const file = goodAccessFile(invocation);
  const { session, text } = await profilesText(invocation, file, args[0]);
  if (flags["print"] === true) {
    terminal.out(text.trimEnd());
    return exitCodes.good;
  }
  const path =
    typeof flags["config"] === "string"
      ? resolve(cwd, flags["config"])
      : (env["AWS_CONFIG_FILE"] ?? join(homedir(), ".aws", "config"));
  const existing = existsSync(path) ? readFileSync(path, "utf8") : "";
  const merged = mergeProfiles(existing, { session, text, file: path });
  if (merged.kind === "refused") {
    for (const diagnostic of merged.diagnostics)
      terminal.say(printDiagnostic(diagnostic, existing, { color: terminal.sayColors.isColorSupported }));
    return exitCodes.input;
  }
  if (merged.text === existing) {
    terminal.say(`${path} has these profiles already`);
    return exitCodes.good;
  }
  for (const line of showDifference(path, existing, merged.text, terminal.sayColors)) terminal.say(line);
  if (!(await confirm(invocation, `Write ${path}?`))) return exitCodes.good;
  replaceFile(path, merged.text);
  terminal.say(`wrote ${path}`);
  const daily = file.loaded.content.profiles?.default?.text;
  if (daily !== undefined)
    terminal.say(`for every day: export AWS_PROFILE=${daily}; name another profile only when you need it`);
  return exitCodes.good;
};

/** The block's text: ids and portal from the target, or from the file if no target is named and no plane is there. */
export async function profilesText(
  invocation: Invocation,
  file: GoodAccessFile,
  person?: string,
): Promise<{ session: string; text: string }> {
  const { content, desired } = file.loaded;
  const portal = content.organization.portal?.text;
  const { estate, startUrl } = await seen(invocation, file, portal === undefined ? undefined : portalUrl(portal));
  const naming = profileNaming(content);
  const listed = listProfiles({ ...desired.estate, accounts: estate.accounts }, naming, person);
  if (listed.diagnostics.length > 0)
    throw new CommandFailure(
      exitCodes.input,
      listed.diagnostics.map(({ message }) => message).join("; "),
      listed.diagnostics[0]?.help,
    );
  if (listed.profiles.length === 0)
    throw new CommandFailure(
      exitCodes.input,
      person === undefined ? "the file gives nobody a role" : `the file gives \`${person}\` no role`,
    );
  return {
    session: naming.session,
    text: printProfiles(listed.profiles, {
      session: naming.session,
      startUrl,
      region: content.organization.region.text,
    }),
  };
}

async function seen(
  invocation: Invocation,
  file: GoodAccessFile,
  portal: string | undefined,
): Promise<{ estate: Estate; startUrl: string }> {
  const { estate } = file.loaded.desired;
  const complete = portal !== undefined && estate.accounts.every(({ id }) => id !== undefined);
  if (
    complete &&
    invocation.flags["target"] === "plane" &&
    !existsSync(join(invocation.cwd, ".castellan", "journal.db"))
  )
    return { estate, startUrl: portal };
  const opened = await openFor(invocation, file);
  try {
    const { reading } = await planWork(file, opened);
    const center = reading.estate.organization.identityCenter;
    if (!center)
      throw new CommandFailure(
        exitCodes.target,
        `${opened.title} has no Identity Center instance`,
        "enable it in AWS's console first",
      );
    return { estate: reading.estate, startUrl: portalUrl(center.identityStoreId) };
  } finally {
    await opened.close();
  }
}

/** Writes beside and renames, so that the file is never half there. */
function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.castellan-${process.pid}`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, path);
}
