import type { Span } from "@castellan/policy";
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import type { Reading } from "./reading.ts";
import { wrongKind } from "./scalar-shapes.ts";
import type { Field, FileNode, Shape } from "./shape.ts";
import { type Entry, replacement, type Word } from "./word.ts";

/** A list; also where only one value is written, without brackets, if `orOne`. */
export function list<T>(words: string, shape: Shape<T>, allow: { readonly orOne?: boolean } = {}): Shape<readonly T[]> {
  const array = { type: "array", items: shape.schema };
  const schema = allow.orOne === true ? { anyOf: [shape.schema, array] } : array;
  const read = (node: FileNode, reading: Reading, at: Span): readonly T[] | undefined => {
    if (isSeq(node))
      return node.items.map((item) => shape.read(item as FileNode, reading, reading.spanOf(node, at))).filter(isRead);
    if (allow.orOne !== true || isMissing(node)) return wrongKind(node, words, reading, at);
    const one = shape.read(node, reading, at);
    return one === undefined ? undefined : [one];
  };
  return { words, schema, read };
}

/** One value or a list of them. */
export function oneOrMany<T>(words: string, shape: Shape<T>): Shape<readonly T[]> {
  return list(words, shape, { orOne: true });
}

/** A map whose keys the writer chooses; its entries in the order written. */
export function mapOf<T>(
  words: string,
  shape: Shape<T>,
  keys: { readonly pattern?: RegExp } = {},
): Shape<readonly Entry<T>[]> {
  const names = keys.pattern === undefined ? {} : { propertyNames: { pattern: keys.pattern.source } };
  const schema = { type: "object", additionalProperties: shape.schema, ...names };
  const read = (node: FileNode, reading: Reading, at: Span): readonly Entry<T>[] | undefined => {
    if (!isMap(node)) return wrongKind(node, words, reading, at);
    return keyedPairs(node, reading, at).flatMap(({ key, value }) => {
      const one = shape.read(value, reading, key.span);
      if (one === undefined) reading.broken.add(key.text);
      return one === undefined ? [] : [{ key, value: one }];
    });
  };
  return { words, schema, read };
}

/** The fields of an object in the file by their names in the code; `permissionSets` is written `permission-sets`. */
export type Fields = Readonly<Record<string, Field<unknown>>>;
type FieldValue<F> = F extends Field<infer T> ? T : never;
type NeededKeys<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? K : never }[keyof F];

/** What an object of these fields reads to: its fields and the place of the whole. */
export type ObjectOf<F extends Fields> = { readonly span: Span } & {
  readonly [K in NeededKeys<F>]: FieldValue<F[K]>;
} & {
  readonly [K in Exclude<keyof F, NeededKeys<F>>]?: FieldValue<F[K]>;
};

/** An object with known keys; unknown ones are told, with the nearest known one. */
export function object<F extends Fields>(words: string, fields: F): Shape<ObjectOf<F>> {
  const byKey = new Map(Object.entries(fields).map(([name, field]) => [writtenKey(name), { name, field }]));
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      [...byKey].map(([key, { field }]) => [key, { description: field.doc, ...field.shape.schema }]),
    ),
    required: [...byKey].filter(([, { field }]) => field.needed).map(([key]) => key),
  };
  const read = (node: FileNode, reading: Reading, at: Span): ObjectOf<F> | undefined => {
    if (!isMap(node)) return wrongKind(node, words, reading, at);
    const values = new Map<string, unknown>();
    const pairs = keyedPairs(node, reading, at);
    for (const { key, value } of pairs) readField(byKey, key, value, reading, values);
    const whole = reading.spanOf(node, at);
    const complete =
      reportMissing(byKey, new Set(pairs.map(({ key }) => key.text)), words, reading, whole) &&
      hasNeeded(byKey, values);
    // The map holds exactly what the fields' shapes read, each under its field's name.
    return complete ? ({ span: whole, ...Object.fromEntries(values) } as ObjectOf<F>) : undefined;
  };
  return { words, schema, read };
}

type FieldsByKey = ReadonlyMap<string, { readonly name: string; readonly field: Field<unknown> }>;

function readField(
  fields: FieldsByKey,
  key: Word,
  value: FileNode,
  reading: Reading,
  values: Map<string, unknown>,
): void {
  const found = fields.get(key.text);
  if (found === undefined) return reportUnknown(fields, key, reading);
  const read = found.field.shape.read(value, reading, key.span);
  if (read !== undefined) values.set(found.name, read);
}

function reportUnknown(fields: FieldsByKey, key: Word, reading: Reading): void {
  const near = reading.near(key.text, fields.keys());
  const help = near === undefined ? `known here: ${[...fields.keys()].join(", ")}` : `write \`${near}\``;
  const fix = near === undefined ? {} : { fix: [replacement(key, near)] };
  reading.report("CST0005", `unknown key \`${key.text}\``, { span: key.span, label: "no such key here", help, ...fix });
}

function reportMissing(
  fields: FieldsByKey,
  written: ReadonlySet<string>,
  words: string,
  reading: Reading,
  span: Span,
): boolean {
  const missing = [...fields].filter(([key, { field }]) => field.needed && !written.has(key)).map(([key]) => key);
  for (const key of missing)
    reading.report("CST0006", `\`${key}\` is missing in ${words}`, { span, help: `add \`${key}: …\`` });
  return missing.length === 0;
}

function hasNeeded(fields: FieldsByKey, values: ReadonlyMap<string, unknown>): boolean {
  return [...fields.values()].every(({ name, field }) => !field.needed || values.has(name));
}

interface KeyedPair {
  readonly key: Word;
  readonly value: FileNode;
}

/** The keys and values of a map whose keys are texts, each key once; everything else is reported. */
export function keyedData(map: YAMLMap, reading: Reading, at: Span): readonly (readonly [string, FileNode])[] {
  return keyedPairs(map, reading, at).map(({ key, value }) => [key.text, value] as const);
}

/** The pairs of a map whose keys are texts, each key once; everything else is reported. */
function keyedPairs(map: YAMLMap, reading: Reading, at: Span): readonly KeyedPair[] {
  const seen = new Map<string, Word>();
  return map.items.flatMap((pair) => {
    const key = keyOf(pair, reading, at);
    if (key === undefined) return [];
    const first = seen.get(key.text);
    if (first !== undefined) {
      const notes = [{ message: "first written here", span: first.span }];
      reading.report("CST0004", `\`${key.text}\` is written twice`, { span: key.span, label: "again", notes });
      return [];
    }
    seen.set(key.text, key);
    return [{ key, value: pair.value as FileNode }];
  });
}

function keyOf(pair: Pair, reading: Reading, at: Span): Word | undefined {
  const node = pair.key as FileNode;
  if (!isScalar(node) || node.value === null) return wrongKind(node, "a name as the key", reading, at);
  const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const written = typeof node.value === "string" ? node.value : (node.source ?? "");
  return { text: written, span: reading.spanOf(node, at), quoted };
}

function isMissing(node: FileNode): boolean {
  return node === null || node === undefined || isAlias(node) || (isScalar(node) && node.value === null);
}

function isRead<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** `permissionSets` as it is written in the file. */
export function writtenKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
