import { conditionInWords, decideOpen, type OpenDecision, type RequestContext } from "@castellan/policy";
import type { Source } from "../estate.ts";
import { type ControlStop, controlPath, pathInWords } from "./control-path.ts";
import { decisionInputs, type GrantRequest } from "./decide-grant.ts";
import type { EstateView } from "./estate-view.ts";
import { type Grant, grantInWords, grantsOf, holdersOf } from "./grant.ts";
import { openAnswer } from "./open-answer.ts";

/** Everybody who may do something. */
export interface WhoCanAnswer {
  readonly action: string;
  readonly resource: string;
  /** By person; only those who may, or may under conditions. */
  readonly people: readonly PersonWhoCan[];
  /** Policies that could not be used; the answer does not count them. */
  readonly problems: readonly string[];
}

/** A person who may, by every way that leads there. */
export interface PersonWhoCan {
  readonly person: string;
  /** `depends`: every way waits for conditions. */
  readonly answer: "yes" | "depends";
  readonly on: readonly string[];
  readonly ways: readonly WayThatCan[];
}

/** A way: group, assignment, permission set, and the service control policies it passes. */
export interface WayThatCan {
  readonly grant: Grant;
  readonly open: OpenDecision;
  readonly controlPath: readonly ControlStop[];
  readonly source?: Source;
}

/** Asks every way of everybody for an action; context keys without value count as open. */
export function whoCan(view: EstateView, action: string, resource = "*", context?: RequestContext): WhoCanAnswer {
  const request = { action, resource, ...(context && { context }) };
  const ways = grantsOf(view.estate).flatMap((grant) => waysOf(view, grant, request));
  const names = [...new Set(ways.map(({ person }) => person))].toSorted();
  const people = names.map((person) =>
    personOf(
      person,
      ways.filter((way) => way.person === person).map(({ way }) => way),
    ),
  );
  const problems = new Set(grantsOf(view.estate).flatMap((grant) => view.policiesOf(grant).problems));
  return { action, resource, people, problems: [...problems].toSorted() };
}

function personOf(person: string, ways: readonly WayThatCan[]): PersonWhoCan {
  const { kind, on } = openAnswer(ways.map(({ open }) => open));
  return { person, answer: kind === "yes" ? "yes" : "depends", on, ways };
}

function waysOf(
  view: EstateView,
  grant: Grant,
  request: GrantRequest,
): readonly { readonly person: string; readonly way: WayThatCan }[] {
  const path = controlPath(view.estate, grant.account);
  return holdersOf(grant, view.estate).flatMap((person) => {
    const open = decideOpen(decisionInputs(view, grant, person)(request));
    if (open.kind === "no") return [];
    return [{ person, way: { grant, open, controlPath: path, ...(grant.source && { source: grant.source }) } }];
  });
}

/** The answer as text, a block for each person. */
export function printWhoCan({ action, resource, people, problems }: WhoCanAnswer): string {
  const sure = people.filter(({ answer }) => answer === "yes").length;
  const count = people.length === 1 ? "1 person" : `${people.length} people`;
  const share = sure === people.length ? "" : ` (${people.length - sure} under conditions)`;
  const head =
    people.length === 0
      ? `nobody may call ${action} on ${resource}`
      : `${count} may call ${action} on ${resource}${share}`;
  const blocks = people.map(personBlock);
  const missing = problems.length === 0 ? [] : [problems.map((problem) => `not counted: ${problem}`).join("\n")];
  return [head, ...blocks, ...missing].join("\n\n");
}

function personBlock({ person, answer, on, ways }: PersonWhoCan): string {
  const head = answer === "yes" ? `${person}  yes` : `${person}  depends on ${on.join(", ")}`;
  return [head, ...ways.flatMap(wayLines)].join("\n");
}

function wayLines({ grant, open, controlPath: path, source }: WayThatCan): readonly string[] {
  const place = source === undefined ? "" : `   (${source.file}:${source.line}:${source.column})`;
  return [
    `  ${grantInWords(grant)}${place}`,
    `    SCP path: ${pathInWords(path)}`,
    ...open.conditions.map((condition) => `    ${conditionInWords(condition)}`),
  ];
}
