import type { Located } from "../document/source.ts";

/** A JSON value that remembers where it stands. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

/** A JSON object as a list of members in the order written; names are unique. */
export interface JsonObject extends Located {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

/** One member of a JSON object. */
export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

/** A JSON array. */
export interface JsonArray extends Located {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

/** A JSON string; the location includes the quotes. */
export interface JsonString extends Located {
  readonly kind: "string";
  readonly value: string;
}

/** A JSON number, kept as written. */
export interface JsonNumber extends Located {
  readonly kind: "number";
  readonly text: string;
}

/** A JSON Boolean. */
export interface JsonBoolean extends Located {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** The JSON null. */
export interface JsonNull extends Located {
  readonly kind: "null";
}

/** What can be wrong with a JSON text. */
export type JsonProblem =
  | "unexpectedText"
  | "unexpectedEnd"
  | "unfinishedString"
  | "badEscape"
  | "controlCharacter"
  | "loneSurrogate"
  | "badNumber"
  | "duplicateMember"
  | "tooDeep"
  | "tooLong";

/** The first thing wrong with a JSON text. */
export interface JsonFault extends Located {
  readonly problem: JsonProblem;
  /** The offending text, shortened. */
  readonly found: string;
}

/** A parsed JSON text, or its first fault. */
export type ParsedJson =
  | { readonly kind: "json"; readonly value: JsonNode }
  | { readonly kind: "fault"; readonly fault: JsonFault };
