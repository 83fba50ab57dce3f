import { displayWidth } from "../diagnostics/display-width.ts";
import type { Source } from "../estate.ts";
import type { AccessChange, Found, Plan } from "./plan.ts";
import type { Change, Step } from "./step.ts";
import { stepsByObject, type ObjectSteps } from "./summary.ts";

/** How parts of a plan are set off; plain text by default, colours on a terminal. */
export interface PlanStyle {
  readonly heading: (text: string) => string;
  readonly add: (text: string) => string;
  readonly change: (text: string) => string;
  readonly remove: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const plain = (text: string): string => text;
/** No colours. */
export const plainPlanStyle: PlanStyle = { heading: plain, add: plain, change: plain, remove: plain, quiet: plain };

/** What is printed besides the plan itself. */
export interface PrintPlanOptions {
  readonly style?: PlanStyle;
  /** The first line: `castellan.yaml -> plane (o-example, 7 accounts)`. */
  readonly title?: string;
  /** Columns a text takes on the terminal; the terminal columns of its characters by default. */
  readonly width?: (text: string) => number;
  /** All steps under each object, not only the words for the object. */
  readonly verbose?: boolean;
}

interface Printing {
  readonly style: PlanStyle;
  readonly width: (text: string) => number;
  readonly verbose: boolean;
}

const signs: Record<Change, string> = { add: "+", change: "~", remove: "-" };
const accessSigns: Record<AccessChange["kind"], Change> = { gains: "add", changes: "change", loses: "remove" };

/** The plan as text for a person: who gains or loses what, the objects, what is left alone, what is refused. */
export function printPlan(plan: Plan, options: PrintPlanOptions = {}): string {
  const printing: Printing = {
    style: options.style ?? plainPlanStyle,
    width: options.width ?? displayWidth,
    verbose: options.verbose ?? false,
  };
  const parts = [
    options.title === undefined ? [] : [options.title],
    section("Access that changes", accessLines(plan, printing), printing),
    section("Objects", objectLines(stepsByObject(plan.steps), printing), printing),
    section(
      "By hand (AWS offers no API)",
      plan.byHand.map(({ text, source }) => `  ! ${[text, place(source)].filter((part) => part !== "").join("  ")}`),
      printing,
    ),
    section(
      "No longer in the file, and left alone until it says so by word",
      foundLines(plan.extra, printing),
      printing,
    ),
    section("Not ours, never touched", foundLines(plan.unmanaged, printing), printing),
    section("Refused", plan.refusals.flatMap(refusalLines), printing),
    [conclusion(plan)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function section(title: string, lines: readonly string[], { style }: Printing): readonly string[] {
  return lines.length === 0 ? [] : [style.heading(title), ...lines];
}

function accessLines(plan: Plan, printing: Printing): readonly string[] {
  const rows = plan.accessChanges.map((change) => {
    const kind = accessSigns[change.kind];
    const words = [peopleText(change), change.because.join(", ")].filter((text) => text !== "").join("; ");
    return { kind, cells: [signs[kind], change.principal.name, change.account, change.permissionSet, words] };
  });
  const lines = alignedLines(
    rows.map((row) => row.cells),
    printing.width,
  );
  return lines.map((line, index) => printing.style[rows[index]?.kind ?? "change"](`  ${line}`));
}

function peopleText({ kind, people, principal }: AccessChange): string {
  const verb = { gains: "gain", loses: "lose", changes: "keep it, changed" }[kind];
  if (principal.kind === "user") return { gains: "gains", loses: "loses", changes: "keeps it, changed" }[kind];
  const shown = people.slice(0, 3).join(", ");
  if (people.length === 0) return "nobody is in the group yet";
  const more = people.length > 3 ? ` and ${people.length - 3} more` : "";
  return `${people.length === 1 && kind !== "changes" ? `${verb}s` : verb}: ${shown}${more}`;
}

function objectLines(objects: readonly ObjectSteps[], { style, verbose, width }: Printing): readonly string[] {
  const rows = objects.map(({ object, change, steps }) => {
    const source = steps.find((step) => step.source)?.source;
    return [signs[change], object.kind, object.name, place(source)];
  });
  const lines = alignedLines(rows, width);
  return objects.flatMap(({ change, steps }, index) => [
    style[change](`  ${lines[index] ?? ""}`),
    ...(verbose || change === "change" ? steps.map(stepDetail).map(style.quiet) : []),
  ]);
}

function stepDetail(step: Step): string {
  return `      ${step.text}`;
}

function foundLines(found: readonly Found[], { style, width }: Printing): readonly string[] {
  const rows = found.map((item) => [
    item.kind,
    item.account === undefined ? item.name : `${item.name} @ ${item.account}`,
  ]);
  const unique = alignedLines(rows, width);
  return unique.map((line, index) => `  ${line}${style.quiet(`  ${found[index]?.why ?? ""}`)}`);
}

function refusalLines({ code, message, help }: Plan["refusals"][number]): readonly string[] {
  return [`  ${code}  ${message}`, ...(help === undefined ? [] : [`           ${help}`])];
}

function place(source: Source | undefined): string {
  return source ? `${source.file}:${source.line}` : "";
}

/** Columns of equal width, two blanks apart; the last one is not padded. */
function alignedLines(rows: readonly (readonly string[])[], width: (text: string) => number): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_item, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ""))),
  );
  const pad = (cell: string, column: number): string => cell + " ".repeat((widths[column] ?? 0) - width(cell));
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

function conclusion({ summary, steps, refusals, byHand }: Plan): string {
  if (refusals.length > 0) return `This plan is refused (${counted(refusals.length, "reason")}).  Nothing was changed.`;
  const hand = byHand.length > 0 ? `, ${byHand.length} by hand` : "";
  if (steps.length === 0) return `Nothing to do: the target holds what the file asks for${hand}.`;
  const { add, change, remove } = summary;
  return `${add} to add, ${change} to change, ${remove} to remove${hand}, in ${counted(steps.length, "step")}; on AWS about ${durationText(summary.estimateSeconds)}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return counted(Math.max(1, Math.round(seconds)), "second");
  return seconds < 5400 ? counted(Math.round(seconds / 60), "minute") : `${(seconds / 3600).toFixed(1)} hours`;
}
