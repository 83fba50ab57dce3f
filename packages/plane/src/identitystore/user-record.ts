import { randomUUID } from "node:crypto";
import { ConflictException, type User, ValidationException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { directoryUsers, type DirectoryUser } from "../records/identity-center.ts";
import type { Profile } from "./attribute-paths.ts";

/** Stores a new user of an identity store after the checks AWS makes. The profile holds attributes in the API's words. */
export function createUserRecord(
  { tx, now, caller }: Pick<Call<unknown>, "tx" | "now" | "caller">,
  identityStoreId: string,
  profile: Profile,
): DirectoryUser {
  const contents = checkedProfile(tx, identityStoreId, profile);
  return tx.put(directoryUsers, {
    identityStoreId,
    userId: randomUUID(),
    ...contents,
    enabled: true,
    createdAt: now,
    updatedAt: now,
    createdBy: caller.arn,
    updatedBy: caller.arn,
  });
}

/** Stores a user's changed profile after the same checks. */
export function updateUserRecord(
  { tx, now, caller }: Pick<Call<unknown>, "tx" | "now" | "caller">,
  user: DirectoryUser,
  profile: Profile,
): void {
  const contents = checkedProfile(tx, user.identityStoreId, profile, user.userId);
  tx.put(directoryUsers, { ...user, ...contents, updatedAt: now, updatedBy: caller.arn });
}

/** A user's attributes with the user name among them. */
export const profileOf = ({ userName, attributes }: DirectoryUser): Profile => ({
  ...(attributes as Profile),
  UserName: userName,
});

/** A user in the API's words, with the extensions that were asked for. */
export function describeUser(user: DirectoryUser, extensionNames: readonly string[] = []): User {
  const { Extensions: extensions = {}, ...attributes } = user.attributes as {
    Extensions?: NonNullable<User["Extensions"]>;
  };
  const shown = Object.entries(extensions).filter(([name]) => extensionNames.includes(name));
  return {
    ...attributes,
    IdentityStoreId: user.identityStoreId,
    UserId: user.userId,
    UserName: user.userName,
    UserStatus: user.enabled ? "ENABLED" : "DISABLED",
    CreatedAt: new Date(user.createdAt),
    UpdatedAt: new Date(user.updatedAt),
    CreatedBy: user.createdBy,
    UpdatedBy: user.updatedBy,
    ...(shown.length > 0 && { Extensions: Object.fromEntries(shown) }),
  };
}

type Contents = Pick<DirectoryUser, "userName" | "attributes">;

function checkedProfile(tx: Transaction, identityStoreId: string, profile: Profile, ownId?: string): Contents {
  const { UserName: userName, ...others } = profile;
  if (typeof userName !== "string") return fail(ValidationException, "userName is a required attribute");
  requireNames(others);
  const taken = (index: "name" | "email", value: string): boolean =>
    tx.list(directoryUsers, index, `${identityStoreId}/${value.toLowerCase()}`).some(({ userId }) => userId !== ownId);
  if (taken("name", userName)) duplicate("UserName");
  if (emailsOf(others).some((email) => taken("email", email))) duplicate("Email");
  return {
    userName,
    attributes: Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
  };
}

function requireNames({ DisplayName: displayName, Name: name }: Profile): void {
  const absent: string[] = displayName === undefined ? ["displayname"] : [];
  if (name === undefined) absent.push("name");
  else {
    const { GivenName, FamilyName } = name as Readonly<Record<string, unknown>>;
    if (GivenName === undefined) absent.push("givenname");
    if (FamilyName === undefined) absent.push("familyname");
  }
  if (absent.length > 0)
    fail(
      ValidationException,
      absent.map((attribute) => `${attribute}: The attribute ${attribute} is required`).join(", "),
    );
}

const emailsOf = ({ Emails: emails }: Profile): readonly string[] =>
  ((emails ?? []) as readonly { readonly Value?: string }[])
    .map(({ Value }) => Value)
    .filter((value) => value !== undefined);

/** Fails because another user or group has the value. */
export const duplicate = (what: string): never =>
  fail(ConflictException, `Duplicate ${what}`, { Reason: "UNIQUENESS_CONSTRAINT_VIOLATION" });
