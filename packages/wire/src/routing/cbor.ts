/** A map of short texts in CBOR (RFC 8949), which is all that a fault in that protocol needs. */
export function encodeTextMap(texts: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(texts);
  return Buffer.concat([head(5, entries.length), ...entries.flat().map(encodeText)]);
}

function encodeText(text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8");
  return Buffer.concat([head(3, bytes.length), bytes]);
}

/** The first bytes of an item: three bits of type, then the length, directly or in the two bytes that follow. */
function head(type: number, length: number): Uint8Array {
  const high = type << 5;
  return length < 24 ? Uint8Array.of(high | length) : Uint8Array.of(high | 25, length >> 8, length & 0xff);
}
