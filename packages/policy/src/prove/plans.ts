import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { ActionTable } from "./action-table.ts";
import type { AtomTable } from "./atom.ts";
import { classesOfPolicy, joinClasses, type ActionClasses } from "./action-classes.ts";
import { makePlan, policiesOf, type Plan } from "./plan.ts";
import type { ProofSide, Region } from "./question.ts";
import { standpointOf } from "./standpoint.ts";

/** How many sides are kept ready. */
const readyPlans = 1_000;

/** Keeps sides ready, by what they consist of. */
export function createPlans(table: ActionTable, atoms: AtomTable): (side: ProofSide, region: Region) => Plan {
  const plans = new Map<string, Plan>();
  const numberOf = createNumbering();
  const classes = createClassMemory(table, numberOf);
  return (side, region) => {
    const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = side.policies;
    const numbers = (list: readonly CompiledPolicy[] | undefined): unknown => list?.map(numberOf);
    const key = JSON.stringify([
      side.principal,
      side.facts,
      region.context,
      region.absent,
      region.free,
      region.keyPolicies,
      numbers(identity),
      resource && numberOf(resource),
      boundary && numberOf(boundary),
      numbers(session),
      scps?.map(numbers),
      rcps?.map(numbers),
      vpcEndpoint && numberOf(vpcEndpoint),
    ]);
    const known = plans.get(key);
    if (known !== undefined) return known;
    if (plans.size >= readyPlans) plans.clear();
    const made = makePlan(standpointOf(side, region), classes(policiesOf(side.policies)), table, atoms);
    plans.set(key, made);
    return made;
  };
}

/** Finds the classes that policies make together, once for every list: accounts differ where their policies do not. */
function createClassMemory(
  table: ActionTable,
  numberOf: (policy: CompiledPolicy) => number,
): (policies: readonly CompiledPolicy[]) => ActionClasses {
  const known = new Map<string, ActionClasses>();
  return (policies) => {
    const key = policies.map(numberOf).join();
    const classes = known.get(key);
    if (classes !== undefined) return classes;
    if (known.size >= readyPlans) known.clear();
    const parts = policies.map(({ policy }) => classesOfPolicy(policy, table));
    const made = joinClasses(parts, table);
    known.set(key, made);
    return made;
  };
}

function createNumbering(): (policy: CompiledPolicy) => number {
  const numbers = new WeakMap<CompiledPolicy, number>();
  let next = 0;
  return (policy) => {
    const known = numbers.get(policy);
    if (known !== undefined) return known;
    next += 1;
    numbers.set(policy, next);
    return next;
  };
}
