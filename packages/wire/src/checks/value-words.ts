/** A value as AWS repeats it in its messages: as Java prints lists and maps. */
export function valueWords(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(valueWords).join(", ")}]`;
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (value instanceof Uint8Array) {
    return `${value.byteLength} bytes`;
  }
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}=${valueWords(item)}`)
      .join(", ")}}`;
  }
  return String(value);
}
