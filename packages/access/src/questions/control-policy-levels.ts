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

/**
 * The service control policies that bind an account, level by level from the root to the account; none while they are
 * switched off. Where an estate does not list FullAWSAccess, it hangs on every level, as AWS puts it there.
 */
export function controlPolicyLevels(estate: Estate, account: string): readonly (readonly ServiceControlPolicy[])[] {
  if (!estate.organization.serviceControlPoliciesEnabled) return [];
  const listed = estate.serviceControlPolicies.some((policy) => policy.name === fullAwsAccess.name);
  const unit = estate.accounts.find((one) => one.name === account)?.unit ?? "/";
  const levels: readonly PolicyTarget[] = [
    { kind: "root" },
    ...unitsTo(unit).map((path) => ({ kind: "unit" as const, path })),
    { kind: "account", name: account },
  ];
  return levels.map((level) => {
    const attached = estate.serviceControlPolicies.filter((policy) =>
      policy.targets.some((target) => sameTarget(target, level)),
    );
    return listed ? attached : [fullAwsAccess, ...attached];
  });
}

function unitsTo(unit: UnitPath): readonly UnitPath[] {
  return pathsTo(unit === "/" ? undefined : unit.slice(1)).map((path) => `/${path}`);
}

function sameTarget(a: PolicyTarget, b: PolicyTarget): boolean {
  return (
    a.kind === b.kind &&
    ("path" in a ? a.path : "name" in a ? a.name : "") === ("path" in b ? b.path : "name" in b ? b.name : "")
  );
}
