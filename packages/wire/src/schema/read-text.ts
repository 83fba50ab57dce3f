import { malformedInput } from "../faults/wire-fault.ts";
import { parseBigDecimal, parseBigInteger } from "./big-decimal.ts";
import { parseBase64 } from "./bytes.ts";
import type { SimpleKind, SimpleShape, TimestampFormat } from "./shape.ts";
import { parseTimestamp } from "./timestamp.ts";

/** Reads the text of a form field, path label, query parameter or header as a value. */
export type TextReader = (text: string) => unknown;

/** The reader for a simple shape, with the timestamp format in force where the shape names none. */
export function textReader(shape: SimpleShape, defaultFormat: TimestampFormat): TextReader {
  const format = shape.format ?? defaultFormat;
  const parse = parsers[shape.kind];
  return (text) => {
    const value = parse(text, format);
    if (value === undefined) {
      throw malformedInput(shape.kind === "timestamp" ? timestampWords[format] : `Invalid ${shape.kind} value`);
    }
    return value;
  };
}

const timestampWords: Readonly<Record<TimestampFormat, string>> = {
  dateTime: "timestamp must follow ISO8601",
  httpDate: "timestamp must follow RFC 7231",
  epochSeconds: "timestamp must be a number of seconds",
};

const parsers: Readonly<Record<SimpleKind, (text: string, format: TimestampFormat) => unknown>> = {
  string: (text) => text,
  number: parseNumber,
  boolean: parseBoolean,
  timestamp: parseTimestamp,
  blob: parseBase64,
  document: (text) => text,
  bigInteger: parseBigInteger,
  bigDecimal: parseBigDecimal,
};

function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?([eE][+-]?\d+)?|Infinity)$|^NaN$/.test(text) ? Number(text) : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}
