import type { Diagnostic, Edit } from "@castellan/policy";

/** The text with the fixes of all diagnostics made; of edits that overlap the first one counts. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics.flatMap((diagnostic) => diagnostic.fix ?? []).toSorted(byStart);
  let done = 0;
  const pieces: string[] = [];
  for (const edit of edits) {
    if (edit.span.start.offset < done) continue;
    pieces.push(text.slice(done, edit.span.start.offset), edit.text);
    done = edit.span.end.offset;
  }
  return pieces.join("") + text.slice(done);
}

function byStart(a: Edit, b: Edit): number {
  return a.span.start.offset - b.span.start.offset;
}
