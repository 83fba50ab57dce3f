import {
  changeInWords,
  conditionInWords,
  decideOpen,
  explain,
  type Explanation,
  type OpenDecision,
  type Outcome,
  printExplanation,
  type RequestContext,
  type SmallestChange,
  smallestChange,
} from "@castellan/policy";
import type { Source } from "../estate.ts";
import type { AccessPromise } from "../promises/access-promise.ts";
import { decisionInputs, type GrantRequest } from "./decide-grant.ts";
import type { EstateView } from "./estate-view.ts";
import { type Grant, grantInWords, grantsOf, holdersOf } from "./grant.ts";
import { isKnown } from "./known-names.ts";
import { openAnswer } from "./open-answer.ts";
import { promisesAtRisk } from "./promises-at-risk.ts";

/** Whether somebody may do something, and why, on every way they have. */
export interface AccessAnswer {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  /** True when at least one way allows it. */
  readonly allowed: boolean;
  /** False when the estate knows neither a person nor a group of that name. */
  readonly known: boolean;
  /** The answer when context keys without a value may have any. */
  readonly open: Pick<OpenDecision, "kind" | "on">;
  readonly routes: readonly RouteAnswer[];
}

/** What one way comes to. */
export interface RouteAnswer {
  readonly grant: Grant;
  readonly outcome: Outcome;
  readonly explanation: Explanation;
  readonly open: OpenDecision;
  /** The single change that flips the outcome, and the promises it would break. */
  readonly change?: SmallestChange & { readonly words: string; readonly breaks: readonly string[] };
  /** Where the file gives the assignment, and where the permission set. */
  readonly sources: readonly Source[];
  /** Policies that could not be used; the outcome does not count them. */
  readonly problems: readonly string[];
}

/** What else may be known or asked when access is explained. */
export interface ExplainOptions {
  readonly context?: RequestContext;
  /** The promises of the file, to name those that the smallest change would break. */
  readonly promises?: readonly AccessPromise[];
}

/** Asks for each way of a person (or of a group) whether it allows an action, with the kernel's explanation. */
export function explainAccess(
  view: EstateView,
  who: string,
  action: string,
  resource = "*",
  { context, promises = [] }: ExplainOptions = {},
): AccessAnswer {
  const request = { action, resource, ...(context && { context }) };
  const routes = waysOf(view, who).map(({ grant, person }) => routeAnswer(view, grant, person, request, promises));
  const known = routes.length > 0 || isKnown(view.estate, who);
  const allowed = routes.some(({ outcome }) => outcome === "Allowed");
  return { who, action, resource, allowed, known, open: openAnswer(routes.map(({ open }) => open)), routes };
}

/** The answer of these ways only. */
export function overRoutes(answer: AccessAnswer, keep: (grant: Grant) => boolean): AccessAnswer {
  const routes = answer.routes.filter(({ grant }) => keep(grant));
  const allowed = routes.some(({ outcome }) => outcome === "Allowed");
  return { ...answer, allowed, open: openAnswer(routes.map(({ open }) => open)), routes };
}

function waysOf({ estate }: EstateView, who: string): readonly { readonly grant: Grant; readonly person: string }[] {
  return grantsOf(estate).flatMap((grant) => {
    const holders = holdersOf(grant, estate);
    if (holders.includes(who)) return [{ grant, person: who }];
    return grant.principal.name === who ? [{ grant, person: holders[0] ?? who }] : [];
  });
}

function routeAnswer(
  view: EstateView,
  grant: Grant,
  person: string,
  request: GrantRequest,
  promises: readonly AccessPromise[],
): RouteAnswer {
  const input = decisionInputs(view, grant, person)(request);
  const explanation = explain(input);
  const change = smallestChange(input);
  const { problems } = view.policiesFor(grant, person);
  return {
    grant,
    outcome: explanation.decision.outcome,
    explanation,
    open: decideOpen(input),
    ...(change && {
      change: {
        ...change,
        words: changeInWords(change),
        breaks: promisesAtRisk({ grant, action: request.action, turns: change.turns }, promises, view.catalog),
      },
    }),
    sources: sourcesOf(view, grant),
    problems,
  };
}

function sourcesOf({ estate }: EstateView, grant: Grant): readonly Source[] {
  const set =
    grant.kind === "permissionSet"
      ? estate.permissionSets.find((one) => one.name === grant.permissionSet)?.source
      : undefined;
  return [grant.source, set].filter((source) => source !== undefined);
}

/** How an answer is printed. */
export interface PrintAnswerOptions {
  /** Answer yes, no or depends: context keys without a value may have any. */
  readonly open?: boolean;
}

/** An answer as text, one block for each way. */
export function printAccessAnswer(answer: AccessAnswer, { open = false }: PrintAnswerOptions = {}): string {
  const head = open ? openHead(answer) : closedHead(answer);
  if (!answer.known) return `${head}\n\n  there is neither a person nor a group \`${answer.who}\``;
  if (answer.routes.length === 0) return `${head}\n\n  no way leads ${answer.who} to any account`;
  return [head, ...answer.routes.map(routeBlock)].join("\n\n");
}

function closedHead({ allowed, who, action, resource }: AccessAnswer): string {
  return `${allowed ? "YES" : "NO "}  ${who} ${allowed ? "may" : "may not"} call ${action} on ${resource}`;
}

function openHead({ open, who, action, resource }: AccessAnswer): string {
  if (open.kind === "depends")
    return `DEPENDS  ${who} may call ${action} on ${resource}, depending on ${open.on.join(", ")}`;
  const [word, verb] = open.kind === "yes" ? ["YES", "may"] : ["NO ", "may not"];
  return `${word}  ${who} ${verb} call ${action} on ${resource}, whatever is left open`;
}

function routeBlock(route: RouteAnswer, index: number): string {
  const places = route.sources.map(({ file, line, column }) => `${file}:${line}:${column}`);
  const lines = printExplanation(route.explanation).trimEnd().split("\n");
  return [
    `Route ${index + 1}  ${grantInWords(route.grant)}${places.length === 0 ? "" : `   (${places.join(", ")})`}`,
    ...lines.map((line) => `  ${line}`.trimEnd()),
    ...openLines(route.open),
    ...changeLines(route.change),
    ...route.problems.map((problem) => `  not counted: ${problem}`),
  ].join("\n");
}

function openLines({ kind, on, conditions }: OpenDecision): readonly string[] {
  if (kind !== "depends") return [];
  return [
    "",
    `    Left open: values of ${on.join(", ")} can change the answer; it is yes only`,
    ...conditions.map((condition) => `      ${conditionInWords(condition)}`),
  ];
}

function changeLines(change: RouteAnswer["change"]): readonly string[] {
  if (change === undefined) return [];
  const broken = change.breaks.map((promise) => `      would break the promise: ${promise}`);
  return ["", `    Smallest change to a ${change.turns}: ${change.words}`, ...broken];
}
