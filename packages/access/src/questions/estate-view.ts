import type { CompiledPolicy, DecisionFacts, DecisionPolicies } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";
import type { AccountId, Estate } from "../estate.ts";
import { controlPolicyReader } from "./control-policy-levels.ts";
import { type GrantDocuments, grantDocuments, withUserBoundary } from "./grant-documents.ts";
import { grantKeys } from "./grant-keys.ts";
import type { Grant } from "./grant.ts";
import { type PolicyShelf, policyShelf, type ShelvedPolicy } from "./policy-shelf.ts";
import { iamUserArn, reservedRoleArn, reservedSessionArn, unknownAccountId } from "./principal-arn.ts";

/** An estate opened for questions: policies are found and compiled once, whatever is asked. */
export interface EstateView {
  readonly estate: Estate;
  readonly catalog: AccessCatalog;
  /** The policies that decide what a grant gives, as text; grants with the same policies in every layer have the same answer. */
  documentsOf(grant: Grant): GrantDocuments;
  /** The same policies ready to decide with, shared likewise; `problems` says which of them cannot be used. */
  policiesOf(grant: Grant): GrantPolicies;
  /** The policies of a grant as they bind one of its holders, with the boundary that an IAM user has of its own. */
  policiesFor(grant: Grant, person: string): GrantPolicies;
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
  const shelf = policyShelf();
  const levelsOf = controlPolicyReader(estate);
  const keyOf = grantKeys(estate, levelsOf);
  const documentsOf = remembered(keyOf, (grant) => grantDocuments(grant, estate, catalog, levelsOf(grant.account)));
  const policiesOf = remembered(keyOf, (grant) => compiled(documentsOf(grant), shelf));
  const bound = new Map<string, GrantPolicies>();
  const policiesFor = (grant: Grant, person: string): GrantPolicies => {
    const arn = grant.kind === "iamGroup" ? boundaryOfUser(estate, grant.account, person) : undefined;
    if (arn === undefined) return policiesOf(grant);
    const key = JSON.stringify([keyOf(grant), grant.account, arn]);
    const made = bound.get(key) ?? compiled(withUserBoundary(documentsOf(grant), arn, grant, estate, catalog), shelf);
    bound.set(key, made);
    return made;
  };
  const ids = new Map(estate.accounts.map(({ name, id }) => [name, id]));
  const bearerOf = (grant: Grant, person: string): Bearer =>
    bearer(grant, person, ids.get(grant.account) ?? unknownAccountId, estate);
  return { estate, catalog, documentsOf, policiesOf, policiesFor, bearerOf };
}

function boundaryOfUser({ iam }: Estate, account: string, person: string): string | undefined {
  return iam.find((one) => one.account === account)?.users.find(({ name }) => name === person)?.boundary;
}

function remembered<T>(keyOf: (grant: Grant) => string, make: (grant: Grant) => T): (grant: Grant) => T {
  const known = new Map<string, T>();
  return (grant) => {
    const key = keyOf(grant);
    const value = known.get(key) ?? make(grant);
    known.set(key, value);
    return value;
  };
}

function compiled(documents: GrantDocuments, shelf: PolicyShelf): GrantPolicies {
  const identity = documents.identity.map((policy) => shelf(policy, "identity"));
  const boundary = documents.boundary === undefined ? [] : [shelf(documents.boundary, "boundary")];
  const levels = documents.levels.map((level) => level.map((policy) => shelf(policy, "scp")));
  const [limit] = usable(boundary);
  const policies = {
    identity: usable(identity),
    ...(limit === undefined ? {} : { boundary: limit }),
    ...(levels.length === 0 ? {} : { scps: levels.map(usable) }),
  };
  const unusable = [...identity, ...boundary, ...levels.flat()].flatMap((one) =>
    one.kind === "unusable" ? [one.reason] : [],
  );
  return { policies, problems: [...documents.missing, ...unusable] };
}

function usable(policies: readonly ShelvedPolicy[]): readonly CompiledPolicy[] {
  return policies.flatMap((one) => (one.kind === "policy" ? [one.policy] : []));
}

function bearer(grant: Grant, person: string, accountId: AccountId, { organization }: Estate): Bearer {
  const { managementAccount, id } = organization;
  const home = managementAccount === grant.account || managementAccount === accountId;
  const facts = { managementAccount: home, ...(id === undefined ? {} : { principalOrgId: id }) };
  if (grant.kind === "iamGroup") return { principal: iamUserArn(accountId, person), accountId, facts };
  const roleArn = reservedRoleArn(accountId, grant.permissionSet, organization.region);
  const principal = reservedSessionArn(accountId, grant.permissionSet, person);
  return { principal, accountId, facts: { ...facts, roleArn } };
}

/** True for the management account, which an estate names by name or by id. */
export function isManagement(estate: Estate, account: string): boolean {
  const { managementAccount } = estate.organization;
  return (
    managementAccount === account ||
    estate.accounts.some(({ name, id }) => name === account && id === managementAccount)
  );
}
