import { parseDate, parseIpRange, parseNumber, type ContextValue, type IpRange } from "@castellan/policy";
import type { Random } from "../../tools/random.mjs";
import type { WorldKey } from "./small-world.ts";

const variableValues = ["alice", "blue", "x", "", "run"];

/** Texts that a pattern matches, and some that it just misses. */
export function samplesOf(random: Random, pattern: string, words: readonly string[]): readonly string[] {
  const plain = pattern.replace(/\$\{[^}]*\}/g, () => random.pick(variableValues));
  const filled = (stars: string, single: string): string => plain.replaceAll("*", stars).replaceAll("?", single);
  const mixed = plain
    .replace(/\*/g, () => random.pick(["", "x", ...words]))
    .replace(/\?/g, () => random.pick(["x", "a", "/"]));
  const samples = [filled("", "x"), filled("x", "y"), filled("a/b", "b"), mixed];
  const at = random.below(mixed.length + 1);
  return [
    ...samples,
    plain,
    `${mixed}x`,
    mixed.slice(0, -1),
    `${mixed.slice(0, at)}${random.pick(["x", "/", ":", ""])}${mixed.slice(at + 1)}`,
  ];
}

/** Texts at a listed value and right beside it, whatever it is. */
export function edgesOf(random: Random, listed: string, words: readonly string[]): readonly string[] {
  const edges = [...samplesOf(random, listed, words), listed.toUpperCase(), listed.toLowerCase()];
  const number = parseNumber(listed);
  if (number !== undefined) edges.push(...[-1, -0.5, 0, 0.5, 1].map((step) => String(number + step)), `${listed}.0`);
  const date = parseDate(listed);
  if (date !== undefined && Math.abs(date) < 4e12) edges.push(...datesAround(listed));
  const range = parseIpRange(listed);
  if (range !== undefined) edges.push(...addressesAround(range));
  return edges;
}

function datesAround(listed: string): readonly string[] {
  const instant = /^\d+$/.test(listed) ? Number(listed) * 1000 : Date.parse(listed);
  return [-1000, 0, 1000].map((step) => new Date(instant + step).toISOString().replace(".000Z", "Z"));
}

function addressesAround({ family, address, bits }: IpRange): readonly string[] {
  const width = family === 4 ? 32 : 128;
  const free = BigInt(width - bits);
  const first = (address >> free) << free;
  const last = first + (1n << free) - 1n;
  const most = (1n << BigInt(width)) - 1n;
  return [first - 1n, first, first + 1n, last, last + 1n]
    .filter((each) => each >= 0n && each <= most)
    .map((each) => (family === 4 ? v4(each) : v6(each)));
}

function v4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}

function v6(address: bigint): string {
  return Array.from({ length: 8 }, (_, group) => ((address >> BigInt(112 - group * 16)) & 0xffffn).toString(16)).join(
    ":",
  );
}

/** Whether a text may be a value of the key, by its type. */
export function fits(type: WorldKey["type"], text: string): boolean {
  if (type === "Bool") return /^(true|false)$/i.test(text);
  if (type !== "IPAddress") return true;
  const range = parseIpRange(text);
  return range !== undefined && !text.includes("/");
}

/** A value of a key made of the texts given: one of them, several, none, or the key is absent. */
export function valueOf(
  random: Random,
  { type, always }: WorldKey,
  texts: readonly string[],
): ContextValue | undefined {
  if (always !== true && random.chance(0.2)) return undefined;
  const list = type.startsWith("Array") || (type === "unknown" && random.chance(0.4));
  return list ? random.some(texts, random.below(4)) : random.pick(texts);
}
