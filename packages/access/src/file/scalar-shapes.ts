import type { Span } from "@castellan/policy";
import { isScalar, type Scalar } from "yaml";
import { nodeInWords } from "./node-words.ts";
import type { Reading } from "./reading.ts";
import type { FileNode, Shape } from "./shape.ts";
import { replacement, type Word } from "./word.ts";

/** What a text must look like beyond being a text. */
export interface TextForm {
  readonly pattern?: RegExp;
  readonly example?: string;
  /** The only texts allowed. */
  readonly among?: readonly string[];
}

/**
 * A text. One of the wrong form, or a number where a text is wanted, is reported and read all the same: what else is wrong
 * in the file shall be told at once.
 */
export function text(words: string, form: TextForm = {}): Shape<Word> {
  const schema = {
    type: "string",
    ...(form.pattern === undefined ? {} : { pattern: form.pattern.source }),
    ...(form.among === undefined ? {} : { enum: form.among }),
    ...(form.example === undefined ? {} : { examples: [form.example] }),
  };
  const read = (node: FileNode, reading: Reading, at: Span): Word | undefined => {
    const word = readWord(node, words, reading, at);
    if (word !== undefined) checkForm(word, words, form, reading);
    return word;
  };
  return { words, schema, read };
}

function readWord(node: FileNode, words: string, reading: Reading, at: Span): Word | undefined {
  const span = reading.spanOf(node, at);
  if (isScalar(node) && typeof node.value === "string") return { text: node.value, span, quoted: isQuoted(node) };
  if (!isScalar(node) || node.value === null) return wrongKind(node, words, reading, at);
  const written = node.source ?? "";
  const help = `put it in quotes: \`"${written}"\``;
  const fix = [{ span, text: `"${written}"` }];
  reading.report("CST0007", `expected ${words}, found ${nodeInWords(node)}`, { span, help, fix });
  reading.broken.add(written);
  return { text: written, span, quoted: false };
}

function checkForm(word: Word, words: string, form: TextForm, reading: Reading): void {
  const message = `\`${word.text}\` is not ${words}`;
  if (form.among !== undefined && !form.among.includes(word.text)) {
    const near = reading.near(word.text, form.among);
    const detail =
      near === undefined
        ? { help: `one of ${listInWords(form.among)}` }
        : { help: `write \`${near}\``, fix: [replacement(word, near)] };
    reading.report("CST0008", message, { span: word.span, ...detail });
  } else if (form.pattern !== undefined && !form.pattern.test(word.text)) {
    const help = form.example === undefined ? {} : { help: `for example \`${form.example}\`` };
    reading.report("CST0008", message, { span: word.span, ...help });
  }
}

/** A whole number in a range. */
export function wholeNumber(words: string, range: { readonly min: number; readonly max: number }): Shape<number> {
  const read = (node: FileNode, reading: Reading, at: Span): number | undefined => {
    if (!isScalar(node) || typeof node.value !== "number") return wrongKind(node, words, reading, at);
    if (Number.isInteger(node.value) && node.value >= range.min && node.value <= range.max) return node.value;
    const span = reading.spanOf(node, at);
    reading.report("CST0008", `expected ${words}, found \`${node.value}\``, {
      span,
      help: `from ${range.min} to ${range.max}`,
    });
    return undefined;
  };
  return { words, schema: { type: "integer", minimum: range.min, maximum: range.max }, read };
}

/** `true` or `false`. */
export function truth(words: string): Shape<boolean> {
  const read = (node: FileNode, reading: Reading, at: Span): boolean | undefined =>
    isScalar(node) && typeof node.value === "boolean" ? node.value : wrongKind(node, words, reading, at);
  return { words, schema: { type: "boolean" }, read };
}

/** Reports that another kind of value is wanted. */
export function wrongKind(node: FileNode, words: string, reading: Reading, at: Span): undefined {
  const found = nodeInWords(node);
  if (found === "an alias") {
    const help = "write the value out";
    reading.report("CST0011", "an access file has no aliases", { span: reading.spanOf(node, at), help });
  } else reading.report("CST0007", `expected ${words}, found ${found}`, { span: reading.spanOf(node, at) });
  return undefined;
}

/** Words in backticks, with commas and an "or". */
export function listInWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.pop() ?? "nothing";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

function isQuoted(node: Scalar): boolean {
  return node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
}
