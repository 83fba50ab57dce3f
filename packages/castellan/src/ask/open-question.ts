import { type AccessPromise, type EstateView, openEstate } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import type { RequestContext } from "@castellan/policy";
import { goodAccessFile } from "../access-file/open-access-file.ts";
import type { FlagValue, Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { estateOf } from "../command-parts/read-target.ts";

/** What a question is asked of. */
export interface AskedEstate {
  /** The file's name, or the target's. */
  readonly over: string;
  readonly view: EstateView;
  readonly promises: readonly AccessPromise[];
  /** A group's word in the file as the name it has in AWS; any other name as it is. */
  readonly nameOf: (who: string) => string;
}

/** The estate that the command's flags mean: the file's, or what a target holds. */
export async function openQuestion(invocation: Invocation): Promise<AskedEstate> {
  const file = goodAccessFile(invocation);
  const { content, promises } = file.loaded;
  const nameOf = (who: string) => content.groups.find(({ key }) => key.text === who)?.value.text ?? who;
  const { title, estate } = await estateOf(invocation, file);
  return { over: title, view: openEstate(estate, installedCatalog()), promises, nameOf };
}

/** Ends the command unless the word looks like one action; a pattern is many, and its answer would hide their differences. */
export function requireAction(action: string): void {
  if (/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)) return;
  if (/[*?]/.test(action))
    throw new CommandFailure(
      exitCodes.input,
      `\`${action}\` is many actions`,
      "ask about one, or list them with `castellan what-can WHO --actions`",
    );
  throw new CommandFailure(
    exitCodes.input,
    `\`${action}\` is not an action`,
    "write service and action, such as s3:GetObject",
  );
}

/** What a command ends with when the estate does not know somebody. */
export function unknownWho(who: string): CommandFailure {
  return new CommandFailure(
    exitCodes.input,
    `the file knows neither a person nor a group \`${who}\``,
    "people are named by e-mail address, groups by their word in the file",
  );
}

/** The context of `--context KEY=VALUE` flags; a key given again has several values. */
export function contextOf(flag: FlagValue): RequestContext {
  const values = new Map<string, string[]>();
  for (const word of typeof flag === "object" ? flag : []) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (key === undefined || value === undefined)
      throw new CommandFailure(
        exitCodes.input,
        `\`${word}\` is not a context value`,
        "write --context KEY=VALUE, such as aws:SourceIp=10.0.0.1",
      );
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([key, list]) => [key, list.length === 1 ? (list[0] ?? "") : list]));
}
