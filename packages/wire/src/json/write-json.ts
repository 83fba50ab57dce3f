import type { Members } from "../message.ts";
import { printBig } from "../schema/big-decimal.ts";
import { printBase64 } from "../schema/bytes.ts";
import { compilerOf, lazily, type Rules } from "../schema/compile.ts";
import type { ListShape, MapShape, Member, Shape, SimpleShape } from "../schema/shape.ts";
import { printTimestamp } from "../schema/timestamp.ts";

/** Writes a value that is there as JSON text. */
export type JsonWriter = (value: unknown) => string;

/** A compiler of writers; `wireName` says under which key a member travels. */
export function jsonWriters(wireName: (member: Member) => string): (shape: Shape) => JsonWriter {
  return compilerOf<JsonWriter>({
    ...simpleRules,
    structure: (shape, compile) => {
      const write = lazily(() => membersWriter(shape.members, compile, wireName));
      return (value) => write()(value as Members);
    },
    list: listWriter,
    map: mapWriter,
  });
}

type Compile = (shape: Shape) => JsonWriter;

const simpleRules: Omit<Rules<JsonWriter>, "structure" | "list" | "map"> = {
  unit: () => () => "{}",
  string: () => (value) => JSON.stringify(String(value)),
  boolean: () => (value) => (value ? "true" : "false"),
  number: () => (value) => (Number.isFinite(value) ? String(value) : JSON.stringify(String(value))),
  bigInteger: () => printBig,
  bigDecimal: () => printBig,
  blob: () => (value) => `"${printBase64(value)}"`,
  document: () => (value) => JSON.stringify(value),
  timestamp: timestampWriter,
};

function timestampWriter({ format = "epochSeconds" }: SimpleShape): JsonWriter {
  if (format === "epochSeconds") {
    return (value) => printTimestamp(value as Date, format);
  }
  return (value) => `"${printTimestamp(value as Date, format)}"`;
}

/** A writer of the object that has these members; members without a value are left out. */
export function membersWriter(
  members: readonly Member[],
  compile: Compile,
  wireName: (member: Member) => string,
): (value: Members) => string {
  const fields = members.map((member) => ({
    name: member.name,
    key: `${JSON.stringify(wireName(member))}:`,
    write: compile(member.shape),
  }));
  return (value) => {
    let text = "";
    for (const { name, key, write } of fields) {
      const item = value[name];
      if (item !== undefined && item !== null) {
        text += (text === "" ? "{" : ",") + key + write(item);
      }
    }
    return text === "" ? "{}" : `${text}}`;
  };
}

function listWriter(shape: ListShape, compile: Compile): JsonWriter {
  const write = compile(shape.member.shape);
  return (value) => {
    let text = "";
    for (const item of value as Iterable<unknown>) {
      if (item !== undefined && item !== null) {
        text += (text === "" ? "[" : ",") + write(item);
      } else if (shape.sparse) {
        text += text === "" ? "[null" : ",null";
      }
    }
    return text === "" ? "[]" : `${text}]`;
  };
}

function mapWriter(shape: MapShape, compile: Compile): JsonWriter {
  const write = compile(shape.value.shape);
  return (value) => {
    let text = "";
    for (const [key, item] of Object.entries(value as Members)) {
      if (item !== undefined && (item !== null || shape.sparse)) {
        text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${item === null ? "null" : write(item)}`;
      }
    }
    return text === "" ? "{}" : `${text}}`;
  };
}
