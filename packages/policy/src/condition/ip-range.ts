/** A range of addresses: the first `bits` bits of `address` are fixed. */
export interface IpRange {
  readonly family: 4 | 6;
  /** 32 or 128 bits. */
  readonly address: bigint;
  readonly bits: number;
}

/** Reads an IPv4 or IPv6 address or CIDR range; without a prefix length it is a single address. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const host = slash === -1 ? text : text.slice(0, slash);
  const family = host.includes(":") ? 6 : 4;
  const width = family === 4 ? 32 : 128;
  const length = slash === -1 ? String(width) : text.slice(slash + 1);
  const address = family === 4 ? parseV4(host) : parseV6(host);
  if (address === undefined || !/^\d{1,3}$/.test(length) || Number(length) > width) return undefined;
  return { family, address, bits: Number(length) };
}

/** Whether the first range holds the whole of the second; ranges of different families never do. */
export function rangeHolds(outer: IpRange, inner: IpRange): boolean {
  if (outer.family !== inner.family || outer.bits > inner.bits) return false;
  const free = BigInt((outer.family === 4 ? 32 : 128) - outer.bits);
  return outer.address >> free === inner.address >> free;
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((address, part) => (address << 8n) | BigInt(part), 0n);
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = [groups(halves[0] ?? "", halves.length === 1), groups(halves[1] ?? "", true)];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return all.reduce((address, group) => (address << 16n) | group, 0n);
}

/** Groups of 16 bits; where the address ends the last may be written as an IPv4 address. */
function groups(text: string, ends: boolean): readonly bigint[] | undefined {
  if (text === "") return [];
  const found: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const v4 = ends && part.includes(".") && index === parts.length - 1 ? parseV4(part) : undefined;
    if (v4 !== undefined) found.push(v4 >> 16n, v4 & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}
