import type { Estate, PolicyTarget, ServiceControlPolicy, UnitPath } from "../estate.ts";
import { pathsTo } from "../file/checks/check-accounts.ts";

/** The policy that AWS attaches everywhere when service control policies are switched on. */
export const fullAwsAccess: ServiceControlPolicy = {
  name: "FullAWSAccess",
  description: "Allows access to every operation.",
  document: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  targets: [],
  tags: {},
};

/** Service control policies level by level from the root to an account. */
export type ControlPolicyLevels = readonly (readonly ServiceControlPolicy[])[];

/**
 * The service control policies that bind an account, level by level from the root to the account; none while they are
 * switched off. Where an estate does not list FullAWSAccess, it hangs on every level, as AWS puts it there.
 */
export function controlPolicyLevels(estate: Estate, account: string): ControlPolicyLevels {
  return controlPolicyReader(estate)(account);
}

/** The same for many accounts: accounts bound by the same policies on every level get the same levels. */
export function controlPolicyReader(estate: Estate): (account: string) => ControlPolicyLevels {
  if (!estate.organization.serviceControlPoliciesEnabled) return () => [];
  const policies = estate.serviceControlPolicies;
  const attached = attachments(policies);
  const units = new Map(estate.accounts.map(({ name, unit }) => [name, unit]));
  const always = policies.some(({ name }) => name === fullAwsAccess.name) ? [] : [fullAwsAccess];
  const known = new Map<string, ControlPolicyLevels>();
  return (account) => {
    const targets = ["root", ...unitsTo(units.get(account) ?? "/").map(unitKey), accountKey(account)];
    const levels = targets.map((target) => attached.get(target) ?? []);
    const key = levels.map((level) => level.join(",")).join(";");
    const found = known.get(key) ?? levels.map((level) => [...always, ...level.flatMap((at) => policies[at] ?? [])]);
    known.set(key, found);
    return found;
  };
}

/** The places in the list of the policies that hang on a target. */
function attachments(policies: readonly ServiceControlPolicy[]): ReadonlyMap<string, readonly number[]> {
  const attached = new Map<string, number[]>();
  for (const [at, { targets }] of policies.entries())
    for (const key of new Set(targets.map(targetKey))) {
      const list = attached.get(key) ?? [];
      list.push(at);
      attached.set(key, list);
    }
  return attached;
}

function unitsTo(unit: UnitPath): readonly UnitPath[] {
  return pathsTo(unit === "/" ? undefined : unit.slice(1)).map((path) => `/${path}`);
}

const unitKey = (path: UnitPath): string => `unit ${path}`;
const accountKey = (name: string): string => `account ${name}`;

function targetKey(target: PolicyTarget): string {
  if (target.kind === "root") return "root";
  return target.kind === "unit" ? unitKey(target.path) : accountKey(target.name);
}
