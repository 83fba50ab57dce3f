import type { Span } from "@castellan/policy";
import { isMap, isScalar, isSeq } from "yaml";
import { keyedData } from "./collection-shapes.ts";
import type { Reading } from "./reading.ts";
import { text, wrongKind } from "./scalar-shapes.ts";
import type { FileNode, JsonSchema, Shape } from "./shape.ts";
import type { Word } from "./word.ts";

/** An AWS account id: twelve digits in quotes, since a bare number loses zeros in front. */
export const accountId: Shape<Word> = {
  words: "an account id of 12 digits in quotes",
  schema: { type: "string", pattern: "^[0-9]{12}$", examples: ["111122223333"] },
  read(node, reading, at) {
    const span = reading.spanOf(node, at);
    if (!isScalar(node) || node.value === null) return wrongKind(node, this.words, reading, at);
    const digits = typeof node.value === "string" ? node.value : (node.source ?? "");
    const good = typeof node.value === "string" && /^\d{12}$/.test(digits);
    if (!good) reportAccountId(digits, span, reading);
    return { text: digits, span, quoted: good };
  },
};

function reportAccountId(digits: string, span: Span, reading: Reading): void {
  if (!/^\d{12}$/.test(digits)) {
    reading.report("CST0201", `\`${digits}\` is not an account id`, {
      span,
      help: 'twelve digits in quotes, for example `"111122223333"`',
    });
    return;
  }
  const fix = [{ span, text: `"${digits}"` }];
  reading.report("CST0201", `account id \`${digits}\` is not quoted`, { span, help: `write \`"${digits}"\``, fix });
}

const emailPattern = /^[^\s@"<>]+@[^\s@"<>.]+(\.[^\s@"<>.]+)+$/;

/** True for a text shaped like an e-mail address; at most 100 characters, as Identity Center user names are (of 128). */
export function isEmail(address: string): boolean {
  return address.length <= 100 && emailPattern.test(address);
}

/** An e-mail address. */
export const email: Shape<Word> = {
  words: "an e-mail address",
  schema: { type: "string", format: "email", maxLength: 100 },
  read(node, reading, at) {
    const word = text("an e-mail address").read(node, reading, at);
    if (word !== undefined && !isEmail(word.text))
      reading.report("CST0202", `\`${word.text}\` is not an e-mail address`, { span: word.span });
    return word;
  },
};

/** How long a session lasts, as written and in minutes. */
export interface Session {
  readonly word: Word;
  readonly minutes: number;
}

/** A session's length: hours, or hours and minutes: `8h`, `1h30m`, `90m`; AWS allows 1 to 12 hours. */
export const session: Shape<Session> = {
  words: "a session length such as `8h`",
  schema: { type: "string", pattern: "^([0-9]+h)?([0-9]+m)?$", examples: ["1h", "8h"] },
  read(node, reading, at) {
    const word = text(this.words).read(node, reading, at);
    if (word === undefined) return undefined;
    const match = /^(?:(\d{1,4})h)?(?:(\d{1,4})m)?$/.exec(word.text);
    const minutes = match === null ? 0 : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
    const help = "from `1h` to `12h`; short for administrators, a working day for others";
    if (minutes < 60 || minutes > 720)
      reading.report("CST0203", `\`${word.text}\` is not a session that AWS allows`, { span: word.span, help });
    return { word, minutes };
  },
};

/** A calendar day, `2026-10-31`. */
export const day: Shape<Word> = text("a day", {
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  example: "2026-10-31",
});

/** Plain JSON data with the place where it stands. */
export interface PlainData {
  readonly data: unknown;
  readonly span: Span;
}

/** Anything, taken as it is: a policy written in JSON or YAML. */
export function plainData(words: string, schema: JsonSchema): Shape<PlainData> {
  const read = (node: FileNode, reading: Reading, at: Span): PlainData => ({
    data: dataOf(node, reading, at),
    span: reading.spanOf(node, at),
  });
  return { words, schema, read };
}

function dataOf(node: FileNode, reading: Reading, at: Span): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => dataOf(item as FileNode, reading, at));
  if (!isMap(node)) return wrongKind(node, "a value", reading, at);
  return Object.fromEntries(keyedData(node, reading, at).map(([key, value]) => [key, dataOf(value, reading, at)]));
}

/** What Castellan understands but does not do yet: answered with a warning, never ignored. */
export function notBuilt(what: string): Shape<{ readonly span: Span }> {
  const read = (_node: FileNode, reading: Reading, at: Span): { readonly span: Span } => {
    const help = "it changes nothing for now; keep it or leave it out";
    reading.report("CST0010", `${what} is not built yet`, { span: at, label: "understood, not done", help });
    return { span: at };
  };
  return { words: "anything", schema: {}, read };
}
