import { malformedInput } from "../faults/wire-fault.ts";
import { type Members, setMember } from "../message.ts";
import { parseBigDecimal, parseBigInteger } from "../schema/big-decimal.ts";
import { parseBase64 } from "../schema/bytes.ts";
import { compilerOf, lazily, type Rules } from "../schema/compile.ts";
import type { ListShape, MapShape, Member, Shape, StructureShape } from "../schema/shape.ts";
import { dateOfSeconds, parseTimestamp } from "../schema/timestamp.ts";
import { cannotConvert, maxDepth } from "./parse-json.ts";

/** Reads a JSON value as the value a handler gets; `depth` counts the levels above it. */
export type JsonReader = (value: unknown, depth: number) => unknown;

/** A compiler of readers; `wireName` says under which key a member travels. */
export function jsonReaders(wireName: (member: Member) => string): (shape: Shape) => JsonReader {
  return compilerOf<JsonReader>({
    ...simpleRules,
    structure: (shape, compile) => structureReader(shape, compile, wireName),
    list: listReader,
    map: mapReader,
  });
}

type Compile = (shape: Shape) => JsonReader;

const simpleRules: Omit<Rules<JsonReader>, "structure" | "list" | "map"> = {
  unit: () => () => ({}),
  string: () => (value) => (typeof value === "string" ? value : fail(value, "a String")),
  boolean: () => (value) => (typeof value === "boolean" ? value : fail(value, "a Boolean")),
  number: () => readNumber,
  bigInteger: () => (value) => parseBigInteger(digitsOf(value)) ?? fail(value, "a BigInteger"),
  bigDecimal: () => (value) => parseBigDecimal(digitsOf(value)) ?? fail(value, "a BigDecimal"),
  blob: () => (value) => (typeof value === "string" ? parseBase64(value) : undefined) ?? fail(value, "a Blob"),
  document: () => readDocument,
  timestamp:
    ({ format }) =>
    (value) =>
      (typeof value === "number" ? dateOfSeconds(value) : undefined) ??
      (typeof value === "string" ? parseTimestamp(value, format ?? "epochSeconds") : undefined) ??
      fail(value, "a Timestamp"),
};

function fail(value: unknown, target: string): never {
  throw cannotConvert(value, target);
}

const namedNumbers = new Map<unknown, number>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

function readNumber(value: unknown): number {
  return typeof value === "number" ? value : (namedNumbers.get(value) ?? fail(value, "an Integer"));
}

function digitsOf(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

function readDocument(value: unknown, depth: number): unknown {
  checkDepth(depth);
  if (Array.isArray(value)) {
    return value.map((item) => readDocument(item, depth + 1));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const document: Members = {};
  for (const [key, item] of Object.entries(value)) {
    setMember(document, key, readDocument(item, depth + 1));
  }
  return document;
}

function structureReader(shape: StructureShape, compile: Compile, wireName: (member: Member) => string): JsonReader {
  const fields = lazily(() =>
    shape.members.map((member) => ({ name: member.name, key: wireName(member), read: compile(member.shape) })),
  );
  return (value, depth) => {
    const source = recordOf(value, depth);
    const members: Members = {};
    for (const { name, key, read } of fields()) {
      const item = Object.hasOwn(source, key) ? source[key] : undefined;
      if (item !== undefined && item !== null) {
        members[name] = read(item, depth + 1);
      }
    }
    return shape.union ? onlyMember(members) : members;
  };
}

function onlyMember(members: Members): Members {
  if (Object.keys(members).length !== 1) {
    throw malformedInput("Exactly one member of a union must be set");
  }
  return members;
}

function listReader(shape: ListShape, compile: Compile): JsonReader {
  const read = compile(shape.member.shape);
  return (value, depth) => {
    if (!Array.isArray(value)) {
      throw malformedInput("Expected list or null");
    }
    checkDepth(depth);
    const items = shape.sparse ? value : value.filter((item) => item !== null);
    return items.map((item) => (item === null ? null : read(item, depth + 1)));
  };
}

function mapReader(shape: MapShape, compile: Compile): JsonReader {
  const read = compile(shape.value.shape);
  return (value, depth) => {
    const entries: Members = {};
    for (const [key, item] of Object.entries(recordOf(value, depth))) {
      if (item !== null) {
        setMember(entries, key, read(item, depth + 1));
      } else if (shape.sparse) {
        setMember(entries, key, null);
      }
    }
    return entries;
  };
}

function recordOf(value: unknown, depth: number): Members {
  checkDepth(depth);
  if (typeof value !== "object" || value === null) {
    throw malformedInput("Unexpected field type");
  }
  if (Array.isArray(value)) {
    throw cannotConvert(value, "");
  }
  return value as Members;
}

function checkDepth(depth: number): void {
  if (depth > maxDepth) {
    throw malformedInput("The request nests deeper than this service allows");
  }
}
