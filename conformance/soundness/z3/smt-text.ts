/** A string literal of SMT-LIB. */
export function literal(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]|[\\"]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return `"${plain}"`;
}

/** A conjunction or disjunction of any length. */
export function joined(word: "and" | "or", formulas: readonly string[]): string {
  if (formulas.length === 0) return String(word === "and");
  return formulas.length === 1 ? (formulas[0] ?? "") : `(${word} ${formulas.join(" ")})`;
}

export const not = (formula: string): string => `(not ${formula})`;

/** The regular expression of a pattern whose star stands for `star`. */
export function expressionOf(pattern: string, star = "re.all", single = "re.allchar"): string {
  const pieces = pattern.split(/([*?])/).filter((piece) => piece !== "");
  const parts = pieces.map((piece) =>
    piece === "*" ? star : piece === "?" ? single : `(str.to_re ${literal(piece)})`,
  );
  if (parts.length === 0) return '(str.to_re "")';
  return parts.length === 1 ? (parts[0] ?? "") : `(re.++ ${parts.join(" ")})`;
}

/** Any character but one. */
export const anyBut = (character: string): string =>
  `(re.inter re.allchar (re.comp (str.to_re ${literal(character)})))`;

/** The texts that are this one but for letter case. */
export function ignoringCase(text: string): string {
  const parts = Array.from(text.toLowerCase(), (letter) => {
    const forms = [...new Set([letter, letter.toUpperCase()])].map((form) => `(str.to_re ${literal(form)})`);
    return forms.length === 1 ? (forms[0] ?? "") : `(re.union ${forms.join(" ")})`;
  });
  return parts.length === 0 ? '(str.to_re "")' : parts.length === 1 ? (parts[0] ?? "") : `(re.++ ${parts.join(" ")})`;
}

/** The ARNs that an ARN pattern matches, field by field: a star of the first five does not cross a colon. */
export function arnExpression(pattern: string): string {
  const head = `(re.* ${anyBut(":")})`;
  if (pattern === "*") return `(re.++ (str.to_re "arn:") ${`${head} (str.to_re ":") `.repeat(4)} re.all)`;
  const fields = pattern.split(":");
  const parts = fields.slice(1, 5).map((field) => expressionOf(field, head, anyBut(":")));
  const tail = expressionOf(fields.slice(5).join(":"));
  return `(re.++ (str.to_re "arn:") ${parts.join(' (str.to_re ":") ')} (str.to_re ":") ${tail})`;
}

/** Whether a pattern matches a text that is known. */
export function patternMatches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\/]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`, "u").test(text);
}
