import type { Diagnostic, Severity } from "@castellan/policy";
import { nameFrom } from "./diagnosed-text.ts";

/** GitHub's words for how much an annotation matters [GitHub Docs, workflow commands, 2025]. */
const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", suggestion: "notice" };

type Properties = Readonly<Record<string, string | number | undefined>>;

/** A diagnostic as the workflow command that GitHub shows beside the line; `below` leads from the repository to the files. */
export function githubAnnotation(diagnostic: Diagnostic, below = ""): string {
  const { code, severity, message, help } = diagnostic;
  const told: Properties = { ...placeOf(diagnostic, below), title: code };
  const properties = Object.entries(told)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const words = help === undefined ? message : `${message}\nhelp: ${help}`;
  return `::${commands[severity]} ${properties.join(",")}::${escapeMessage(words)}`;
}

/** Columns are given only within one line, where they are sure to be understood. */
function placeOf({ span }: Diagnostic, below: string): Properties {
  if (span === undefined) return {};
  const { start, end } = span;
  const file = span.file === undefined ? undefined : nameFrom(below, span.file);
  if (start.line !== end.line) return { file, line: start.line, endLine: end.line };
  return { file, line: start.line, col: start.column, endLine: end.line, endColumn: end.column };
}

/** What would end the command is written as percent and two digits [actions/toolkit, core/src/command.ts, 2025]. */
function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
