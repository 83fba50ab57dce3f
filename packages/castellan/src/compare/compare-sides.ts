import { catalogDays } from "../command-parts/catalog-days.ts";
import type { Catalog } from "@castellan/catalog";
import {
  type AccessLevel,
  type AuthorizationRequest,
  type CompiledPolicy,
  createProver,
  type FutureProof,
  type Layer,
  type Proof,
  type ProofSide,
  type Prover,
} from "@castellan/policy";
import { type ComparedKind, comparedKinds } from "./compared-kinds.ts";
import type { Operand } from "./operand.ts";
import type { Standpoint } from "./standpoints.ts";
import { tellingFirst } from "./telling-first.ts";

/** Whether one side allows nothing that the other does not. */
export interface Direction {
  readonly of: Operand;
  readonly than: Operand;
  readonly verdict: Proof["kind"];
  /** The request that shows it best, where there is one that only `of` allows. */
  readonly witness?: Witness;
  /** The actions that only `of` allows some request for. */
  readonly actions: readonly DifferingAction[];
  /** Actions that could not be decided, with the reasons. */
  readonly undecided: readonly string[];
  readonly reasons: readonly string[];
  /** What becomes of a proof when AWS adds actions. */
  readonly future?: FutureProof;
  readonly assumed: readonly string[];
}

/** A request that one side allows and the other does not. */
export interface Witness {
  readonly request: AuthorizationRequest;
  readonly allowing: ProofSide;
  readonly refusing: ProofSide;
  /** Where the policies compared stand. */
  readonly layer: Layer;
}

/** An action that one side allows more of. */
export interface DifferingAction {
  /** `service:Name`. */
  readonly action: string;
  readonly service: string;
  readonly accessLevel: AccessLevel;
}

/** How sides are compared. */
export interface CompareOptions {
  readonly kind: ComparedKind;
  /** Only whether the first side allows no more than the second. */
  readonly noMore: boolean;
  readonly catalog: Catalog;
}

/** Compares two sides, first what the first allows that the second does not, then the other way. */
export function compareSides(
  left: Operand,
  right: Operand,
  { kind, noMore, catalog }: CompareOptions,
): readonly Direction[] {
  const prover = createProver({ catalog });
  const { layer, standpointsOf, assumed } = comparedKinds[kind];
  const standpoints = standpointsOf([left, right].flatMap(policiesOf));
  const direction = (of: Operand, than: Operand): Direction => {
    const askings = standpoints.map((standpoint): Asking => ({
      standpoint,
      layer,
      side: sideOf(of, kind, standpoint),
      than: sideOf(than, kind, standpoint),
    }));
    const finding = findingOf(askings, prover, catalog);
    return { of, than, ...finding, assumed: [...catalogDays(), assumed, ...finding.assumed] };
  };
  return noMore ? [direction(left, right)] : [direction(left, right), direction(right, left)];
}

function policiesOf({ policies, boundary }: Operand): readonly CompiledPolicy[] {
  return [...policies, ...(boundary === undefined ? [] : [boundary])].map(({ compiled }) => compiled);
}

function sideOf({ policies, boundary }: Operand, kind: ComparedKind, standpoint: Standpoint): ProofSide {
  const { principal, facts, around } = standpoint;
  const own = comparedKinds[kind].policiesOf(policies.map(({ compiled }) => compiled));
  const bound = boundary === undefined ? {} : { boundary: boundary.compiled };
  return { principal, ...(facts && { facts }), policies: { ...around, ...own, ...bound } };
}

/** A question from one standpoint. */
interface Asking {
  readonly standpoint: Standpoint;
  readonly layer: Layer;
  readonly side: ProofSide;
  readonly than: ProofSide;
}

function findingOf(askings: readonly Asking[], prover: Prover, catalog: Catalog): Omit<Direction, "of" | "than"> {
  const proofs = askings.map(({ standpoint: { region }, side, than }) =>
    prover.prove({ kind: "noMore", side, than, region, future: true }),
  );
  const assumed = ownersTogether([...new Set(proofs.flatMap((proof) => proof.assumed))]);
  if (proofs.every(({ kind }) => kind === "proved"))
    return { verdict: "proved", actions: [], undecided: [], reasons: [], assumed, ...futureOf(proofs) };
  const found = openActions(askings, prover, catalog).map((summary) => findingOfAction(summary, askings, prover));
  const differing = found.flatMap((one) => (one.kind === "refuted" ? [one] : []));
  const open = found.flatMap((one) => (one.kind === "undecided" ? [one] : []));
  const [witness] = tellingFirst(differing);
  return {
    verdict: witness === undefined ? "undecided" : "refuted",
    ...(witness !== undefined && { witness: witness.witness }),
    actions: differing.map(({ action }) => action),
    undecided: open.map(({ action }) => action.action),
    reasons: [...new Set([...open, ...proofs].flatMap((one) => ("reasons" in one ? one.reasons : [])))],
    assumed,
  };
}

/** The actions of the services in which anything may differ. */
function openActions(askings: readonly Asking[], prover: Prover, catalog: Catalog): readonly ActionSummary[] {
  const isOpen = (service: string): boolean =>
    askings.some((asking) => proveNoMore(asking, [`${service}:*`], prover).kind !== "proved");
  const services = new Set(catalog.services().filter(isOpen));
  return catalog.actionSummaries().filter(({ service }) => services.has(service));
}

function proveNoMore({ standpoint, side, than }: Asking, actions: readonly string[], prover: Prover): Proof {
  return prover.prove({ kind: "noMore", side, than, region: { ...standpoint.region, actions } });
}

type ActionSummary = ReturnType<Catalog["actionSummaries"]>[number];

const ownersLine = /^the resources belong to (?=\d)/;

/** What is taken for known, with the owners of all standpoints in one line. */
function ownersTogether(assumed: readonly string[]): readonly string[] {
  const lines = assumed.filter((line) => ownersLine.test(line));
  const owners = new Set(lines.flatMap((line) => line.replace(ownersLine, "").split(", ")));
  const shown = [...owners].slice(0, 6).join(", ");
  const more = owners.size > 6 ? ` and ${owners.size - 6} other accounts that the policies name` : "";
  return assumed.flatMap((line) => {
    if (!ownersLine.test(line)) return [line];
    return line === lines[0] ? [`the resources belong to ${shown}${more}`] : [];
  });
}

type ActionFinding = { readonly action: DifferingAction } & (
  | { readonly kind: "proved" }
  | { readonly kind: "refuted"; readonly witness: Witness }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] }
);

/** Whether one action differs from any standpoint. */
function findingOfAction(
  { service, name, accessLevel }: ActionSummary,
  askings: readonly Asking[],
  prover: Prover,
): ActionFinding {
  const action = { action: `${service}:${name}`, service, accessLevel };
  const reasons: string[] = [];
  for (const asking of askings) {
    const proof = proveNoMore(asking, [action.action], prover);
    if (proof.kind === "refuted") {
      const { layer, side: allowing, than: refusing } = asking;
      return { action, kind: "refuted", witness: { request: proof.request, allowing, refusing, layer } };
    }
    if (proof.kind === "undecided") reasons.push(...proof.reasons);
  }
  return reasons.length === 0 ? { action, kind: "proved" } : { action, kind: "undecided", reasons };
}

/** The first answer that is no promise for later. */
function futureOf(proofs: readonly Proof[]): Pick<Direction, "future"> {
  const futures = proofs.flatMap(({ future }) => future ?? []);
  const future = futures.find(({ kind }) => kind !== "holds") ?? futures[0];
  return future === undefined ? {} : { future };
}
