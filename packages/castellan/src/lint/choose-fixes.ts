import type { Diagnostic, Edit } from "@castellan/policy";

/** The fixes of a text's diagnostics: those that are made, those that are not because they do not go together with another. */
export interface ChosenFixes {
  readonly made: readonly Diagnostic[];
  readonly left: readonly Diagnostic[];
  /** The text with the made ones. */
  readonly text: string;
}

/** Whether a text with fixes still is what it was, such as JSON. */
type IsWhole = (text: string) => boolean;

/**
 * Makes the fixes of a file: each whole or not at all, of two that overlap the first. Two that are good alone may
 * break the text together, as when one takes an item and the other adds one behind it: then the first is made.
 */
export function chooseFixes(
  text: string,
  file: string,
  diagnostics: readonly Diagnostic[],
  isWhole: IsWhole = () => true,
): ChosenFixes {
  const all = chooseAmong(text, file, diagnostics, () => true);
  if (isWhole(all.text)) return all;
  return chooseAmong(text, file, diagnostics, (edits) => isWhole(withEdits(text, edits)));
}

function chooseAmong(
  text: string,
  file: string,
  diagnostics: readonly Diagnostic[],
  isGood: (edits: readonly Edit[]) => boolean,
): ChosenFixes {
  const made: Diagnostic[] = [];
  const left: Diagnostic[] = [];
  const edits: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const wanted = diagnostic.fix ?? [];
    if (wanted.length === 0) continue;
    const fresh = wanted.filter((edit) => !edits.some((other) => isSame(edit, other)));
    const isPossible = canJoin(fresh, edits) && fresh.every((edit) => isWithin(edit, text, file));
    const isMade = isPossible && isGood([...edits, ...fresh]);
    (isMade ? made : left).push(diagnostic);
    if (isMade) edits.push(...fresh);
  }
  return { made, left, text: withEdits(text, edits) };
}

/** True when none of the fresh edits overlaps another one. */
function canJoin(fresh: readonly Edit[], edits: readonly Edit[]): boolean {
  return fresh.every((edit, at) => ![...edits, ...fresh.slice(0, at)].some((other) => overlaps(edit, other)));
}

/** The text with edits that do not overlap. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted(
    (a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset,
  );
  let done = 0;
  const pieces = ordered.map((edit) => {
    const before = text.slice(done, edit.span.start.offset);
    done = edit.span.end.offset;
    return before + edit.text;
  });
  return pieces.join("") + text.slice(done);
}

function isWithin({ span }: Edit, text: string, file: string): boolean {
  return (span.file ?? file) === file && span.end.offset <= text.length;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.start.offset === b.span.start.offset && a.span.end.offset === b.span.end.offset;
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlaps({ span: a }: Edit, { span: b }: Edit): boolean {
  if (a.start.offset === b.start.offset && a.end.offset === b.end.offset) return true;
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}
