const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes from base64 text, or undefined when the text is not base64. */
export function parseBase64(text: string): Uint8Array | undefined {
  return text.length % 4 === 0 && base64.test(text) ? new Uint8Array(Buffer.from(text, "base64")) : undefined;
}

/** Bytes, or text read as UTF-8, as base64. */
export function printBase64(value: unknown): string {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  }
  return Buffer.from(String(value), "utf8").toString("base64");
}
