import { printable } from "@castellan/access";
import type { Colors } from "../terminal/terminal.ts";
import type { DifferingAction, Direction } from "./compare-sides.ts";
import { gravestFirst } from "./telling-first.ts";
import { whyAllowed, whyNot } from "./why-not.ts";

/** How a comparison is printed. */
export interface ComparisonStyle {
  readonly colors: Colors;
  /** Every action, not only how many by service. */
  readonly all: boolean;
}

const verdictWords: Record<Direction["verdict"], string> = {
  proved: "proved",
  refuted: "REFUTED",
  undecided: "UNDECIDED",
};
const indent = " ".repeat(11);
/** How many services are listed where not all are asked for. */
const mostServices = 12;

/** A comparison as lines: the answer, each direction with its witness and what differs, what the proofs take for known. */
export function printComparison(directions: readonly Direction[], style: ComparisonStyle): readonly string[] {
  const { dim, bold } = style.colors;
  const assumed = [...new Set(directions.flatMap((direction) => direction.assumed))];
  const answered = answer(directions).map((line) => [bold(line)]);
  return [
    ...[...answered, ...directions.map((direction) => directionLines(direction, style))].flatMap((block) => [
      ...block,
      "",
    ]),
    dim("The proofs take for known:"),
    ...assumed.map((one) => dim(`  - ${one}`)),
  ];
}

/** The answer in one sentence, where both directions were asked for. */
function answer([more, less]: readonly Direction[]): readonly string[] {
  if (more === undefined || less === undefined) return [];
  const { of: left, than: right } = more;
  const verdicts = `${more.verdict} ${less.verdict}`;
  if (verdicts === "proved proved") return [`${left.name} and ${right.name} allow the same.`];
  if (verdicts === "refuted refuted")
    return [`Each of ${left.name} and ${right.name} allows something that the other does not.`];
  if (verdicts === "refuted proved") return [`${left.name} allows all that ${right.name} does, and more.`];
  if (verdicts === "proved refuted") return [`${right.name} allows all that ${left.name} does, and more.`];
  return [`It is not decided whether ${left.name} and ${right.name} allow the same.`];
}

function directionLines(direction: Direction, style: ComparisonStyle): readonly string[] {
  const { of, than, verdict } = direction;
  const { green, red, yellow } = style.colors;
  const paint = { proved: green, refuted: red, undecided: yellow }[verdict];
  return [
    `${paint(verdictWords[verdict].padEnd(9))}  ${of.name} allows nothing that ${than.name} does not`,
    ...[...later(direction), ...witnessLines(direction), ...differences(direction, style), ...open(direction)].map(
      (line) => indent + line,
    ),
  ];
}

function later({ future, than }: Direction): readonly string[] {
  if (future?.kind === "mayFail")
    return [`for today's actions: one such as ${future.action}, should AWS add it, would not be in ${than.name}`];
  if (future?.kind === "undecided") return ["for today's actions; for those that AWS may add it is not decided"];
  return [];
}

function witnessLines({ witness }: Direction): readonly string[] {
  if (witness === undefined) return [];
  const { action, resource, resourceAccount, context = {} } = witness.request;
  const given = Object.entries(context).map(([key, value]) => `${key} = ${[value].flat().join(", ")}`);
  return [
    `as        ${witness.refusing.principal}`,
    `action    ${action}`,
    `resource  ${resource}${resourceAccount === undefined ? "" : ` (of account ${resourceAccount})`}`,
    ...given.map((one, index) => `${index === 0 ? "given" : "     "}     ${one}`),
    `because   ${whyAllowed(witness)}`,
    `but       ${whyNot(witness)}`,
  ].map(printable);
}

function differences({ actions, of }: Direction, { all, colors }: ComparisonStyle): readonly string[] {
  if (actions.length === 0) return [];
  const sum = `${counted(actions.length, "action")} of which ${of.name} allows more: ${levels(actions)}`;
  if (all) {
    const width = Math.max(...actions.map(({ action }) => action.length));
    return [sum, ...actions.map(({ action, accessLevel }) => `  ${action.padEnd(width)}  ${colors.dim(accessLevel)}`)];
  }
  const services = byService(actions).toSorted(([, one], [, other]) => other.length - one.length);
  const shown = services.slice(0, mostServices);
  const width = Math.max(...shown.map(([service]) => service.length));
  const left = services.length - shown.length;
  return [
    sum,
    ...shown.map(([service, list]) => `  ${service.padEnd(width)}  ${levels(list)}`),
    ...(left > 0 ? [`  and ${counted(left, "service")} more`] : []),
  ];
}

function open({ undecided, reasons }: Direction): readonly string[] {
  const first = undecided.slice(0, 5).join(", ");
  const more = undecided.length > 5 ? " …" : "";
  return [
    ...(undecided.length === 0 ? [] : [`${counted(undecided.length, "action")} not decided: ${first}${more}`]),
    ...reasons.map(printable),
  ];
}

/** The actions of each service. */
function byService(actions: readonly DifferingAction[]): readonly (readonly [string, readonly DifferingAction[]])[] {
  const services = new Map<string, DifferingAction[]>();
  for (const action of actions) services.set(action.service, [...(services.get(action.service) ?? []), action]);
  return [...services];
}

/** How many there are of each access level, in words. */
function levels(actions: readonly DifferingAction[]): string {
  return gravestFirst
    .map((level) => [level, actions.filter(({ accessLevel }) => accessLevel === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${level} ${count.toLocaleString("en-US")}`)
    .join(", ");
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}
