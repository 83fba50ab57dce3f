import { newVaultKey, memoryJournal, openDataDirectory, type PlaneOptions, JournalError } from "@castellan/plane";
import { installedCatalog } from "@castellan/catalog/node";
import { CommandFailure, exitCodes } from "./exit-codes.ts";
import type { FlagValue, Invocation } from "./command-tree.ts";

/** The management account of a plane whose user names none. */
export const defaultAccount = "000000000001";
/** The Region of a plane whose user names none. */
export const defaultRegion = "us-east-1";

/** What the flags of a command say of the plane it is to start. */
export interface PlaneFlags {
  readonly plane: PlaneOptions;
  /** Where the plane keeps its data; absent for one in memory. */
  readonly dataDirectory?: string;
  readonly host: string;
  readonly port: number;
  /** Where people and clients reach the plane, if that is not where it listens; without a slash at the end. */
  readonly publicUrl?: string;
}

/** Reads the flags that `serve` and `up` share; `dataDirectory` is where a plane that is not told otherwise keeps its data. */
export function planeFlags(
  { flags, terminal }: Invocation,
  fallback: { readonly dataDirectory?: string; readonly account?: string; readonly region?: string },
): PlaneFlags {
  const port = portOf(flags["port"]);
  const accountId = accountOf(flags["account"]) ?? fallback.account ?? defaultAccount;
  const region = text(flags["region"]) ?? fallback.region ?? defaultRegion;
  const directory = flags["memory"] === true ? undefined : (text(flags["data"]) ?? fallback.dataDirectory);
  const { journal, vaultKey } =
    directory === undefined ? { journal: memoryJournal(), vaultKey: newVaultKey() } : openData(directory);
  for (const repair of journal.repairs) terminal.say(`${terminal.sayColors.yellow("note")}: ${repair}`);
  const host = hostOf(text(flags["listen"]), terminal.say);
  const publicUrl = urlOf(text(flags["public-url"]));
  return {
    ...(publicUrl !== undefined && { publicUrl }),
    ...(directory !== undefined && { dataDirectory: directory }),
    plane: {
      journal,
      vaultKey,
      catalog: installedCatalog(),
      auth: flags["auth"] === "open" ? "open" : "enforce",
      accountId,
      region,
      onFault: (error) =>
        terminal.say(
          `${terminal.sayColors.red("fault")}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
    },
    host,
    port,
  };
}

const text = (flag: FlagValue): string | undefined => (typeof flag === "string" && flag !== "" ? flag : undefined);

function openData(directory: string) {
  try {
    return openDataDirectory(directory);
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    throw new CommandFailure(
      exitCodes.target,
      error.message,
      "stop the other plane, or name another folder with --data",
      { cause: error },
    );
  }
}

function portOf(flag: FlagValue): number {
  const port = Number(flag);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CommandFailure(
    exitCodes.input,
    `\`${String(flag)}\` is not a port`,
    "give a number from 0 to 65535; 0 takes a free one",
  );
}

function accountOf(flag: FlagValue): string | undefined {
  const account = text(flag);
  if (account === undefined || /^\d{12}$/.test(account)) return account;
  throw new CommandFailure(exitCodes.input, `\`${account}\` is not an account id`, "an account id has twelve digits");
}

function urlOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, "");
  throw new CommandFailure(
    exitCodes.input,
    `\`${url}\` is not an address`,
    "give a URL such as https://access.example.com",
  );
}

function hostOf(address: string | undefined, say: (line: string) => void): string {
  if (address === undefined) return "127.0.0.1";
  const loopback = address === "localhost" || address === "::1" || address.startsWith("127.");
  if (!loopback)
    say(
      `listening on ${address}: other machines can reach this plane, over HTTP without encryption; put a TLS proxy before it`,
    );
  return address;
}
