/**
 * A pattern of AWS's models, which Java matches against the whole text, as a regular expression of ours.
 *
 * Patterns with needless escapes (`\-`, `\_`) are refused by the Unicode mode that `\p{L}` needs, so those escapes are
 * dropped on the second try. Flags that Java writes inside (`(?s)`, `(?i)`) become flags of the whole. A pattern that no
 * mode understands gives undefined.
 */
export function compilePattern(pattern: string): RegExp | undefined {
  const inline = [...pattern.matchAll(inlineFlags)].map(([, flags]) => flags).join("");
  const flags = [...new Set(inline)].join("");
  const source = pattern.replace(inlineFlags, "");
  return (
    tryCompile(source, `u${flags}`) ??
    tryCompile(withoutNeedlessEscapes(source), `u${flags}`) ??
    tryCompile(source, flags)
  );
}

const inlineFlags = /\(\?([is]+)\)/g;

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
