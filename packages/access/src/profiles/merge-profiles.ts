import type { Diagnostic, Span } from "@castellan/policy";
import { diagnose } from "../diagnostics/diagnose.ts";

/** A config file with Castellan's block in it, or why it was left alone. */
export type MergedConfig =
  | { readonly kind: "merged"; readonly text: string }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** What is merged: the sections' text, under the name of the sso-session. */
export interface ProfileBlock {
  readonly session: string;
  readonly text: string;
  /** The config file's name, for messages. */
  readonly file?: string;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/**
 * Puts the block between its marks into a config file, in the place of the one that is there, else at the end. Every byte
 * outside the marks stays. Refuses when a section outside the marks has the name of one inside.
 */
export function mergeProfiles(existing: string, block: ProfileBlock): MergedConfig {
  const lines = linesOf(existing);
  const begins = lines.filter((line) => isMark(line, "begin", block.session));
  const ends = lines.filter((line) => isMark(line, "end", block.session));
  const [begin, end] = [begins[0], ends[0]];
  if (
    begins.length > 1 ||
    begins.length !== ends.length ||
    (begin !== undefined && end !== undefined && end.start < begin.start)
  ) {
    return { kind: "refused", diagnostics: [torn(begins.at(-1) ?? end, block)] };
  }
  const place = begin === undefined || end === undefined ? undefined : { from: begin.start, to: end.end };
  const foreign = lines.filter((line) => place === undefined || line.start < place.from || line.start >= place.to);
  const shadowed = shadowing(foreign, block);
  if (shadowed.length > 0) return { kind: "refused", diagnostics: shadowed };
  return {
    kind: "merged",
    text:
      place === undefined
        ? appended(existing, marked(existing, block))
        : replaced(existing, place, marked(existing, block)),
  };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found + 1;
    lines.push({ text: text.slice(start, end).replace(/\r?\n$/, ""), start, end, number: lines.length + 1 });
    start = end;
  }
  return lines;
}

function isMark(line: Line, word: "begin" | "end", session: string): boolean {
  const match = /^# castellan (begin|end) (\S+)/.exec(line.text);
  return match !== null && match[1] === word && match[2]?.replace(/:$/, "") === session;
}

function marked(existing: string, block: ProfileBlock): string {
  const text = `# castellan begin ${block.session}: written by \`castellan profiles\`; change castellan.yaml instead\n${block.text}# castellan end ${block.session}\n`;
  return /\r\n/.test(existing) ? text.replaceAll("\n", "\r\n") : text;
}

function appended(existing: string, text: string): string {
  const newline = /\r\n/.test(existing) ? "\r\n" : "\n";
  if (existing === "") return text;
  return existing + (existing.endsWith("\n") ? newline : newline + newline) + text;
}

function replaced(existing: string, place: { readonly from: number; readonly to: number }, text: string): string {
  const last = existing.slice(place.from, place.to).endsWith("\n") ? text : text.replace(/\r?\n$/, "");
  return existing.slice(0, place.from) + last + existing.slice(place.to);
}

const header = /^\s*\[\s*(profile|sso-session)\s+["']?(.*?)["']?\s*\]/;

function shadowing(foreign: readonly Line[], block: ProfileBlock): readonly Diagnostic[] {
  const own = new Set(block.text.split("\n").flatMap((line) => sectionOf(line) ?? []));
  return foreign.flatMap((line) => {
    const section = sectionOf(line.text);
    if (section === undefined || !own.has(section)) return [];
    const help =
      "rename or remove it there, or choose other names under `profiles` in the access file; nothing was written";
    return [
      diagnose("CST0401", `\`[${section}]\` is already there and is not Castellan's`, {
        span: spanOf(line, block),
        label: "not written by Castellan",
        help,
      }),
    ];
  });
}

function sectionOf(line: string): string | undefined {
  const match = header.exec(line);
  return match === null ? undefined : `${match[1]} ${match[2]}`;
}

function torn(line: Line | undefined, block: ProfileBlock): Diagnostic {
  const help = `put the lines \`# castellan begin ${block.session}\` and \`# castellan end ${block.session}\` around the block, or delete both; nothing was written`;
  return diagnose("CST0402", "the marked block is torn", {
    ...(line === undefined ? {} : { span: spanOf(line, block) }),
    help,
  });
}

function spanOf(line: Line, { file }: ProfileBlock): Span {
  const start = { offset: line.start, line: line.number, column: 1 };
  const end = { offset: line.start + line.text.length, line: line.number, column: line.text.length + 1 };
  return file === undefined ? { start, end } : { file, start, end };
}
