import type { SchemaTraitsObject } from "@smithy/types";

/** What a schema says about the values at one place, as the compilers of readers, writers and checks see it. */
export type Shape = StructureShape | ListShape | MapShape | SimpleShape | UnitShape;

/** The kinds of shapes; rules over shapes are total maps over them. */
export type ShapeKind = Shape["kind"];

/** The kinds of shapes without parts. */
export type SimpleKind =
  | "string"
  | "number"
  | "boolean"
  | "timestamp"
  | "blob"
  | "document"
  | "bigInteger"
  | "bigDecimal";

/** A structure or a union. */
export interface StructureShape {
  readonly kind: "structure";
  readonly name: string;
  readonly union: boolean;
  readonly sensitive: boolean;
  readonly traits: SchemaTraitsObject;
  /** Computed on first use, since a structure may contain itself. */
  readonly members: readonly Member[];
}

/** A list; its `member` tells how the items look. Flattened ones repeat without an element of their own in form and XML. */
export interface ListShape {
  readonly kind: "list";
  readonly sensitive: boolean;
  readonly sparse: boolean;
  readonly flattened: boolean;
  readonly member: Member;
}

/** A map from text to values. */
export interface MapShape {
  readonly kind: "map";
  readonly sensitive: boolean;
  readonly sparse: boolean;
  readonly flattened: boolean;
  readonly key: Member;
  readonly value: Member;
}

/** A shape without parts. */
export interface SimpleShape {
  readonly kind: SimpleKind;
  readonly sensitive: boolean;
  /** The format that a timestamp's schema asks for, where it asks for one. */
  readonly format: TimestampFormat | undefined;
  readonly mediaType: string | undefined;
}

/** The absence of an input or an output. */
export interface UnitShape {
  readonly kind: "unit";
  readonly sensitive: false;
}

/** A named place inside a structure, list or map. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** The traits written at this place, not those of the shape it refers to. */
  readonly traits: SchemaTraitsObject;
}

/** How a timestamp is written: RFC 3339, RFC 7231 or seconds since 1970. */
export type TimestampFormat = "dateTime" | "httpDate" | "epochSeconds";

/** The shape of one kind. */
export type ShapeOf<K extends ShapeKind> = Extract<Shape, { readonly kind: K }>;
