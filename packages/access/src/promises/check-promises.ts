import type { EstateView } from "../questions/estate-view.ts";
import { grantsOf } from "../questions/grant.ts";
import { expandTask } from "../tasks/expand-task.ts";
import type { Task } from "../tasks/task.ts";
import type { AccessPromise, PromiseClaim, PromisedGroup, PromisedPlace } from "./access-promise.ts";
import { unlikeGrants } from "./alike-grants.ts";
import { checkPeople, checkReach } from "./check-structure.ts";
import { counterexample, findAllowed, type GrantProbe, probeGrant } from "./grant-probe.ts";
import type { PromiseResult } from "./promise-result.ts";

/** What is found out about a promise, without the promise. */
export type Finding = Omit<PromiseResult, "promise">;

/**
 * Checks promises against an estate by deciding concrete requests: for each action of a task one on every resource and
 * one on each resource that a statement names. What it finds broken is broken; what it finds kept is kept on these requests.
 */
export function checkPromises(view: EstateView, promises: readonly AccessPromise[]): readonly PromiseResult[] {
  const probes = grantsOf(view.estate).map((grant) => probeGrant(view, grant));
  const known = new Map<Task, readonly string[]>();
  const actionsOf = (task: Task): readonly string[] => {
    const actions = known.get(task) ?? expandTask(task, view.catalog);
    known.set(task, actions);
    return actions;
  };
  return promises.map((promise) => ({ promise, ...findingOf(promise.claim, { probes, view, actionsOf }) }));
}

interface Checking {
  readonly probes: readonly GrantProbe[];
  readonly view: EstateView;
  readonly actionsOf: (task: Task) => readonly string[];
}

function findingOf(claim: PromiseClaim, checking: Checking): Finding {
  const { probes, view } = checking;
  switch (claim.kind) {
    case "only":
      return checkDenied(outside(claim.groups, inPlace(claim.place, probes)), claim.task, checking);
    case "never":
      return checkDenied(inside(claim.groups, inPlace(claim.place, probes)), claim.task, checking);
    case "may":
      return checkAllowed(claim, checking);
    case "reach":
      return checkReach(claim, inside(claim.groups, probes));
    case "people":
      return checkPeople(claim, view.estate);
  }
}

function inPlace(place: PromisedPlace, probes: readonly GrantProbe[]): readonly GrantProbe[] {
  return place.kind === "anywhere" ? probes : probes.filter(({ grant }) => place.accounts.includes(grant.account));
}

function inside(groups: readonly PromisedGroup[], probes: readonly GrantProbe[]): readonly GrantProbe[] {
  return probes.filter(
    ({ grant }) =>
      grant.principal.kind === "group" && groups.some((group) => group.displayName === grant.principal.name),
  );
}

function outside(groups: readonly PromisedGroup[], probes: readonly GrantProbe[]): readonly GrantProbe[] {
  const allowed = new Set(inside(groups, probes));
  return probes.filter((probe) => !allowed.has(probe));
}

/** None of the grants may allow any action of the task. */
function checkDenied(probes: readonly GrantProbe[], task: Task, { actionsOf }: Checking): Finding {
  const actions = actionsOf(task);
  let checked = 0;
  for (const probe of unlikeGrants(probes)) {
    for (const action of actions) {
      const answer = findAllowed(probe, action);
      checked += answer.checked;
      if (answer.found === undefined) continue;
      const { request, decision } = answer.found;
      return {
        verdict: "broken",
        checked,
        counted: "requests",
        counterexample: counterexample(probe, request, decision),
      };
    }
  }
  return settled(
    checked,
    probes.flatMap(({ problems }) => problems),
    actions,
    task,
  );
}

/** In each account of the place, each group must be allowed each action that stands for the task. */
function checkAllowed(claim: PromiseClaim & { kind: "may" }, { probes, view, actionsOf }: Checking): Finding {
  const actions = claim.task.core ?? actionsOf(claim.task);
  const accounts =
    claim.place.kind === "anywhere" ? view.estate.accounts.map(({ name }) => name) : claim.place.accounts;
  let checked = 0;
  for (const group of claim.groups) {
    for (const account of accounts) {
      const own = inside([group], probes).filter(({ grant }) => grant.account === account);
      const finding = checkGroupAllowed(own, group, account, actions);
      checked += finding.checked;
      if (finding.verdict !== "kept") return { ...finding, checked };
    }
  }
  return settled(checked, [], actions, claim.task);
}

function checkGroupAllowed(
  probes: readonly GrantProbe[],
  group: PromisedGroup,
  account: string,
  actions: readonly string[],
): Finding {
  let checked = 0;
  for (const action of actions) {
    const answers = probes.map((probe) => ({ probe, answer: findAllowed(probe, action) }));
    checked += answers.reduce((sum, { answer }) => sum + answer.checked, 0);
    if (answers.some(({ answer }) => answer.found !== undefined)) continue;
    const problems = probes.flatMap((probe) => probe.problems);
    if (problems.length > 0) return settled(checked, problems, actions);
    const refused = answers.find(({ answer }) => answer.other !== undefined);
    const example =
      refused?.answer.other === undefined
        ? {
            who: group.displayName,
            via: group.displayName,
            account,
            action,
            because: `\`${group.key}\` gets nothing in ${account}`,
          }
        : counterexample(refused.probe, refused.answer.other.request, refused.answer.other.decision);
    return { verdict: "broken", checked, counted: "requests", counterexample: example };
  }
  return settled(checked, [], actions);
}

function settled(checked: number, problems: readonly string[], actions: readonly string[], task?: Task): Finding {
  const [reason] =
    actions.length === 0 ? [`no action of AWS is known to belong to \`${task?.name ?? "the task"}\``] : problems;
  return reason === undefined
    ? { verdict: "kept", checked, counted: "requests" }
    : { verdict: "undecided", checked, counted: "requests", reason };
}
