import { decideOpen } from "@castellan/policy";
import { findAllowed, type GrantProbe, probeGrant } from "./grant-probe.ts";
import type { EstateView } from "./estate-view.ts";
import { type Grant, grantInWords, grantsOf, holdersOf } from "./grant.ts";
import { isKnown } from "./known-names.ts";

/** Everything somebody may do, by account. */
export interface WhatCanAnswer {
  readonly who: string;
  /** False when the estate knows neither a person nor a group of that name. */
  readonly known: boolean;
  readonly accounts: readonly AccountReach[];
}

/** What somebody may do in an account, over all ways there. */
export interface AccountReach {
  readonly account: string;
  readonly ways: readonly Grant[];
  readonly services: readonly ServiceReach[];
  readonly problems: readonly string[];
}

/** What somebody may do in a service. */
export interface ServiceReach {
  readonly service: string;
  /** How many actions of each access level. */
  readonly levels: Readonly<Record<string, number>>;
  readonly actions: readonly ReachedAction[];
}

/** An action that is allowed: `everywhere`, or at least on one resource or under one context that the policies name. */
export interface ReachedAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly extent: "everywhere" | "somewhere";
}

/**
 * Asks for every action of the catalogue whether somebody (or a group) may call it in each account. Sampled, not
 * proved: on `*`, and on resources and under conditions that Allow statements name.
 */
export function whatCan(view: EstateView, who: string): WhatCanAnswer {
  const grants = grantsOf(view.estate).filter(
    (grant) => grant.principal.name === who || holdersOf(grant, view.estate).includes(who),
  );
  const accounts = [...new Set(grants.map(({ account }) => account))];
  return {
    who,
    known: grants.length > 0 || isKnown(view.estate, who),
    accounts: accounts.map((account) =>
      reachIn(
        view,
        account,
        who,
        grants.filter((grant) => grant.account === account),
      ),
    ),
  };
}

function reachIn(view: EstateView, account: string, who: string, ways: readonly Grant[]): AccountReach {
  const probes = ways.map((grant) =>
    holdersOf(grant, view.estate).includes(who) ? probeGrant(view, grant, who) : probeGrant(view, grant),
  );
  const services = new Map<string, ReachedAction[]>();
  for (const { service, name, accessLevel } of view.catalog.actionSummaries()) {
    const extent = extentOf(probes, `${service}:${name}`);
    if (extent === undefined) continue;
    const reached = services.get(service) ?? [];
    reached.push({ name, accessLevel, extent });
    services.set(service, reached);
  }
  const sorted = [...services].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    account,
    ways,
    services: sorted.map(([service, actions]) => ({ service, levels: countLevels(actions), actions })),
    problems: [...new Set(probes.flatMap(({ problems }) => problems))],
  };
}

function extentOf(probes: readonly GrantProbe[], action: string): ReachedAction["extent"] | undefined {
  const found = probes.filter((probe) => findAllowed(probe, action).found !== undefined);
  if (found.length === 0) return undefined;
  const whole = found.some(({ inputOf }) => decideOpen(inputOf({ action, resource: "*" })).kind === "yes");
  return whole ? "everywhere" : "somewhere";
}

function countLevels(actions: readonly ReachedAction[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { accessLevel } of actions) counts[accessLevel] = (counts[accessLevel] ?? 0) + 1;
  return counts;
}

/** The answer as text: a line for each service with its access levels, or with `actions` a line for each action. */
export function printWhatCan(answer: WhatCanAnswer, { actions = false } = {}): string {
  if (answer.accounts.length === 0) return `${answer.who} may do nothing: no way leads to any account`;
  return answer.accounts.map((account) => accountBlock(account, actions)).join("\n\n");
}

function accountBlock({ account, ways, services, problems }: AccountReach, actions: boolean): string {
  const total = services.reduce((sum, service) => sum + service.actions.length, 0);
  const width = Math.max(0, ...services.map(({ service }) => service.length));
  const lines = actions ? services.flatMap(actionLines) : services.map((service) => serviceLine(service, width));
  return [
    `${account}: ${total} actions of ${services.length} services`,
    ...ways.map((grant) => `  by ${grantInWords(grant)}`),
    ...problems.map((problem) => `  not counted: ${problem}`),
    ...lines.map((line) => `  ${line}`),
  ].join("\n");
}

function serviceLine({ service, levels }: ServiceReach, width: number): string {
  const counts = Object.entries(levels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${service.padEnd(width)}  ${counts.map(([level, count]) => `${level} ${count}`).join(", ")}`;
}

function actionLines({ service, actions }: ServiceReach): readonly string[] {
  return actions.map(
    ({ name, accessLevel, extent }) =>
      `${service}:${name}  ${accessLevel}${extent === "everywhere" ? "" : ", on some resources or under conditions"}`,
  );
}
