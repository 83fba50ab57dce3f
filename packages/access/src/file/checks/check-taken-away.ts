import type { Edit } from "@castellan/policy";
import { setContents } from "../../roles/set-contents.ts";
import type { PermissionSetSection } from "../sections/permission-sets.ts";
import type { Entry, Word } from "../word.ts";
import type { CheckContext } from "./check-context.ts";

/** Reports what a permission set uses by name and never gives by the same name. What a role uses may well be taken away. */
export function checkTakenAway({ key, value }: Entry<PermissionSetSection>, context: CheckContext): void {
  const { never, role } = setContents(value);
  for (const [index, use] of (value.use ?? []).entries()) {
    if (use.kind !== "named" || !isTakenWhole(use.word, context)) continue;
    const { text, span } = use.word;
    const taken = never.findLast((word) => word.text === text);
    if (taken === undefined) continue;
    const isOfRole = taken.span === value.role?.span;
    const message = isOfRole ? `role \`${role?.name ?? ""}\` never gives it` : "taken away here";
    const fix = withoutUse(value, index, context);
    context.reading.report("CST0216", `\`${key.text}\` uses \`${text}\` and never gives it`, {
      span,
      label: "gives nothing",
      notes: [{ message, span: taken.span }],
      help: `take \`${text}\` out of \`use\`${isOfRole ? "" : ", or out of `never` if it shall be given"}`,
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

/** A denial outside of a boundary leaves out the pieces that only speak of one. */
function isTakenWhole({ text }: Word, { tasks }: CheckContext): boolean {
  const task = tasks.get(text);
  return task?.kind === "patterns" && task.pieces.every(({ boundaryOnly }) => boundaryOnly !== true);
}

/** Takes one of several names out of a list, with the comma or the line between it and the name beside it. */
function withoutUse(
  { use = [] }: PermissionSetSection,
  index: number,
  context: CheckContext,
): readonly Edit[] | undefined {
  const words = use.map((one) => (one.kind === "named" ? one.word : undefined));
  const [before, word, after] = [index === 0 ? undefined : words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return undefined;
  const { start, end } = word.span;
  const span =
    before === undefined ? after && { ...word.span, end: after.span.start } : { ...word.span, start: before.span.end };
  if (span === undefined) return undefined;
  const between =
    before === undefined ? ([end.offset, span.end.offset] as const) : ([span.start.offset, start.offset] as const);
  return /^[\s,-]+$/.test(context.reading.text.slice(...between)) ? [{ span, text: "" }] : undefined;
}
