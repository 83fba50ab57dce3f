import type { Text } from "../document/policy-node.ts";
import type { Located } from "../document/source.ts";

/**
 * A JSON value that remembers where it stands. The tag is `node`, as in policies: a JSON string is a text of a
 * policy as it stands, and reading a policy makes no second record of it.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

/** A JSON object as a list of members in the order written; names are unique. */
export interface JsonObject extends Located {
  readonly node: "object";
  readonly members: readonly JsonMember[];
}

/** One member of a JSON object. */
export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

/** A JSON array. */
export interface JsonArray extends Located {
  readonly node: "array";
  readonly items: readonly JsonNode[];
}

/** A JSON string; the location includes the quotes. */
export type JsonString = Text;

/** A JSON number, kept as written. */
export interface JsonNumber extends Located {
  readonly node: "number";
  readonly text: string;
}

/** A JSON Boolean. */
export interface JsonBoolean extends Located {
  readonly node: "boolean";
  readonly value: boolean;
}

/** The JSON null. */
export interface JsonNull extends Located {
  readonly node: "null";
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
