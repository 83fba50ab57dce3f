import type { IpRange } from "../../condition/ip-range.ts";
import { remember } from "./remember.ts";

const widths = { 4: 32, 6: 128 } as const;
/** Addresses for documentation [RFC 5737, RFC 3849]. */
const documented = ["203.0.113.1", "198.51.100.1", "192.0.2.1", "2001:db8::1"] as const;
/** The ranges that hold every other. */
const widest = ["0.0.0.0", "::", "0.0.0.0/0", "::/0"] as const;

/** Texts of addresses, then of ranges, that lie in every possible way to the listed ranges. */
export function* addressTexts(listed: readonly IpRange[]): Generator<string> {
  for (const range of listed) yield* textsOf(range).natural;
  yield* documented;
  for (const range of listed) yield* textsOf(range).ends;
  for (const range of listed) yield textsOf(range).range;
  yield* widest;
}

/** A natural address of a range, its first address and the first behind it, and the range itself. */
const textsOf = remember((range: IpRange) => ({
  natural: addressesOf(range, 1n),
  ends: [...addressesOf(range, 0n), ...addressesOf(range, sizeOf(range))],
  range: printRange(range),
}));

/** The address so far behind the beginning of a range, unless beyond all addresses. */
function addressesOf(range: IpRange, offset: bigint): readonly string[] {
  const address = startOf(range) + offset;
  return address >> BigInt(widths[range.family]) === 0n ? [printAddress(range.family, address)] : [];
}

function sizeOf({ family, bits }: IpRange): bigint {
  return 1n << BigInt(widths[family] - bits);
}

function startOf(range: IpRange): bigint {
  return range.address - (range.address % sizeOf(range));
}

function printRange(range: IpRange): string {
  return `${printAddress(range.family, startOf(range))}/${range.bits}`;
}

function printAddress(family: 4 | 6, address: bigint): string {
  return family === 4 ? fields(address, 4, 8n).join(".") : shorten(fields(address, 8, 16n));
}

function fields(address: bigint, count: number, bits: bigint): readonly number[] {
  const mask = (1n << bits) - 1n;
  return Array.from({ length: count }, (_, index) => Number((address >> (bits * BigInt(count - 1 - index))) & mask));
}

/** Leaves the longest run of zero groups out. */
function shorten(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(":");
  const runs = text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return text;
  return text
    .replace(longest, longest.startsWith(":") ? ":" : "::")
    .replace(/:$/, "::")
    .replace(":::", "::");
}
