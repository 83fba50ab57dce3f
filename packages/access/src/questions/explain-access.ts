import { explain, type Explanation, type Outcome, printExplanation } from "@castellan/policy";
import type { Source } from "../estate.ts";
import { decisionInputs } from "./decide-grant.ts";
import type { EstateView } from "./estate-view.ts";
import { type Grant, grantInWords, grantsOf, holdersOf } from "./grant.ts";

/** Whether somebody may do something, and why, on every way they have. */
export interface AccessAnswer {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  /** True when at least one way allows it. */
  readonly allowed: boolean;
  /** False when the estate knows neither a person nor a group of that name. */
  readonly known: boolean;
  readonly routes: readonly RouteAnswer[];
}

/** What one way comes to. */
export interface RouteAnswer {
  readonly grant: Grant;
  readonly outcome: Outcome;
  readonly explanation: Explanation;
  /** Where the file gives the assignment, and where the permission set. */
  readonly sources: readonly Source[];
  /** Policies that could not be used; the outcome does not count them. */
  readonly problems: readonly string[];
}

/** Asks for each way of a person (or of a group) whether it allows an action, with the kernel's explanation. */
export function explainAccess(view: EstateView, who: string, action: string, resource = "*"): AccessAnswer {
  const { estate } = view;
  const ways = grantsOf(estate).flatMap((grant) => {
    const holders = holdersOf(grant, estate);
    if (holders.includes(who)) return [{ grant, person: who }];
    return grant.principal.name === who ? [{ grant, person: holders[0] ?? who }] : [];
  });
  const routes = ways.map(({ grant, person }) => routeAnswer(view, grant, person, { action, resource }));
  const known = routes.length > 0 || isKnown(view, who);
  return { who, action, resource, allowed: routes.some(({ outcome }) => outcome === "Allowed"), known, routes };
}

function routeAnswer(
  view: EstateView,
  grant: Grant,
  person: string,
  request: { action: string; resource: string },
): RouteAnswer {
  const explanation = explain(decisionInputs(view, grant, person)(request));
  const { problems } = view.policiesOf(grant);
  return { grant, outcome: explanation.decision.outcome, explanation, sources: sourcesOf(view, grant), problems };
}

function sourcesOf({ estate }: EstateView, grant: Grant): readonly Source[] {
  const set =
    grant.kind === "permissionSet"
      ? estate.permissionSets.find((one) => one.name === grant.permissionSet)?.source
      : undefined;
  return [grant.source, set].filter((source) => source !== undefined);
}

function isKnown({ estate }: EstateView, who: string): boolean {
  const names = [
    ...estate.users.map((user) => user.userName),
    ...estate.groups.map((group) => group.displayName),
    ...estate.iam.flatMap((iam) => [...iam.users, ...iam.groups].map(({ name }) => name)),
  ];
  return names.includes(who);
}

/** An answer as text, one block for each way. */
export function printAccessAnswer(answer: AccessAnswer): string {
  const head = `${answer.allowed ? "YES" : "NO "}  ${answer.who} ${answer.allowed ? "may" : "may not"} call ${answer.action} on ${answer.resource}`;
  if (!answer.known) return `${head}\n\n  there is neither a person nor a group \`${answer.who}\``;
  if (answer.routes.length === 0) return `${head}\n\n  no way leads ${answer.who} to any account`;
  const blocks = answer.routes.map((route, index) => {
    const places = route.sources.map(({ file, line, column }) => `${file}:${line}:${column}`);
    const problems = route.problems.map((problem) => `  not counted: ${problem}`);
    const lines = printExplanation(route.explanation).trimEnd().split("\n");
    return [
      `Route ${index + 1}  ${grantInWords(route.grant)}${places.length === 0 ? "" : `   (${places.join(", ")})`}`,
      ...lines.map((line) => `  ${line}`.trimEnd()),
      ...problems,
    ].join("\n");
  });
  return [head, ...blocks].join("\n\n");
}
