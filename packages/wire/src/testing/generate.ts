import type { Members } from "../message.ts";
import type { ListShape, MapShape, Member, Shape, ShapeOf, StructureShape } from "../schema/shape.ts";

/** A source of numbers below one, the same for the same seed. */
export type Random = () => number;

/** A random source (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a protocol cannot express and a generated value therefore avoids. */
export interface Limits {
  /** Forms cannot tell an empty structure from none. */
  readonly emptyStructures: boolean;
  /** IAM and STS write whole seconds. */
  readonly milliseconds: boolean;
}

const texts = [
  "a",
  "ünïcode",
  "🙂 family 👩‍👩‍👧",
  "]]>",
  "a & b && <c> \"d\" 'e'",
  "one\ntwo\r\nthree\tfour",
  "100% +plus+ ?&=#/",
  "arn:aws:iam::123456789012:role/a b",
  '{"Version":"2012-10-17"}',
  "line\u2028separator\u0085next",
  "\\ backslash \\n",
  "true",
  "12",
];

/** A value of a shape. */
export function generate(shape: Shape, random: Random, limits: Limits, depth = 0): unknown {
  // The rule found under a shape's kind takes shapes of that kind; TypeScript cannot follow the pairing.
  return rules[shape.kind](shape as never, random, limits, depth);
}

type Rule<S extends Shape> = (shape: S, random: Random, limits: Limits, depth: number) => unknown;

const rules: { readonly [K in Shape["kind"]]: Rule<ShapeOf<K>> } = {
  unit: () => ({}),
  structure: generateStructure,
  list: generateList,
  map: generateMap,
  string: (_shape, random) => pick(texts, random),
  number: (_shape, random) => Math.floor(random() * 100_000),
  boolean: (_shape, random) => random() < 0.5,
  timestamp: (_shape, random, { milliseconds }) => {
    const seconds = Math.floor(random() * 2_000_000_000);
    return new Date(seconds * 1000 + (milliseconds ? Math.floor(random() * 1000) : 0));
  },
  blob: (_shape, random) =>
    Uint8Array.from({ length: Math.floor(random() * 20) + 1 }, () => Math.floor(random() * 256)),
  document: (_shape, random) => ({ text: pick(texts, random), list: [1, true, null, { deep: "x" }] }),
  bigInteger: () => 12_345_678_901_234_567_890n,
  bigDecimal: () => "1.5",
};

function generateStructure(shape: StructureShape, random: Random, limits: Limits, depth: number): Members {
  const members = shape.union
    ? [pick(shape.members, random)]
    : shape.members.filter((member) => isSet(member, random, depth));
  const chosen = members.length === 0 && !limits.emptyStructures ? shape.members.slice(0, 1) : members;
  return Object.fromEntries(
    chosen.map(({ name, shape: target }) => [name, generate(target, random, limits, depth + 1)]),
  );
}

/** Optional members thin out with depth, so that recursive structures end; tokens are set lest the client sets them. */
function isSet(member: Member, random: Random, depth: number): boolean {
  const { httpLabel, idempotencyToken } = member.traits;
  return member.required || Boolean(httpLabel ?? idempotencyToken) || random() < 0.8 / (1 + depth / 2);
}

function generateList({ member }: ListShape, random: Random, limits: Limits, depth: number): unknown[] {
  const length = depth > 4 ? 0 : Math.floor(random() * 4);
  return Array.from({ length }, () => generate(member.shape, random, limits, depth + 1));
}

function generateMap({ value }: MapShape, random: Random, limits: Limits, depth: number): Members {
  const length = depth > 4 ? 1 : Math.floor(random() * 3) + 1;
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `${pick(texts, random)}${index}`,
      generate(value.shape, random, limits, depth + 1),
    ]),
  );
}

function pick<T>(items: readonly T[], random: Random): T {
  // The index is below the length, and the lists are not empty.
  return items[Math.floor(random() * items.length)] as T;
}
