/** An escape at the place where a match is asked for. */
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{\w+\}|[^])/uy;

/** Sets that Java has and JavaScript lacks or reads otherwise, as the inside of a character class. */
const SETS: Readonly<Record<string, string>> = {
  "\\s": "\\t-\\r ",
  "\\S": "\\x00-\\x08\\x0e-\\x1f!-\\u{10ffff}",
  "\\h": "\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000",
  "\\p{Lower}": "a-z",
  "\\p{Upper}": "A-Z",
  "\\p{ASCII}": "\\x00-\\x7f",
  "\\p{Alpha}": "A-Za-z",
  "\\p{Digit}": "0-9",
  "\\p{Alnum}": "0-9A-Za-z",
  "\\p{Punct}": "!-\\/:-@\\[-`{-~",
  "\\p{Graph}": "!-~",
  "\\p{Print}": " -~",
  "\\p{Blank}": "\\t ",
  "\\p{Cntrl}": "\\x00-\\x1f\\x7f",
  "\\p{XDigit}": "0-9A-Fa-f",
  "\\p{Space}": "\\t-\\r ",
};

/** Java's spellings of the ends of a text. */
const ENDS: Readonly<Record<string, string>> = { "\\A": "^", "\\z": "$" };

/** A piece of a pattern in JavaScript's syntax, and where the rest of the pattern begins. */
export interface Piece {
  readonly written: string;
  readonly end: number;
}

/** Translates the escape that begins at `at`. */
export function translateEscape(text: string, at: number): Piece {
  const escape = escapeAt(text, at);
  const end = at + escape.length;
  const set = SETS[escape];
  if (set !== undefined) return { written: `[${set}]`, end };
  const complement = SETS[escape.replace(/^\\P/, "\\p")];
  if (complement !== undefined) return { written: `[^${complement}]`, end };
  const written = ENDS[escape] ?? (isNamed(escape) ? escape : literal(escape.slice(1)));
  return { written, end };
}

/** Translates the character class that begins at `at`. */
export function translateClass(text: string, at: number): Piece {
  const opening = text.startsWith("[^", at) ? "[^" : "[";
  let written = opening;
  let position = at + opening.length;
  while (text[position] !== "]") {
    const piece = translateMember(text, position);
    written += piece.written;
    position = piece.end;
  }
  return { written: `${written}]`, end: position + 1 };
}

/** A character as a piece that stands for itself outside of a class. */
export function literal(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function translateMember(text: string, at: number): Piece {
  const character = text[at];
  if (character === undefined) throw new Error(`pattern \`${text}\` has a character class without end`);
  if (character === "[" || text.startsWith("&&", at))
    throw new Error(`pattern \`${text}\` combines character classes, which is not known here`);
  if (character !== "\\") return { written: character, end: at + 1 };
  const escape = escapeAt(text, at);
  const end = at + escape.length;
  if (SETS[escape] === undefined && SETS[escape.replace(/^\\P/, "\\p")] !== undefined) {
    throw new Error(`pattern \`${text}\` has \`${escape}\` in a character class, which is not known here`);
  }
  const written = SETS[escape] ?? (isNamed(escape) ? escape : classLiteral(escape.slice(1)));
  return isSet(escape) ? withoutRange(text, { written, end }) : { written, end };
}

/** A hyphen after a set stands for itself: a set begins no range. */
function withoutRange(text: string, { written, end }: Piece): Piece {
  return text[end] === "-" && text[end + 1] !== "]" ? { written: `${written}\\-`, end: end + 1 } : { written, end };
}

function escapeAt(text: string, at: number): string {
  ESCAPE.lastIndex = at;
  const escape = ESCAPE.exec(text)?.[0];
  if (escape === undefined) throw new Error(`pattern \`${text}\` ends inside an escape`);
  return escape;
}

function isNamed(escape: string): boolean {
  return /^\\[A-Za-z0-9]/.test(escape);
}

function isSet(escape: string): boolean {
  return SETS[escape] !== undefined || /^\\[pPdDwW]/.test(escape);
}

function classLiteral(character: string): string {
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
