import { NormalizedSchema } from "@smithy/core/schema";
import type { SchemaRef, SchemaTraitsObject } from "@smithy/types";
import type { Member, Shape, SimpleKind, SimpleShape, StructureShape, TimestampFormat } from "./shape.ts";

const unit: Shape = { kind: "unit", sensitive: false };

/** Simple schemas as the SDK numbers them (`@smithy/types`, schema/sentinels). */
const simpleKinds = new Map<unknown, readonly [SimpleKind, TimestampFormat?]>([
  [0, ["string"]],
  [1, ["number"]],
  [2, ["boolean"]],
  [4, ["timestamp"]],
  [5, ["timestamp", "dateTime"]],
  [6, ["timestamp", "httpDate"]],
  [7, ["timestamp", "epochSeconds"]],
  [15, ["document"]],
  [17, ["bigInteger"]],
  [19, ["bigDecimal"]],
  [21, ["blob"]],
  [42, ["blob"]],
]);

/** One shape per schema object, so that what is compiled for a shape is compiled once. */
const known = new WeakMap<object, Shape>();

/** Reads a schema exported by an SDK package as a shape. */
export function readShape(schema: SchemaRef): Shape {
  return shapeOf(NormalizedSchema.of(schema));
}

function shapeOf(schema: NormalizedSchema): Shape {
  const raw: unknown = schema.getSchema();
  if (typeof raw !== "object" || raw === null) {
    return buildShape(schema);
  }
  const shape = known.get(raw) ?? buildShape(schema);
  known.set(raw, shape);
  return shape;
}

function buildShape(schema: NormalizedSchema): Shape {
  if (schema.isUnitSchema()) {
    return unit;
  }
  if (schema.isStructSchema()) {
    return structureOf(schema);
  }
  const { sensitive, sparse } = schema.getOwnTraits();
  const collection = { sensitive: Boolean(sensitive), sparse: Boolean(sparse), flattened: false };
  if (schema.isListSchema()) {
    return { kind: "list", ...collection, member: memberOf(schema.getValueSchema(), "member", false) };
  }
  if (schema.isMapSchema()) {
    const key = memberOf(schema.getKeySchema(), "key", true);
    return { kind: "map", ...collection, key, value: memberOf(schema.getValueSchema(), "value", false) };
  }
  return simpleOf(schema);
}

function simpleOf(schema: NormalizedSchema): SimpleShape {
  const [kind, format] = simpleKinds.get(schema.getSchema()) ?? ["document" as const];
  const { sensitive, mediaType } = schema.getOwnTraits();
  return { kind, format, sensitive: Boolean(sensitive), mediaType };
}

function structureOf(schema: NormalizedSchema): StructureShape {
  let members: readonly Member[] | undefined;
  const traits = schema.getOwnTraits();
  return {
    kind: "structure",
    name: schema.getName() ?? "",
    union: schema.isUnionSchema(),
    sensitive: Boolean(traits.sensitive),
    traits,
    get members() {
      return (members ??= membersOf(schema));
    },
  };
}

/** The seventh element of a structure's schema counts how many of its leading members are required. */
function membersOf(schema: NormalizedSchema): readonly Member[] {
  const raw: unknown = schema.getSchema();
  const required = Array.isArray(raw) && typeof raw[6] === "number" ? raw[6] : 0;
  return [...schema.structIterator()].map(([name, member], index) => memberOf(member, name, index < required));
}

function memberOf(schema: NormalizedSchema, name: string, required: boolean): Member {
  const traits = schema.getMemberTraits();
  const sensitive = Boolean(schema.getMergedTraits().sensitive);
  return { name, required, sensitive, traits, shape: withTraits(shapeOf(schema), traits) };
}

/** What a member's traits change about the shape it refers to. */
function withTraits(shape: Shape, { xmlFlattened, mediaType }: SchemaTraitsObject): Shape {
  if (xmlFlattened && (shape.kind === "list" || shape.kind === "map")) {
    return { ...shape, flattened: true };
  }
  return mediaType && shape.kind === "string" ? { ...shape, mediaType } : shape;
}
