/**
 * A pattern of AWS's models, which Java matches against the whole text, as a regular expression of ours.
 *
 * Patterns with needless escapes (`\-`, `\_`) are refused by the Unicode mode that `\p{L}` needs, so those escapes are
 * dropped on the second try. A pattern that no mode understands gives undefined.
 */
export function compilePattern(pattern: string): RegExp | undefined {
  return tryCompile(pattern, "u") ?? tryCompile(withoutNeedlessEscapes(pattern), "u") ?? tryCompile(pattern, "");
}

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, flags);
  } catch {
    return undefined;
  }
}

/** A hyphen keeps its meaning as a character between brackets only when written as a code point. */
function withoutNeedlessEscapes(pattern: string): string {
  return pattern.replace(/\\([^\p{L}\p{N}^$\\.*+?()[\]{}|/])/gu, (_escape, character: string) =>
    character === "-" ? "\\u002D" : character,
  );
}
