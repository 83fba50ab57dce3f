import type { GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation } from "../command-tree.ts";
import { type OpenTarget, openTarget, type TargetWish } from "./open-target.ts";

/** The target a command's flags name, for a file. */
export function openFor(
  { flags, cwd }: Invocation,
  { loaded }: GoodAccessFile,
  absent: TargetWish["absent"] = "refuse",
): Promise<OpenTarget> {
  const { organization } = loaded.content;
  const profile = flags["profile"];
  return openTarget({
    word: typeof flags["target"] === "string" ? flags["target"] : "plane",
    region: organization.region.text,
    accountId: managementAccountId(loaded),
    cwd,
    absent,
    ...(typeof profile === "string" && { profile }),
  });
}

/** The id the file gives its management account, if it gives one. */
export function managementAccountId({ desired }: GoodAccessFile["loaded"]): string | undefined {
  const { managementAccount } = desired.estate.organization;
  if (/^\d{12}$/.test(managementAccount)) return managementAccount;
  return desired.estate.accounts.find(({ name }) => name === managementAccount)?.id;
}
