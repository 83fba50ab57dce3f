import type { Members } from "../message.ts";
import { printBig } from "../schema/big-decimal.ts";
import { printBase64 } from "../schema/bytes.ts";
import { compilerOf, lazily } from "../schema/compile.ts";
import type { ListShape, MapShape, Member, Shape, StructureShape, TimestampFormat } from "../schema/shape.ts";
import { printTimestamp } from "../schema/timestamp.ts";
import { escapeXml } from "./escape-xml.ts";

/** Writes a value as the element or elements of this name. */
export type XmlWriter = (value: unknown, tag: string) => string;

/** The writer of a shape in awsQuery's XML. */
export const xmlWriter: (shape: Shape) => XmlWriter = compilerOf<XmlWriter>({
  unit: () => (_value, tag) => element(tag, ""),
  structure: structureWriter,
  list: listWriter,
  map: mapWriter,
  string: () => (value, tag) => element(tag, escapeXml(String(value))),
  boolean: () => (value, tag) => element(tag, value ? "true" : "false"),
  number: () => (value, tag) => element(tag, String(value)),
  timestamp:
    ({ format }) =>
    (value, tag) =>
      element(tag, printXmlTimestamp(value as Date, format ?? "dateTime")),
  blob: () => (value, tag) => element(tag, printBase64(value)),
  document: () => (value, tag) => element(tag, escapeXml(String(value))),
  bigInteger: () => (value, tag) => element(tag, printBig(value)),
  bigDecimal: () => (value, tag) => element(tag, printBig(value)),
});

/** An element with content that is already escaped. */
export function element(tag: string, content: string, attributes = ""): string {
  return content === "" ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

type Compile = (shape: Shape) => XmlWriter;

/** IAM and STS write whole seconds: `2026-01-02T03:04:05Z`. */
function printXmlTimestamp(date: Date, format: TimestampFormat): string {
  return format === "dateTime" ? `${date.toISOString().slice(0, -5)}Z` : printTimestamp(date, format);
}

function structureWriter(shape: StructureShape, compile: Compile): XmlWriter {
  const members = lazily(() => ({
    elements: membersWriter(
      shape.members.filter(({ traits }) => !traits.xmlAttribute),
      compile,
    ),
    attributes: attributesWriter(shape.members.filter(({ traits }) => traits.xmlAttribute)),
  }));
  return (value, tag) => {
    const { elements, attributes } = members();
    return element(tag, elements(value as Members), attributes(value as Members));
  };
}

/** A writer of the elements of these members; members without a value are left out. */
export function membersWriter(members: readonly Member[], compile: Compile = xmlWriter): (value: Members) => string {
  const fields = members.map(({ name, traits, shape }) => ({
    name,
    tag: traits.xmlName ?? name,
    write: compile(shape),
  }));
  return (value) => {
    let text = "";
    for (const { name, tag, write } of fields) {
      const item = value[name];
      if (item !== undefined && item !== null) {
        text += write(item, tag);
      }
    }
    return text;
  };
}

function attributesWriter(members: readonly Member[]): (value: Members) => string {
  return (value) =>
    members
      .filter(({ name }) => value[name] !== undefined && value[name] !== null)
      .map(({ name, traits, shape }) => ` ${traits.xmlName ?? name}="${attributeText(shape, value[name])}"`)
      .join("");
}

function attributeText(shape: Shape, value: unknown): string {
  const format = shape.kind === "timestamp" ? shape.format : undefined;
  return value instanceof Date ? printXmlTimestamp(value, format ?? "dateTime") : escapeXml(String(value));
}

function listWriter(shape: ListShape, compile: Compile): XmlWriter {
  const { member, flattened, sparse } = shape;
  const write = compile(member.shape);
  const itemTag = member.traits.xmlName ?? "member";
  return (value, tag) => {
    let text = "";
    for (const item of value as Iterable<unknown>) {
      if (item !== undefined && item !== null) {
        text += write(item, flattened ? tag : itemTag);
      } else if (sparse) {
        text += element(flattened ? tag : itemTag, "");
      }
    }
    return flattened ? text : element(tag, text);
  };
}

function mapWriter({ key, value: target, flattened, sparse }: MapShape, compile: Compile): XmlWriter {
  const write = compile(target.shape);
  const keyTag = key.traits.xmlName ?? "key";
  const valueTag = target.traits.xmlName ?? "value";
  return (value, tag) => {
    let text = "";
    for (const [name, item] of Object.entries(value as Members)) {
      if (item !== undefined && (item !== null || sparse)) {
        const content = item === null ? element(valueTag, "") : write(item, valueTag);
        text += element(flattened ? tag : "entry", element(keyTag, escapeXml(name)) + content);
      }
    }
    return flattened ? text : element(tag, text);
  };
}
