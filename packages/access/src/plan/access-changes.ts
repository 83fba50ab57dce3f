import type { AccountAssignment, Estate, PermissionSet } from "../estate.ts";
import { canonicalJson, sameDocument } from "./canonical-json.ts";
import { assignmentKey } from "./plan-assignments.ts";
import type { AccessChange } from "./plan.ts";
import { durationSeconds } from "./session-duration.ts";
import { referenceText } from "./step-words.ts";

/** Who gains, loses or keeps in another form which permission set in which account. */
export function accessChangesBetween(before: Estate, after: Estate, desired: Estate): readonly AccessChange[] {
  const had = new Map(before.assignments.map((row) => [assignmentKey(row), row]));
  const has = new Map(after.assignments.map((row) => [assignmentKey(row), row]));
  const sources = new Map(desired.assignments.map((row) => [assignmentKey(row), row.source]));
  const withSource = (row: AccountAssignment) => ({ ...row, source: sources.get(assignmentKey(row)) });
  const kept = [...has].filter(([key]) => had.has(key)).map(([, row]) => withSource(row));
  return [
    ...[...has]
      .filter(([key]) => !had.has(key))
      .map(([, row]) => change("gains", withSource(row), peopleIn(row, after))),
    ...[...had].filter(([key]) => !has.has(key)).map(([, row]) => change("loses", row, peopleIn(row, before))),
    ...kept.flatMap((row) => membershipChanges(row, before, after)),
    ...kept.flatMap((row) => contentChanges(row, before, after)),
  ];
}

type Row = Omit<AccountAssignment, "source"> & { readonly source?: AccountAssignment["source"] | undefined };

function change(
  kind: AccessChange["kind"],
  row: Row,
  people: readonly string[],
  because: readonly string[] = [],
): AccessChange {
  const { principal, account, permissionSet, source } = row;
  return { kind, principal, account, permissionSet, people, because, ...(source ? { source } : {}) };
}

function peopleIn(row: Row, estate: Estate): readonly string[] {
  if (row.principal.kind === "user") return [row.principal.name];
  return estate.groups.find((group) => group.displayName === row.principal.name)?.members.toSorted() ?? [];
}

function membershipChanges(row: Row, before: Estate, after: Estate): readonly AccessChange[] {
  if (row.principal.kind === "user") return [];
  const had = peopleIn(row, before);
  const has = peopleIn(row, after);
  const joined = has.filter((person) => !had.includes(person));
  const left = had.filter((person) => !has.includes(person));
  return [
    ...(joined.length > 0 ? [change("gains", row, joined, [`joins ${row.principal.name}`])] : []),
    ...(left.length > 0 ? [change("loses", row, left, [`leaves ${row.principal.name}`])] : []),
  ];
}

function contentChanges(row: Row, before: Estate, after: Estate): readonly AccessChange[] {
  const old = before.permissionSets.find((set) => set.name === row.permissionSet);
  const now = after.permissionSets.find((set) => set.name === row.permissionSet);
  if (old === undefined || now === undefined) return [];
  const because = differences(old, now);
  return because.length === 0 ? [] : [change("changes", row, peopleIn(row, after), because)];
}

function differences(old: PermissionSet, now: PermissionSet): readonly string[] {
  const names = (set: PermissionSet) => [
    ...set.managedPolicies.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)),
    ...set.customerManagedPolicies.map(referenceText),
  ];
  const longer = durationSeconds(old.sessionDuration) !== durationSeconds(now.sessionDuration);
  return [
    ...(longer ? [`session ${old.sessionDuration} -> ${now.sessionDuration}`] : []),
    ...names(now)
      .filter((name) => !names(old).includes(name))
      .map((name) => `+ ${name}`),
    ...names(old)
      .filter((name) => !names(now).includes(name))
      .map((name) => `- ${name}`),
    ...(sameDocument(old.inlinePolicy, now.inlinePolicy) ? [] : ["inline policy changes"]),
    ...(canonicalJson(old.boundary ?? null) === canonicalJson(now.boundary ?? null) ? [] : ["boundary changes"]),
  ];
}
