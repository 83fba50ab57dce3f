import type { Estate } from "../../estate.ts";

/** The ids behind the names, as read and as made since. */
export interface Registry {
  readonly rootId: string | undefined;
  readonly instanceArn: string | undefined;
  readonly identityStoreId: string | undefined;
  readonly units: Map<string, string>;
  readonly accounts: Map<string, string>;
  readonly guardrails: Map<string, string>;
  readonly users: Map<string, string>;
  readonly groups: Map<string, string>;
  readonly permissionSets: Map<string, string>;
}

/** The ids in an estate that was read. */
export function registryOf(estate: Estate): Registry {
  const { rootId, identityCenter } = estate.organization;
  return {
    rootId,
    instanceArn: identityCenter?.instanceArn,
    identityStoreId: identityCenter?.identityStoreId,
    units: idMap(estate.units, (unit) => [unit.path, unit.id]),
    accounts: idMap(estate.accounts, (account) => [account.name, account.id]),
    guardrails: idMap(estate.serviceControlPolicies, (policy) => [policy.name, policy.id]),
    users: idMap(estate.users, (user) => [user.userName, user.id]),
    groups: idMap(estate.groups, (group) => [group.displayName, group.id]),
    permissionSets: idMap(estate.permissionSets, (set) => [set.name, set.arn]),
  };
}

/** The id of a name that must be known by now, because the step depends on whatever makes it. */
export function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the target has no id for \`${name}\``);
  return id;
}

/** The Identity Center instance that every permission set lives in. */
export function instanceOf(registry: Registry): string {
  if (registry.instanceArn === undefined) throw new Error("the target has no Identity Center instance");
  return registry.instanceArn;
}

function idMap<Item>(
  items: readonly Item[],
  pair: (item: Item) => readonly [string, string | undefined],
): Map<string, string> {
  return new Map(items.map(pair).flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])));
}
