import type { DecisionPolicies } from "../decide/decision-policies.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { allowedFormula, type Speaking } from "./access-formula.ts";
import type { ActionClasses } from "./action-classes.ts";
import type { ActionTable } from "./action-table.ts";
import type { AtomTable } from "./atom.ts";
import { bindPolicy, type BoundStatement } from "./bind-statement.ts";
import { not, type Formula } from "./formula.ts";
import type { Standpoint } from "./standpoint.ts";

/** Chooses among the statements of a policy, which is known by its place. */
export type PickStatements = (statements: readonly BoundStatement[], policy: number) => readonly BoundStatement[];

/** A side made ready for questions: its actions in classes, and for each class when it is allowed. */
export interface Plan {
  readonly standpoint: Standpoint;
  readonly classes: ActionClasses;
  /** When the actions of a class are allowed, on resources of the own account or of another. */
  allowed(actionClass: number, sameAccount: boolean): Formula;
  denied(actionClass: number, sameAccount: boolean): Formula;
  /** The statements of each layer, those of a policy as picked. */
  speaking(pick: PickStatements): Speaking;
}

/** Makes a side ready. */
export function makePlan(standpoint: Standpoint, classes: ActionClasses, table: ActionTable, atoms: AtomTable): Plan {
  const statements = policiesOf(standpoint.side.policies).map(({ policy }) => bindPolicy(policy, standpoint, atoms));
  const speaking = (pick: PickStatements): Speaking => layersOf(standpoint, statements.map(pick));
  const formulaOf = (actionClass: number, sameAccount: boolean): Formula => {
    const spoken = classes.statementsOf[actionClass] ?? [];
    const picked = speaking((all, policy) => (spoken[policy] ?? []).flatMap((index) => all[index] ?? []));
    const action = table.lowerNames[classes.examples[actionClass] ?? 0] ?? "";
    return allowedFormula(standpoint, picked, action, sameAccount, atoms);
  };
  const allowed = rememberByClass(formulaOf);
  const denied = rememberByClass((actionClass, sameAccount) => not(allowed(actionClass, sameAccount)));
  return { standpoint, classes, allowed, denied, speaking };
}

/** Whether resources of an owner belong to the account of the side's principal. */
export function isOwn({ standpoint: { caller } }: Plan, owner: string | undefined): boolean {
  return caller.account !== undefined && caller.account === owner;
}

function rememberByClass(make: Plan["allowed"]): Plan["allowed"] {
  const known: (Formula | undefined)[] = [];
  return (actionClass, sameAccount) =>
    (known[actionClass * 2 + Number(sameAccount)] ??= make(actionClass, sameAccount));
}

/** Gives every layer its part of a list that is in the order of `policiesOf`. */
function layersOf({ side }: Standpoint, picked: readonly (readonly BoundStatement[])[]): Speaking {
  let next = 0;
  const one = (): readonly BoundStatement[] => picked[next++] ?? [];
  const several = (list: readonly CompiledPolicy[] | undefined): readonly BoundStatement[] => (list ?? []).flatMap(one);
  const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = side.policies;
  return {
    identity: several(identity),
    resource: resource && one(),
    boundary: boundary && one(),
    session: session === undefined || session.length === 0 ? undefined : several(session),
    scps: (scps ?? []).map(several),
    rcps: (rcps ?? []).map(several),
    vpcEndpoint: vpcEndpoint && one(),
  };
}

/** All policies of a side in the order in which plans list them. */
export function policiesOf(policies: DecisionPolicies): readonly CompiledPolicy[] {
  const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = policies;
  return [
    ...(identity ?? []),
    ...(resource === undefined ? [] : [resource]),
    ...(boundary === undefined ? [] : [boundary]),
    ...(session ?? []),
    ...(scps ?? []).flat(),
    ...(rcps ?? []).flat(),
    ...(vpcEndpoint === undefined ? [] : [vpcEndpoint]),
  ];
}
