import type { Catalog, Prover } from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import { isKnown } from "../questions/known-names.ts";
import { type Grant, holdersOf } from "../questions/grant.ts";
import type { Actor } from "./actor.ts";
import { answerNeeds, isCertain, type KnownTargets } from "./answer-needs.ts";
import { pathCloser } from "./close-path.ts";
import type {
  Closing,
  EscalationFinding,
  EscalationPath,
  EscalationReport,
  UndecidedPath,
} from "./escalation-report.ts";
import type { EscalationSet } from "./escalation-set.ts";
import { escalationTable } from "./escalation-table.ts";
import { type EscalationStep, type FoundPath, pathFinder } from "./find-path.ts";
import { type Holding, holdingsOf } from "./holding.ts";

/** What finding escalations needs besides the estate. */
export interface EscalationOptions {
  readonly prover: Prover;
  readonly catalog: Catalog;
  /** Accounts, by name, to which the administration of Identity Center was delegated. */
  readonly delegatedAdministrators?: readonly string[];
  /** The person or group asked about; everybody if absent. Who is administrator is found over everybody. */
  readonly who?: string;
  /** Leave out paths that need something the estate does not show. */
  readonly onlyCertain?: boolean;
}

/** Finds every path to administrator over an estate, each as a chain of requests that the prover found and `decide` confirmed. */
export function findEscalations(view: EstateView, options: EscalationOptions): EscalationReport {
  const { prover, who, onlyCertain = false } = options;
  const delegated = new Set(options.delegatedAdministrators);
  const holdings = holdingsOf(view, delegated);
  const administering = holdings.filter(({ actors }) => actors.every((actor) => isAdministrator(actor, prover)));
  const targets = { view, administrators: administering.flatMap(({ grants }) => grants), delegated };
  const asking: Asking = { view, options, targets, close: pathCloser(view.catalog) };
  const findings = holdings.flatMap((holding): readonly EscalationFinding[] => {
    const held = who === undefined ? holding : heldBy(who, holding, view);
    return held === undefined ? [] : [finding(held, administering.includes(holding), asking)];
  });
  const known = who === undefined || findings.length > 0 || isKnown(view.estate, who);
  return { findings: findings.toSorted(byWeight), known, sets: askedSets.length, onlyCertain };
}

/** Whether it is proved that nobody but administrators has a path; with `onlyCertain`, whether nobody has a certain one. */
export function nobodyEscalates({ findings, onlyCertain }: EscalationReport): boolean {
  const limited = findings.filter(({ standing }) => standing === "limited");
  const open = limited.some(({ paths }) => paths.length > 0);
  return !open && (onlyCertain || limited.every(({ undecided, problems }) => undecided.length + problems.length === 0));
}

/** What a person or group holds of this; IAM users ask with all their groups. */
function heldBy(who: string, holding: Holding, { estate }: EstateView): Holding | undefined {
  const together = holding.grants.some(({ kind }) => kind === "iamGroup");
  const person = holding.people.includes(who);
  const own = holding.grants.filter(
    (grant) => grant.principal.name === who || (person && holdersOf(grant, estate).includes(who)),
  );
  if (own.length === 0) return undefined;
  return { ...holding, grants: together ? holding.grants : own, people: person ? [who] : holding.people };
}

const askedSets = escalationTable.filter(({ skipped }) => skipped === undefined);

interface Asking {
  readonly view: EstateView;
  readonly options: EscalationOptions;
  readonly targets: KnownTargets;
  readonly close: (steps: readonly EscalationStep[]) => Closing;
}

/** Whose policies allow everything in IAM is administrator by design, not by escalation. */
function isAdministrator({ given }: Actor, prover: Prover): boolean {
  const context = { "aws:MultiFactorAuthPresent": "true", "aws:SecureTransport": "true" };
  const region = { actions: ["iam:*"], context };
  return prover.prove({ kind: "everything", side: given, region }).kind === "proved";
}

function finding(
  { grants, people, actors, problems }: Holding,
  administrator: boolean,
  asking: Asking,
): EscalationFinding {
  const setSource = setSourceOf(grants, asking.view);
  const known = { grants, problems, ...(setSource === undefined ? {} : { setSource }) };
  const holders = people.filter((person) =>
    grants.some((grant) => holdersOf(grant, asking.view.estate).includes(person)),
  );
  if (administrator) return { ...known, people: holders, standing: "administrator", paths: [], undecided: [] };
  const others = holders.filter((person) => !administersAll(person, grants, asking.targets));
  return { ...known, people: others, standing: "limited", ...pathsOf(grants, actors, asking) };
}

/** Whoever is administrator of all these accounts by another way gains nothing there. */
function administersAll(person: string, grants: readonly Grant[], { view, administrators }: KnownTargets): boolean {
  const own = administrators.filter((grant) => holdersOf(grant, view.estate).includes(person));
  return grants.every(({ account }) => own.some((grant) => grant.account === account));
}

function pathsOf(grants: readonly Grant[], actors: readonly Actor[], { options, targets, close }: Asking) {
  const finders = actors.map((actor) => pathFinder(actor, options.prover, options.catalog));
  const find = (set: EscalationSet): FoundPath => firstOf(finders.map((finder) => finder(set)));
  const paths: EscalationPath[] = [];
  const undecided: UndecidedPath[] = [];
  for (const set of askedSets) {
    const needs = answerNeeds(set.needs, grants[0]?.account ?? "", targets);
    const found = needs === undefined ? undefined : find(set);
    if (needs === undefined || found === undefined || found.kind === "closed") continue;
    if (found.kind === "undecided") undecided.push({ set, reasons: found.reasons });
    else
      paths.push({ set, steps: found.steps, needs, certain: isCertain(set.needs, needs), closing: close(found.steps) });
  }
  const shown = shortest(paths).filter(({ certain }) => certain || options.onlyCertain !== true);
  return { paths: shown.toSorted((a, b) => Number(b.certain) - Number(a.certain)), undecided };
}

function firstOf(found: readonly FoundPath[]): FoundPath {
  return (
    found.find(({ kind }) => kind === "open") ?? found.find(({ kind }) => kind === "undecided") ?? { kind: "closed" }
  );
}

/** Leaves out a path when a shorter one within it needs the same, or nothing: who can take the one can take the other. */
function shortest(paths: readonly EscalationPath[]): readonly EscalationPath[] {
  return paths.filter(
    (path) => !paths.some((other) => isWithin(other, path) && (other.certain || needsAlike(other, path))),
  );
}

function isWithin({ set: shorter }: EscalationPath, { set: { actions } }: EscalationPath): boolean {
  return shorter.actions.length < actions.length && shorter.actions.every((action) => actions.includes(action));
}

function needsAlike(one: EscalationPath, other: EscalationPath): boolean {
  return JSON.stringify(one.needs) === JSON.stringify(other.needs);
}

function setSourceOf(grants: readonly Grant[], { estate }: EstateView) {
  const [first] = grants;
  if (first?.kind !== "permissionSet") return undefined;
  return estate.permissionSets.find(({ name }) => name === first.permissionSet)?.source;
}

function byWeight(a: EscalationFinding, b: EscalationFinding): number {
  const first = Number(b.standing === "administrator") - Number(a.standing === "administrator");
  return first === 0 ? b.paths.length - a.paths.length : first;
}
