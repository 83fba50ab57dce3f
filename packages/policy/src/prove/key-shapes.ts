import type { Catalog } from "../catalog.ts";
import type { KeyShape, TextPattern } from "./find/literals.ts";

/**
 * Keys that every signed request has
 * [IAM User Guide, reference_policies_condition-keys, 2025: "always included in the request context"].
 */
const alwaysPresent: ReadonlySet<string> = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalisawsservice",
  "aws:principaltype",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:useragent",
  "aws:userid",
  "aws:viaawsservice",
]);

const booleans: readonly TextPattern[] = [
  { kind: "boolean", value: true },
  { kind: "boolean", value: false },
];

/** What AWS's types say of every text of a value; a type that is not listed says nothing. */
const textsOf: Readonly<Record<string, readonly TextPattern[]>> = {
  Bool: booleans,
  IPAddress: [{ kind: "address" }],
};

/** Texts that read well in a request. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  "aws:requestedregion": ["us-east-1", "eu-west-1"],
  "aws:currenttime": ["2026-01-01T12:00:00Z"],
  "aws:viaawsservice": ["false"],
  "aws:securetransport": ["true"],
};

/** Tells what values context keys can have. */
export interface KeyShapes {
  /** The shape of a key given in lower case. */
  shapeOf(key: string): KeyShape;
}

/** The shapes of keys by the types of the catalogue; a key it does not know may be one text or a list. */
export function createKeyShapes(catalog: Catalog): KeyShapes {
  const known = new Map<string, KeyShape>();
  return {
    shapeOf: (key) => {
      const shape = known.get(key) ?? makeShape(key, catalog.conditionKey(key)?.type);
      known.set(key, shape);
      return shape;
    },
  };
}

function makeShape(key: string, type: string | undefined): KeyShape {
  const texts = type === undefined ? undefined : textsOf[type.replace(/^ArrayOf/, "")];
  const prefer = preferred[key];
  return {
    absent: !alwaysPresent.has(key),
    single: type === undefined || !type.startsWith("ArrayOf"),
    list: type === undefined || type.startsWith("ArrayOf"),
    ...(texts && { alsoLiterals: [{ any: texts, holds: true }] }),
    ...(prefer && { prefer }),
  };
}
