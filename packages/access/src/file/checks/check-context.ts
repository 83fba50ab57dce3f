import type { Span } from "@castellan/policy";
import type { AccessCatalog } from "../../access-catalog.ts";
import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { TaskCatalogue } from "../../tasks/task.ts";
import type { AccessFile } from "../access-file.ts";
import { differenceInWords } from "../near-name.ts";
import type { Reading } from "../reading.ts";
import { type Entry, replacement, type Word } from "../word.ts";

/** What the checks of an access file work with. */
export interface CheckContext {
  readonly content: AccessFile;
  readonly reading: Reading;
  readonly catalog: AccessCatalog;
  readonly tasks: TaskCatalogue;
}

/** Names that something may be called by, with the places where the file gives them, if it does. */
export type Names = ReadonlyMap<string, Span | undefined>;

/** The keys of a section as names. */
export function namesOf(...sections: readonly (readonly Entry<unknown>[] | undefined)[]): Names {
  return new Map(sections.flatMap((section) => section ?? []).map(({ key }) => [key.text, key.span]));
}

/** Names from outside the file. */
export function outsideNames(names: Iterable<string>): Names {
  return new Map([...names].map((name) => [name, undefined]));
}

/** What kind of name is unknown: the code, and what it is called. */
export interface Unknown {
  readonly code: DiagnosticCode;
  readonly what: string;
  readonly help?: string;
}

/** Reports a word that names nothing, with the name that was most likely meant; true if the word is known. */
export function checkName(
  word: Word,
  names: Names,
  unknown: Unknown,
  { reading }: Pick<CheckContext, "reading">,
): boolean {
  if (names.has(word.text) || reading.broken.has(word.text)) return true;
  const near = reading.near(word.text, names.keys());
  const detail = { span: word.span, label: `no such ${unknown.what}` };
  const message = `unknown ${unknown.what} \`${word.text}\``;
  if (near === undefined) {
    reading.report(unknown.code, message, { ...detail, help: unknown.help ?? knownInWords(names, unknown.what) });
    return false;
  }
  const span = names.get(near);
  const notes = span === undefined ? {} : { notes: [{ message: differenceInWords(word.text, near), span }] };
  reading.report(unknown.code, message, {
    ...detail,
    ...notes,
    help: `write \`${near}\``,
    fix: [replacement(word, near)],
  });
  return false;
}

function knownInWords(names: Names, what: string): string {
  const known = [...names.keys()];
  if (known.length === 0) return `the file has no ${what}`;
  return `known: ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}`;
}

/** Reports every word after the first that says the same; `what` is what is given twice. */
export function checkOnce(words: readonly Word[], what: string, { reading }: Pick<CheckContext, "reading">): void {
  const seen = new Map<string, Word>();
  for (const word of words) {
    const key = word.text.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, word);
    else
      reading.report("CST0207", `${what} \`${word.text}\` is given twice`, {
        span: word.span,
        label: "again",
        notes: [{ message: "first given here", span: first.span }],
      });
  }
}

/** What AWS allows in a name. */
export interface NameRule {
  readonly what: string;
  readonly longest: number;
  readonly pattern: RegExp;
  readonly characters: string;
}

/** Reports a name that AWS would refuse. */
export function checkNameRule(word: Word, rule: NameRule, { reading }: Pick<CheckContext, "reading">): void {
  const characters = word.text.length;
  if (characters > rule.longest) {
    const help = `${characters} characters; AWS allows ${rule.longest}`;
    reading.report("CST0204", `${rule.what} \`${word.text}\` is too long`, { span: word.span, help });
  } else if (!rule.pattern.test(word.text)) {
    reading.report("CST0204", `${rule.what} \`${word.text}\` has characters that AWS refuses`, {
      span: word.span,
      help: `AWS allows ${rule.characters}`,
    });
  }
}
