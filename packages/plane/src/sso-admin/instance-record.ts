import { newHex } from "../frame/ids.ts";
import type { Call } from "../frame/operation.ts";
import {
  type AccountAssignment,
  accountAssignments,
  groupMemberships,
  type Instance,
  instances,
  permissionSets,
  provisionings,
} from "../records/identity-center.ts";
import { accounts } from "../records/organizations.ts";
import type { Reader } from "../security/policy-library.ts";
import { sessionSecondsOf } from "./session-duration.ts";

/** Stores a new organization instance with an identity store of its own, as enabling IAM Identity Center in AWS's console does. */
export function createInstanceRecord(
  { tx, now, region }: Pick<Call<unknown>, "tx" | "now" | "region">,
  ownerAccountId: string,
): Instance {
  return tx.put(instances, {
    instanceArn: `arn:aws:sso:::instance/ssoins-${newHex(16)}`,
    identityStoreId: `d-${newHex(10)}`,
    ownerAccountId,
    region,
    createdDate: now,
    tags: [],
  });
}

/** A role that a person may take in an account. */
export interface AccountRole {
  readonly accountId: string;
  readonly accountName: string;
  /** The account's address. */
  readonly email: string;
  /** The name of the permission set: what portal and CLI call the role. */
  readonly roleName: string;
  /** The name of the IAM role in the account. */
  readonly reservedRoleName: string;
  readonly permissionSetArn: string;
  /** Seconds. */
  readonly sessionDuration: number;
}

/** Every account and role a person reaches, each once, directly or through groups: what is provisioned in active accounts. */
export function accountRolesOf(reader: Reader, userId: string): readonly AccountRole[] {
  const byPlace = new Map(assignmentsReaching(reader, userId).map((assignment) => [placeOf(assignment), assignment]));
  return [...byPlace.keys()]
    .sort()
    .map((place) => byPlace.get(place))
    .map((assignment) => assignment && accountRole(reader, assignment))
    .filter((role) => role !== undefined);
}

/** The assignments of a person and of every group the person is a member of. */
export function assignmentsReaching(reader: Reader, userId: string): AccountAssignment[] {
  const groups = reader.list(groupMemberships, "user", userId).map(({ groupId }) => groupId);
  return [userId, ...groups].flatMap((principalId) => reader.list(accountAssignments, "principal", principalId));
}

const placeOf = ({ accountId, permissionSetArn }: AccountAssignment): string => `${accountId}/${permissionSetArn}`;

function accountRole(reader: Reader, assignment: AccountAssignment): AccountRole | undefined {
  const account = reader.get(accounts, assignment.accountId);
  const set = reader.get(permissionSets, assignment.permissionSetArn);
  const provisioning = reader.get(provisionings, placeOf(assignment));
  if (account?.status !== "ACTIVE" || !set || !provisioning) return undefined;
  return {
    accountId: account.id,
    accountName: account.name,
    email: account.email,
    roleName: set.name,
    reservedRoleName: provisioning.roleName,
    permissionSetArn: set.permissionSetArn,
    sessionDuration: sessionSecondsOf(set),
  };
}
