// Joins texts into one blob and remembers where each one lies.

/** Collects texts; `add` answers `[offset, length]` in bytes, `bytes` the whole blob. */
export function createBlob() {
  const parts = [];
  let offset = 0;
  return {
    add(text) {
      const part = Buffer.from(text, "utf8");
      const place = [offset, part.length];
      parts.push(part);
      offset += part.length;
      return place;
    },
    bytes: () => Buffer.concat(parts),
  };
}

/** Orders by code unit, the same on every machine. */
export function byText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
