import { ValidationException } from "@aws-sdk/client-identitystore";
import type { Input } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type DirectoryGroup,
  directoryGroups,
  type DirectoryUser,
  directoryUsers,
} from "../records/identity-center.ts";
import { isPath } from "./attribute-paths.ts";
import { missing, onStore, readableStore } from "./store-access.ts";

const operation = operationsOf("identitystore");

/** What an alternate identifier comes down to. */
type Wanted =
  | { readonly kind: "external"; readonly issuer: string; readonly id: string }
  | { readonly kind: "attribute"; readonly path: string; readonly value: string };

type Identifier = Input<"identitystore", "GetUserId">["AlternateIdentifier"];

function readIdentifier({ ExternalId: external, UniqueAttribute: attribute }: Identifier): Wanted {
  if (external) return { kind: "external", issuer: external.Issuer, id: external.Id };
  const { AttributePath: path = "", AttributeValue: value } = attribute ?? {};
  return typeof value === "string" && value !== ""
    ? { kind: "attribute", path, value }
    : fail(ValidationException, "attribute value cannot be empty or null for attribute path");
}

const notUnique = (path: string): never => fail(ValidationException, `The attribute ${path} is not a unique attribute`);

function findUser(tx: Transaction, storeId: string, wanted: Wanted): DirectoryUser | undefined {
  if (wanted.kind === "external") {
    const named = (user: DirectoryUser) =>
      ((user.attributes["ExternalIds"] ?? []) as DirectoryGroup["externalIds"]).some(isIdentity(wanted));
    return tx.list(directoryUsers, "externalId", `${storeId}/${wanted.id}`).find(named);
  }
  const index = isPath(wanted.path, "userName")
    ? "name"
    : isPath(wanted.path, "emails.value")
      ? "email"
      : notUnique(wanted.path);
  return tx.list(directoryUsers, index, `${storeId}/${wanted.value.toLowerCase()}`)[0];
}

function findGroup(tx: Transaction, storeId: string, wanted: Wanted): DirectoryGroup | undefined {
  if (wanted.kind === "external") {
    return tx
      .list(directoryGroups, "externalId", `${storeId}/${wanted.id}`)
      .find(({ externalIds }) => externalIds.some(isIdentity(wanted)));
  }
  if (!isPath(wanted.path, "displayName")) notUnique(wanted.path);
  return tx.list(directoryGroups, "name", `${storeId}/${wanted.value.toLowerCase()}`)[0];
}

const isIdentity =
  ({ issuer, id }: Extract<Wanted, { kind: "external" }>) =>
  ({ Issuer, Id }: DirectoryGroup["externalIds"][number]): boolean =>
    Issuer === issuer && Id === id;

const getUserId = operation("GetUserId", {
  authorize: (call) => onStore(call, "user/*"),
  run: (call) => {
    const { identityStoreId } = readableStore(call);
    const wanted = readIdentifier(call.input.AlternateIdentifier);
    const user = findUser(call.tx, identityStoreId, wanted) ?? missing("USER");
    return { IdentityStoreId: identityStoreId, UserId: user.userId };
  },
});

const getGroupId = operation("GetGroupId", {
  authorize: (call) => onStore(call, "group/*"),
  run: (call) => {
    const { identityStoreId } = readableStore(call);
    const wanted = readIdentifier(call.input.AlternateIdentifier);
    const group = findGroup(call.tx, identityStoreId, wanted) ?? missing("GROUP");
    return { IdentityStoreId: identityStoreId, GroupId: group.groupId };
  },
});

/** Operations that find users and groups by something else than their id. */
export const alternateIdentifierOperations = [getUserId, getGroupId];
