import { literal, translateClass, translateEscape } from "./pattern-class.ts";

/**
 * Patterns whose own form takes exponential time on a value that does not match,
 * with a form that accepts the same values in linear time.
 */
const LINEAR_FORMS: Readonly<Record<string, string>> = {
  "(.*[\\n\\r\\t\\f\\ ]?)*": "[^\\u0085\\u2028\\u2029]*",
};

/** Java's `.`: everything but its line ends. */
const DOT = "[^\\n\\r\\u0085\\u2028\\u2029]";
const ANYTHING = "[^]";

/** A group that is open at this point, and the flags that hold in it. */
interface Scope {
  /** How many pieces had been written when the group began. */
  readonly start: number;
  ignoreCase: boolean;
  dotAll: boolean;
}

/** A pattern on its way from Java's syntax to JavaScript's. */
interface Translation {
  readonly text: string;
  at: number;
  readonly written: string[];
  readonly outer: Scope[];
  scope: Scope;
  /** The piece with which the thing began that a quantifier at this point repeats. */
  atomStart: number;
  possessives: number;
}

/**
 * Compiles a pattern of AWS's service models (Java's syntax) to a RegExp that a whole value must match.
 * Throws if the pattern uses something that has no equivalent here.
 */
export function compilePattern(pattern: string): RegExp {
  const scope: Scope = { start: 0, ignoreCase: false, dotAll: false };
  const text = LINEAR_FORMS[pattern] ?? pattern;
  const state: Translation = { text, at: 0, written: [], outer: [], scope, atomStart: 0, possessives: 0 };
  while (state.at < text.length) translateNext(state);
  return new RegExp(`^(?:${state.written.join("")})$`, "u");
}

function translateNext(state: Translation): void {
  const quantifier = take(state, /[*+?]|\{\d+(?:,\d*)?\}/y);
  if (quantifier !== undefined) return writeQuantifier(state, quantifier);
  if (take(state, /\)/y) !== undefined) return closeGroup(state);
  if (state.text[state.at] === "(") return openGroup(state);
  state.atomStart = state.written.length;
  state.written.push(translateAtom(state));
}

function translateAtom(state: Translation): string {
  const character = take(state, /[^\\[]/uy);
  if (character === undefined) {
    const translate = state.text[state.at] === "[" ? translateClass : translateEscape;
    const { written, end } = translate(state.text, state.at);
    state.at = end;
    return written;
  }
  if (character === ".") return state.scope.dotAll ? ANYTHING : DOT;
  if (/[\^$|]/.test(character)) return character;
  if (state.scope.ignoreCase && /[A-Za-z]/.test(character))
    return `[${character.toLowerCase()}${character.toUpperCase()}]`;
  return literal(character);
}

/** Writes a quantifier; a possessive one (`a*+`) becomes a look-ahead that is then taken as a whole. */
function writeQuantifier(state: Translation, quantifier: string): void {
  if (take(state, /\+/y) === undefined) {
    state.written.push(quantifier, take(state, /\?/y) ?? "");
    return;
  }
  const atom = state.written.splice(state.atomStart).join("");
  const name = `possessive${++state.possessives}`;
  state.written.push(`(?=(?<${name}>${atom}${quantifier}))\\k<${name}>`);
}

/** Opens a group, or sets the flags of the one that is open (`(?i)`). */
function openGroup(state: Translation): void {
  const flagged = take(state, /\(\?[is]*[:)]/y);
  const flags = {
    ignoreCase: state.scope.ignoreCase || has(flagged, "i"),
    dotAll: state.scope.dotAll || has(flagged, "s"),
  };
  if (flagged?.endsWith(")")) {
    Object.assign(state.scope, flags);
    return;
  }
  state.outer.push(state.scope);
  state.scope = { start: state.written.length, ...flags };
  state.written.push(flagged === undefined ? (take(state, /\((?:\?(?:[=!]|<[=!]|<\w+>))?/y) ?? "") : "(?:");
}

function closeGroup(state: Translation): void {
  const outer = state.outer.pop();
  if (outer === undefined) throw new Error(`pattern \`${state.text}\` closes a group that is not open`);
  state.atomStart = state.scope.start;
  state.scope = outer;
  state.written.push(")");
}

function has(flags: string | undefined, flag: string): boolean {
  return flags?.includes(flag) ?? false;
}

/** The text that a sticky expression finds at this point; moves past it. */
function take(state: Translation, expression: RegExp): string | undefined {
  expression.lastIndex = state.at;
  const found = expression.exec(state.text)?.[0];
  if (found !== undefined) state.at += found.length;
  return found;
}
