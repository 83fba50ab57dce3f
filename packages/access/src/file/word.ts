import type { Edit, Position, Span } from "@castellan/policy";

/** A piece of text that a person wrote, with its place. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  /** True when the place includes quotation marks around the text. */
  readonly quoted: boolean;
}

/** A key of a map in the file with its value and the place of both. */
export interface Entry<Value> {
  readonly key: Word;
  readonly value: Value;
}

/** The place of a part of a word; of the whole word where the text runs over several lines. */
export function partOf(word: Word, index: number, length: number): Span {
  const { span } = word;
  if (span.start.line !== span.end.line) return span;
  const start = moved(span.start, index + (word.quoted ? 1 : 0));
  return { ...span, start, end: moved(start, length) };
}

/** A word made of a part of another one. */
export function subword(word: Word, index: number, text: string): Word {
  return { text, span: partOf(word, index, text.length), quoted: false };
}

function moved(position: Position, by: number): Position {
  return { offset: position.offset + by, line: position.line, column: position.column + by };
}

/** The edit that writes another text in a word's place, in quotes where the word was. */
export function replacement(word: Word, text: string): Edit {
  return { span: word.span, text: word.quoted ? `"${text}"` : text };
}
