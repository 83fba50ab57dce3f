import { type Document, LineCounter, parseDocument, type YAMLError } from "yaml";
import { Reading } from "./reading.ts";
import type { FileNode } from "./shape.ts";

/** Largest file read, in characters: a thousand people and accounts fit many times. */
const mostCharacters = 2 * 1024 * 1024;
/** Deepest nesting read; an access file needs six levels, a policy inside it a few more. */
const mostLevels = 64;
/** Most faults of YAML itself that are told: after a few, each follows from the one before. */
const mostYamlFaults = 10;
/** Longest message of the YAML parser that is repeated; it may quote the text. */
const longestMessage = 160;

/** A file as far as YAML goes; `root` is absent when it could not be read that far. */
export interface ParsedYaml {
  readonly reading: Reading;
  readonly root?: FileNode;
}

/** Parses YAML with positions. Whatever the text is, faults are diagnostics. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const reading = new Reading(file, text, lines);
  if (!isReadable(text, reading, lines)) return { reading };
  const document = compose(text, lines);
  if (document === undefined) {
    reading.report("CST0003", "the file is nested too deeply", { help: `at most ${mostLevels} levels` });
    return { reading };
  }
  for (const fault of [...document.errors, ...document.warnings].slice(0, mostYamlFaults)) reportYaml(fault, reading);
  return document.errors.length > 0 ? { reading } : { reading, root: document.contents };
}

/** The parser works by recursion, so a text that deceives the depth check can still exhaust the stack. */
function compose(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, merge: false, version: "1.2" });
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

function isReadable(text: string, reading: Reading, lines: LineCounter): boolean {
  if (text.length > mostCharacters) {
    reading.report("CST0003", `the file has ${text.length} characters`, { help: `at most ${mostCharacters}` });
    return false;
  }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
  if (control !== null) return refuse(control.index, "CST0002", "this is not a text file", reading, lines, text);
  const deep = tooDeepAt(text);
  return deep === undefined || refuse(deep, "CST0003", "the file is nested too deeply", reading, lines, text);
}

function refuse(
  offset: number,
  code: "CST0002" | "CST0003",
  message: string,
  reading: Reading,
  lines: LineCounter,
  text: string,
): false {
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  reading.report(code, message, { span: reading.span(offset, offset + 1) });
  return false;
}

/** Where brackets or indentation nest deeper than any access file; strings are not told apart, the limit is generous. */
function tooDeepAt(text: string): number | undefined {
  let brackets = 0;
  const indents: number[] = [];
  for (let at = 0, column = 0, leading = true; at < text.length; at += 1, column += 1) {
    const character = text[at];
    if (character === "\n") [column, leading] = [-1, true];
    else if (character === "[" || character === "{") brackets += 1;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    if (leading && character !== " " && character !== "\n") leading = opensLevel(text, at, column, indents);
    if (brackets > mostLevels || indents.length > mostLevels) return at;
  }
  return undefined;
}

/** Notes the level that begins here; true while the line may open further ones (`- - - x`). */
function opensLevel(text: string, at: number, column: number, indents: number[]): boolean {
  while ((indents.at(-1) ?? -1) >= column) indents.pop();
  indents.push(column);
  return (text[at] === "-" || text[at] === "?") && text[at + 1] === " ";
}

function reportYaml(fault: YAMLError, reading: Reading): void {
  const [start, end] = fault.pos;
  const message = (fault.message.charAt(0).toLowerCase() + fault.message.slice(1)).slice(0, longestMessage);
  reading.report("CST0001", message, { span: reading.span(start, Math.max(end, start + 1)) });
}
