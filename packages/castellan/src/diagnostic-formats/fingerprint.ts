import { createHash } from "node:crypto";
import type { Diagnostic } from "@castellan/policy";
import { type DiagnosedText, textOf } from "./diagnosed-text.ts";

/**
 * What tells a diagnostic from others and stays when lines move: a digest of code, file and the text it points at,
 * then `:1`, `:2` … for those that agree in all of it. In the order of the diagnostics.
 */
export function fingerprints(diagnostics: readonly Diagnostic[], texts: readonly DiagnosedText[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const digest = digestOf(diagnostic, texts);
    const count = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, count);
    return `${digest}:${count}`;
  });
}

function digestOf({ code, message, span }: Diagnostic, texts: readonly DiagnosedText[]): string {
  const pointed =
    span === undefined ? message : pointedAt(textOf(texts, span.file), span.start.offset, span.end.offset);
  return createHash("sha256")
    .update(JSON.stringify([code, span?.file, pointed]))
    .digest("hex")
    .slice(0, 16);
}

/** The lines of a stretch without their white space, which says nothing. */
function pointedAt(text: string, start: number, end: number): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  return text.slice(from, lineEnd === -1 ? text.length : lineEnd).replace(/\s+/g, "");
}
