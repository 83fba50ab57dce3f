import { malformedInput } from "../faults/wire-fault.ts";
import { maxDepth } from "../json/parse-json.ts";
import { type Members, setMember } from "../message.ts";
import { compilerOf, lazily } from "../schema/compile.ts";
import { textReader } from "../schema/read-text.ts";
import type { ListShape, MapShape, Shape, SimpleShape, StructureShape } from "../schema/shape.ts";
import type { FormNode } from "./parse-form.ts";

/** Reads a node of a form as a value; `depth` counts the levels above it. */
export type FormReader = (node: FormNode, depth: number) => unknown;

/** The reader of a shape in awsQuery's form. */
export const formReader: (shape: Shape) => FormReader = compilerOf<FormReader>({
  unit: () => () => ({}),
  structure: structureReader,
  list: listReader,
  map: mapReader,
  string: simpleReader,
  number: simpleReader,
  boolean: simpleReader,
  timestamp: simpleReader,
  blob: simpleReader,
  document: simpleReader,
  bigInteger: simpleReader,
  bigDecimal: simpleReader,
});

type Compile = (shape: Shape) => FormReader;

function simpleReader(shape: SimpleShape): FormReader {
  const read = textReader(shape, "dateTime");
  return ({ text }) => {
    if (text === undefined) {
      throw malformedInput("Start of structure or map found where not expected.");
    }
    return read(text);
  };
}

function structureReader(shape: StructureShape, compile: Compile): FormReader {
  const fields = lazily(() =>
    shape.members.map((member) => ({
      name: member.name,
      key: member.traits.xmlName ?? member.name,
      read: compile(member.shape),
    })),
  );
  return (node, depth) => {
    const children = childrenOf(node, depth);
    const members: Members = {};
    for (const { name, key, read } of fields()) {
      const child = children.get(key);
      if (child !== undefined) {
        members[name] = read(child, depth + 1);
      }
    }
    return members;
  };
}

function listReader(shape: ListShape, compile: Compile): FormReader {
  const read = compile(shape.member.shape);
  const item = shape.member.traits.xmlName ?? "member";
  return (node, depth) =>
    numbered(node, shape.flattened ? undefined : item, depth).map((child) => read(child, depth + 1));
}

function mapReader(shape: MapShape, compile: Compile): FormReader {
  const read = compile(shape.value.shape);
  const keyName = shape.key.traits.xmlName ?? "key";
  const valueName = shape.value.traits.xmlName ?? "value";
  return (node, depth) => {
    const entries: Members = {};
    for (const { children } of numbered(node, shape.flattened ? undefined : "entry", depth)) {
      const key = children.get(keyName)?.text;
      const value = children.get(valueName);
      if (key !== undefined && value !== undefined) {
        setMember(entries, key, read(value, depth + 1));
      }
    }
    return entries;
  };
}

/** The nodes below `1`, `2`, … in the order of these numbers. */
function numbered(node: FormNode, below: string | undefined, depth: number): FormNode[] {
  const children = childrenOf(node, depth);
  const entries = below === undefined ? children : (children.get(below)?.children ?? new Map<string, FormNode>());
  return [...entries]
    .filter(([key]) => /^\d+$/.test(key))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, child]) => child);
}

/** An empty text stands for an empty collection (`TagKeys=`); other text is not one. */
function childrenOf(node: FormNode, depth: number): ReadonlyMap<string, FormNode> {
  if (depth > maxDepth) {
    throw malformedInput("The request nests deeper than this service allows");
  }
  if (node.text && node.children.size === 0) {
    throw malformedInput("Unexpected text where a structure, list or map was expected");
  }
  return node.children;
}
