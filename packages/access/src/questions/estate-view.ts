import type { CompiledPolicy, DecisionFacts, DecisionPolicies } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";
import type { AccountId, Estate, PermissionSet } from "../estate.ts";
import { controlPolicyLevels } from "./control-policy-levels.ts";
import type { Grant } from "./grant.ts";
import { type PolicyShelf, policyShelf, type ShelvedPolicy } from "./policy-shelf.ts";
import { iamUserArn, reservedRoleArn, reservedSessionArn, unknownAccountId } from "./principal-arn.ts";

/** An estate opened for questions: policies are compiled once, whatever is asked. */
export interface EstateView {
  readonly estate: Estate;
  readonly catalog: AccessCatalog;
  /** The policies that decide what a grant gives, in all layers; `problems` says which of them cannot be used. */
  policiesOf(grant: Grant): GrantPolicies;
  /** The JSON texts of the identity policies of a grant. */
  documentsOf(grant: Grant): readonly string[];
  /** As whom a person acts when using a grant. */
  bearerOf(grant: Grant, person: string): Bearer;
}

/** The policies of a grant. */
export interface GrantPolicies {
  readonly policies: DecisionPolicies;
  readonly problems: readonly string[];
}

/** A principal with what is known about it. */
export interface Bearer {
  readonly principal: string;
  readonly accountId: AccountId;
  readonly facts: DecisionFacts;
}

/** Opens an estate for questions. */
export function openEstate(estate: Estate, catalog: AccessCatalog): EstateView {
  const shelf = policyShelf(catalog);
  const known = new Map<string, GrantPolicies>();
  const policiesOf = (grant: Grant): GrantPolicies => {
    const key = JSON.stringify([
      grant.kind,
      grant.principal,
      grant.kind === "permissionSet" ? grant.permissionSet : "",
      grant.account,
    ]);
    const policies = known.get(key) ?? collect(grant, estate, shelf);
    known.set(key, policies);
    return policies;
  };
  return {
    estate,
    catalog,
    policiesOf,
    documentsOf: (grant) => documents(grant, estate, catalog),
    bearerOf: (grant, person) => bearer(grant, person, estate),
  };
}

function collect(grant: Grant, estate: Estate, shelf: PolicyShelf): GrantPolicies {
  const identity =
    grant.kind === "permissionSet"
      ? setPolicies(grant.permissionSet, grant.account, estate, shelf)
      : iamGroupPolicies(grant, estate, shelf);
  const boundary =
    grant.kind === "permissionSet"
      ? boundaryOf(findSet(grant.permissionSet, estate), grant.account, estate, shelf)
      : undefined;
  const levels = controlPolicyLevels(estate, grant.account).map((level) =>
    level.map((policy) => shelf.written(policy.document, policy.name, "scp")),
  );
  const all = [...identity, ...(boundary === undefined ? [] : [boundary]), ...levels.flat()];
  const policies = {
    identity: usable(identity),
    ...(boundary?.kind === "policy" ? { boundary: boundary.policy } : {}),
    ...(levels.length === 0 ? {} : { scps: levels.map(usable) }),
  };
  return { policies, problems: all.flatMap((one) => (one.kind === "unusable" ? [one.reason] : [])) };
}

function findSet(name: string, estate: Estate): PermissionSet | undefined {
  return estate.permissionSets.find((set) => set.name === name);
}

function setPolicies(name: string, account: string, estate: Estate, shelf: PolicyShelf): readonly ShelvedPolicy[] {
  const set = findSet(name, estate);
  if (set === undefined) return [{ kind: "unusable", reason: `there is no permission set \`${name}\`` }];
  const inline =
    set.inlinePolicy === undefined ? [] : [shelf.written(set.inlinePolicy, `${name} (inline)`, "identity")];
  const customer = set.customerManagedPolicies.map((policy) =>
    customerPolicy(policy.name, account, estate, shelf, "identity"),
  );
  return [...set.managedPolicies.map((arn) => shelf.managed(arn, "identity")), ...customer, ...inline];
}

function customerPolicy(
  name: string,
  account: string,
  estate: Estate,
  shelf: PolicyShelf,
  kind: "identity" | "boundary",
): ShelvedPolicy {
  const found = estate.iam.find((iam) => iam.account === account)?.policies.find((policy) => policy.name === name);
  if (found === undefined)
    return { kind: "unusable", reason: `account \`${account}\` has no customer managed policy \`${name}\`` };
  return shelf.written(found.document, name, kind);
}

function boundaryOf(
  set: PermissionSet | undefined,
  account: string,
  estate: Estate,
  shelf: PolicyShelf,
): ShelvedPolicy | undefined {
  const boundary = set?.boundary;
  if (boundary === undefined) return undefined;
  return boundary.kind === "aws"
    ? shelf.managed(boundary.arn, "boundary")
    : customerPolicy(boundary.policy.name, account, estate, shelf, "boundary");
}

function iamGroupPolicies({ principal, account }: Grant, estate: Estate, shelf: PolicyShelf): readonly ShelvedPolicy[] {
  const group = estate.iam.find((iam) => iam.account === account)?.groups.find((one) => one.name === principal.name);
  const inline = Object.entries(group?.inlinePolicies ?? {}).map(([name, document]) =>
    shelf.written(document, name, "identity"),
  );
  const attached = (group?.managedPolicies ?? []).map((arn) =>
    /^arn:aws[a-z-]*:iam::aws:/.test(arn)
      ? shelf.managed(arn, "identity")
      : customerPolicy(arn.split("/").at(-1) ?? arn, account, estate, shelf, "identity"),
  );
  return [...attached, ...inline];
}

function usable(policies: readonly ShelvedPolicy[]): readonly CompiledPolicy[] {
  return policies.flatMap((one) => (one.kind === "policy" ? [one.policy] : []));
}

function documents(grant: Grant, estate: Estate, catalog: AccessCatalog): readonly string[] {
  const managed = (arns: readonly string[]): readonly string[] =>
    arns.flatMap((arn) => catalog.managedPolicy(arn)?.document ?? []);
  const iam = estate.iam.find((one) => one.account === grant.account);
  const customer = (names: readonly string[]): readonly string[] =>
    (iam?.policies ?? []).filter((policy) => names.includes(policy.name)).map((policy) => policy.document);
  if (grant.kind === "iamGroup") {
    const group = iam?.groups.find((one) => one.name === grant.principal.name);
    const arns = group?.managedPolicies ?? [];
    return [
      ...managed(arns),
      ...customer(arns.map((arn) => arn.split("/").at(-1) ?? arn)),
      ...Object.values(group?.inlinePolicies ?? {}),
    ];
  }
  const set = findSet(grant.permissionSet, estate);
  const inline = set?.inlinePolicy === undefined ? [] : [set.inlinePolicy];
  return [
    ...managed(set?.managedPolicies ?? []),
    ...customer((set?.customerManagedPolicies ?? []).map(({ name }) => name)),
    ...inline,
  ];
}

function bearer(grant: Grant, person: string, estate: Estate): Bearer {
  const accountId = estate.accounts.find((account) => account.name === grant.account)?.id ?? unknownAccountId;
  const managementAccount = isManagement(estate, grant.account);
  const org = estate.organization.id === undefined ? {} : { principalOrgId: estate.organization.id };
  if (grant.kind === "iamGroup")
    return { principal: iamUserArn(accountId, person), accountId, facts: { managementAccount, ...org } };
  const roleArn = reservedRoleArn(accountId, grant.permissionSet, estate.organization.region);
  return {
    principal: reservedSessionArn(accountId, grant.permissionSet, person),
    accountId,
    facts: { managementAccount, roleArn, ...org },
  };
}

/** True for the management account, which an estate names by name or by id. */
export function isManagement(estate: Estate, account: string): boolean {
  const { managementAccount } = estate.organization;
  return (
    managementAccount === account ||
    estate.accounts.some(({ name, id }) => name === account && id === managementAccount)
  );
}
