import { candidatesFor } from "../match/compile-policy.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";
import { directGrant, type Grant } from "../principal/grant.ts";
import { actionName, type ActionName } from "../request/action-name.ts";
import type { Layer } from "./decision.ts";
import type { DecisionPolicies } from "./decision-policies.ts";

/** A statement that speaks of the action. */
export interface Candidate {
  readonly policy: CompiledPolicy;
  readonly statement: CompiledStatement;
  readonly allows: boolean;
  /** The part it belongs to. */
  readonly bit: number;
  /** Place among all candidates, in the order of layers. */
  readonly position: number;
  /** How directly it reaches the caller; until it is matched, as a statement without principals does. */
  readonly grant: Grant;
}

/**
 * What the policies say about an action before the rest of the request is seen. The parts of a set of policies are its
 * layers, of service control policies each level; a part is a bit, so that what the parts come to is one number.
 */
export interface Outlook {
  readonly name: ActionName;
  /** The parts that have policies; a level of service control policies even when it has none. */
  readonly parts: number;
  /** The statements that match whatever the resource, the caller and the context are. */
  readonly certain: readonly Candidate[];
  readonly certainAllows: number;
  readonly certainDenies: number;
  /** The statements that may match. */
  readonly open: readonly Candidate[];
}

type FlatLayer = Exclude<Layer, "scp">;

/** The bits of the layers whose levels, if any, need not be told apart. */
export const bitOf: Readonly<Record<FlatLayer, number>> = {
  rcp: 1,
  vpcEndpoint: 2,
  resource: 4,
  identity: 8,
  boundary: 16,
  session: 32,
};
const firstScpBit = 6;
/** The bits of all levels of service control policies. */
export const scpBits = -1 << firstScpBit;

/** The bit of a level; an organization has at most seven: root, five units deep, account [Organizations guide, quotas, 2025]. */
function scpBit(level: number): number {
  return 1 << Math.min(firstScpBit + level, 31);
}

interface Memory {
  /** The policies as they were, for an owner may change its lists. */
  readonly seen: readonly (CompiledPolicy | undefined)[];
  readonly scpLevels: number | undefined;
  readonly byAction: Map<string, Outlook>;
}

/** How many actions are remembered for a set of policies; a principal uses few, and requests may invent names without end. */
const rememberedActions = 256;
/** The outlooks of sets of policies seen before; a cache that never changes an answer. */
const memories = new WeakMap<DecisionPolicies, Memory>();

/** The outlook on an action, in any case, made once for each set of policies. */
export function outlookOf(policies: DecisionPolicies, action: string): Outlook {
  const { byAction } = memoryOf(policies);
  const known = byAction.get(action);
  if (known !== undefined) return known;
  const outlook = lookOut(policies, actionName(action));
  if (byAction.size >= rememberedActions) byAction.clear();
  byAction.set(action, outlook);
  return outlook;
}

function memoryOf(policies: DecisionPolicies): Memory {
  const known = memories.get(policies);
  if (known !== undefined && isUnchanged(known, policies)) return known;
  const memory = { seen: inOrder(policies), scpLevels: policies.scps?.length, byAction: new Map<string, Outlook>() };
  memories.set(policies, memory);
  return memory;
}

/** All policies in one order; undefined parts one level from the next. */
function inOrder({ identity, resource, boundary, session, scps, rcps, vpcEndpoint }: DecisionPolicies): Memory["seen"] {
  const levels = [...(scps ?? []), ...(rcps ?? [])].flatMap((level) => [undefined, ...level]);
  return [...(identity ?? []), resource, boundary, ...(session ?? []), ...levels, vpcEndpoint];
}

/** Compares without making a list: this is asked before every decision. */
function isUnchanged({ seen, scpLevels }: Memory, policies: DecisionPolicies): boolean {
  if (scpLevels !== policies.scps?.length) return false;
  let at = matchList(seen, 0, policies.identity);
  if (at === -1 || seen[at] !== policies.resource || seen[at + 1] !== policies.boundary) return false;
  at = matchLevels(seen, matchLevels(seen, matchList(seen, at + 2, policies.session), policies.scps), policies.rcps);
  return at !== -1 && seen[at] === policies.vpcEndpoint && seen.length === at + 1;
}

/** Where the next part begins, -1 when the list is another. */
function matchList(seen: Memory["seen"], from: number, list: readonly CompiledPolicy[] | undefined): number {
  if (from === -1 || list === undefined) return from;
  for (let index = 0; index < list.length; index += 1) if (seen[from + index] !== list[index]) return -1;
  return from + list.length;
}

function matchLevels(seen: Memory["seen"], from: number, levels: DecisionPolicies["scps"]): number {
  let at = from;
  for (const level of levels ?? []) {
    if (at === -1 || seen[at] !== undefined) return -1;
    at = matchList(seen, at + 1, level);
  }
  return at;
}

interface Part {
  readonly bit: number;
  readonly policies: readonly CompiledPolicy[];
}

/** The parts that have policies, in the order of `layers`. */
function partsOf(policies: DecisionPolicies): readonly Part[] {
  const one = (layer: FlatLayer, policy: CompiledPolicy | undefined): readonly Part[] =>
    policy === undefined ? [] : [{ bit: bitOf[layer], policies: [policy] }];
  const some = (layer: FlatLayer, list: readonly CompiledPolicy[] | undefined): readonly Part[] =>
    list === undefined ? [] : [{ bit: bitOf[layer], policies: list }];
  return [
    ...(policies.scps ?? []).map((level, index) => ({ bit: scpBit(index), policies: level })),
    // Of resource control policies only denies matter, so that their levels need not be told apart.
    ...(policies.rcps ?? []).map((level) => ({ bit: bitOf.rcp, policies: level })),
    ...one("vpcEndpoint", policies.vpcEndpoint),
    ...one("resource", policies.resource),
    ...some("identity", policies.identity),
    ...one("boundary", policies.boundary),
    ...some("session", policies.session?.length === 0 ? undefined : policies.session),
  ];
}

function lookOut(policies: DecisionPolicies, name: ActionName): Outlook {
  const certain: Candidate[] = [];
  const open: Candidate[] = [];
  const all = partsOf(policies);
  for (const { bit, policies: list } of all)
    for (const policy of list)
      for (const statement of candidatesFor(policy, name.action, name.service)) {
        const position = certain.length + open.length;
        const { allows } = statement;
        const list = isCertain(statement) ? certain : open;
        list.push({ policy, statement, allows, bit, position, grant: directGrant });
      }
  const bits = (list: readonly { readonly bit: number }[]): number => list.reduce((sum, { bit }) => sum | bit, 0);
  return {
    name,
    parts: bits(all),
    certain,
    certainAllows: bits(certain.filter(({ allows }) => allows)),
    certainDenies: bits(certain.filter(({ allows }) => !allows)),
    open,
  };
}

/** Whether a statement that speaks of the action matches every request for it. */
export function isCertain({ statement: { principal, resource, conditions } }: CompiledStatement): boolean {
  if (principal !== undefined || conditions.length > 0) return false;
  return resource === undefined || (!resource.negated && resource.patterns.some(({ value }) => value === "*"));
}
