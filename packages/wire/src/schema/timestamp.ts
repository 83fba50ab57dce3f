import type { TimestampFormat } from "./shape.ts";

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d(\.\d+)? GMT$/;
const epochSeconds = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

const parsers: Readonly<Record<TimestampFormat, (text: string) => Date | undefined>> = {
  dateTime: (text) => (dateTime.test(text) ? validDate(Date.parse(text)) : undefined),
  httpDate: (text) => (httpDate.test(text) ? validDate(Date.parse(text)) : undefined),
  epochSeconds: (text) => (epochSeconds.test(text) ? dateOfSeconds(Number(text)) : undefined),
};

const printers: Readonly<Record<TimestampFormat, (date: Date) => string>> = {
  dateTime: (date) => date.toISOString().replace(".000Z", "Z"),
  httpDate: (date) => date.toUTCString(),
  epochSeconds: (date) => String(date.getTime() / 1000),
};

/** Reads a timestamp written in one format, or undefined when it is not one. */
export function parseTimestamp(text: string, format: TimestampFormat): Date | undefined {
  return parsers[format](text);
}

/** Writes a timestamp in one format. */
export function printTimestamp(date: Date, format: TimestampFormat): string {
  return printers[format](date);
}

/** The date at a number of seconds since 1970, or undefined when it lies outside what a date can hold. */
export function dateOfSeconds(seconds: number): Date | undefined {
  return validDate(Math.round(seconds * 1000));
}

function validDate(milliseconds: number): Date | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
