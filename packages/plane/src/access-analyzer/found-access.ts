import { randomUUID } from "node:crypto";
import type { ExternalAccess, Statement, ZoneOfTrust } from "@castellan/policy";
import type { Call } from "../frame/operation.ts";
import { findOrganization } from "../organizations/organization-access.ts";
import { type IamRole, iamRoles } from "../records/iam.ts";
import { accounts } from "../records/organizations.ts";
import { type Analyzer, type Finding, findings, type FoundAccess } from "./analyzer-record.ts";
import { accessByDocument } from "./access-by-document.ts";
import { meetsFilter, shownConditionKeys } from "./finding-filter.ts";

type Surroundings = Pick<Call<unknown>, "tx" | "accountId" | "now" | "catalog">;

/** Brings the findings of an analyzer up to date with the roles as they are, and answers them all. */
export function refreshFindings(call: Surroundings, analyzer: Analyzer): readonly Finding[] {
  const { tx, now } = call;
  const known = new Map(tx.list(findings, "analyzer", analyzer.arn).map((finding) => [placeOf(finding), finding]));
  for (const access of accessFrom(call, analyzer)) {
    const before = known.get(placeOf(access));
    known.delete(placeOf(access));
    if (before === undefined || before.status === "RESOLVED" || hasChanged(before, access))
      tx.put(findings, nextFinding(before, access, analyzer, now));
  }
  for (const gone of known.values())
    if (gone.status !== "RESOLVED") tx.put(findings, { ...gone, status: "RESOLVED", updatedAt: now });
  return tx.list(findings, "analyzer", analyzer.arn);
}

/** What tells a finding from the others of its analyzer. */
const placeOf = ({ resource, principal, condition }: FoundAccess): string =>
  JSON.stringify([resource, principal, condition]);

const hasChanged = (before: FoundAccess, after: FoundAccess): boolean =>
  before.isPublic !== after.isPublic || before.action.join() !== after.action.join();

/** A finding that comes back is active again; a new one is archived when a rule says so. */
function nextFinding(before: Finding | undefined, access: FoundAccess, analyzer: Analyzer, now: string): Finding {
  const { id, createdAt } = before ?? { id: randomUUID(), createdAt: now };
  const status = before?.status === "ARCHIVED" ? "ARCHIVED" : "ACTIVE";
  const finding: Finding = { ...access, id, createdAt, updatedAt: now, status, analyzerArn: analyzer.arn };
  const archived = analyzer.archiveRules.some(({ filter }) => meetsFilter(finding, filter));
  return archived ? { ...finding, status: "ARCHIVED" } : finding;
}

/** The access from outside that the roles of the analyzer's zone give. */
function accessFrom(call: Surroundings, analyzer: Analyzer): readonly FoundAccess[] {
  const zone = zoneOf(call, analyzer);
  const access = accessByDocument(call.catalog, zone);
  return rolesIn(call, zone).flatMap((role) => accessTo(role, access(role.assumeRolePolicyDocument)));
}

const rolesIn = ({ tx }: Pick<Surroundings, "tx">, { accounts: ids }: ZoneOfTrust): readonly IamRole[] =>
  ids.flatMap((accountId) => tx.list(iamRoles, "account", accountId));

/** The roles that an analyzer looks at. */
export const analyzedRoles = (call: Surroundings, analyzer: Analyzer): readonly IamRole[] =>
  rolesIn(call, zoneOf(call, analyzer));

function zoneOf({ tx, accountId }: Surroundings, { type }: Analyzer): ZoneOfTrust {
  const organization = type === "ORGANIZATION" ? findOrganization({ tx, accountId }) : undefined;
  if (organization === undefined) return { accounts: [accountId] };
  const members = tx.list(accounts).filter(({ parentId }) => parentId !== undefined);
  return { accounts: members.map(({ id }) => id), organization: organization.id };
}

/** One finding for each principal under the same conditions. */
function accessTo(role: IamRole, access: readonly ExternalAccess[]): readonly FoundAccess[] {
  const found = new Map<string, FoundAccess>();
  for (const external of access) {
    const one = describeAccess(role, external);
    const before = found.get(placeOf(one));
    const action = [...new Set([...(before?.action ?? []), ...one.action])].sort();
    found.set(placeOf(one), { ...one, action, isPublic: one.isPublic || before?.isPublic === true });
  }
  return [...found.values()];
}

function describeAccess(role: IamRole, { statement, principal, isPublic }: ExternalAccess): FoundAccess {
  return {
    resource: role.arn,
    resourceType: "AWS::IAM::Role",
    resourceOwnerAccount: role.accountId,
    principal: { [principal.type]: accountOf(principal.value) },
    condition: shownConditions(statement),
    action: statement.action.negated ? ["sts:*"] : statement.action.patterns.map(({ value }) => value),
    isPublic,
  };
}

/** Findings call an account by its id. */
const accountOf = (value: string): string => /^arn:[a-z-]+:iam::(\d{12}):root$/.exec(value)?.[1] ?? value;

function shownConditions({ conditions }: Statement): Readonly<Record<string, string>> {
  const shown = conditions.flatMap(({ key, values }) => {
    const name = shownConditionKeys.find((each) => each.toLowerCase() === key.value.toLowerCase());
    return name === undefined ? [] : [[name, values.map(({ value }) => value).join(", ")] as const];
  });
  return Object.fromEntries(shown.sort());
}
