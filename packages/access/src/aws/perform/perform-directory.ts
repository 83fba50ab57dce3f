import type { AttributeOperation, Identitystore } from "@aws-sdk/client-identitystore";
import type { UserAttributes } from "../../plan/step.ts";
import { isMissing } from "../aws-fault.ts";
import { present, unlessFault } from "../reading.ts";
import { put, removeOnce, writeOnce, type PerformerTable, type Workbench } from "./performer.ts";
import { idIn } from "./registry.ts";

type Kinds =
  | "createUser"
  | "updateUser"
  | "deleteUser"
  | "createGroup"
  | "updateGroup"
  | "deleteGroup"
  | "createMembership"
  | "deleteMembership";

interface Store {
  readonly store: Identitystore;
  readonly IdentityStoreId: string;
}

async function storeOf(bench: Workbench): Promise<Store> {
  const IdentityStoreId = present(bench.registry.identityStoreId, "the identity store's id");
  return { store: await bench.clients.identityStore(), IdentityStoreId };
}

const emailList = (email: string) => [{ Value: email, Type: "work", Primary: true }];

/** Users, groups and memberships of the identity store. */
export const performDirectory: PerformerTable<Kinds> = {
  createUser: async ({ user, attributes }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const create = async () => {
      const answer = await store.createUser({
        IdentityStoreId,
        UserName: user,
        DisplayName: attributes.displayName,
        Name: { GivenName: attributes.givenName, FamilyName: attributes.familyName },
        Emails: emailList(attributes.email),
      });
      bench.registry.users.set(user, present(answer.UserId, "the user's id"));
    };
    await writeOnce(bench, create, () => findUser(bench, { store, IdentityStoreId }, user));
  },
  updateUser: async ({ user, attributes }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const UserId = idIn(bench.registry.users, user);
    const Operations = operationsOf(attributes);
    await put(bench, () => store.updateUser({ IdentityStoreId, UserId, Operations }));
  },
  deleteUser: async ({ user }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const UserId = idIn(bench.registry.users, user);
    await removeOnce(bench, () => store.deleteUser({ IdentityStoreId, UserId }));
  },
  createGroup: async ({ group, description }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const words = description === undefined ? {} : { Description: description };
    const create = async () => {
      const answer = await store.createGroup({ IdentityStoreId, DisplayName: group, ...words });
      bench.registry.groups.set(group, present(answer.GroupId, "the group's id"));
    };
    await writeOnce(bench, create, () => findGroup(bench, { store, IdentityStoreId }, group));
  },
  updateGroup: async ({ group, description }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const GroupId = idIn(bench.registry.groups, group);
    const Operations = [{ AttributePath: "description", AttributeValue: description }];
    await put(bench, () => store.updateGroup({ IdentityStoreId, GroupId, Operations }));
  },
  deleteGroup: async ({ group }, bench) => {
    const { store, IdentityStoreId } = await storeOf(bench);
    const GroupId = idIn(bench.registry.groups, group);
    await removeOnce(bench, () => store.deleteGroup({ IdentityStoreId, GroupId }));
  },
  createMembership: async ({ group, user }, bench) => {
    const place = await storeOf(bench);
    const key = membershipKey(bench, place, group, user);
    await writeOnce(
      bench,
      () => place.store.createGroupMembership(key),
      async () => (await membershipId(place, key)) !== undefined,
    );
  },
  deleteMembership: async ({ group, user }, bench) => {
    const place = await storeOf(bench);
    const MembershipId = await membershipId(place, membershipKey(bench, place, group, user));
    if (MembershipId === undefined) return;
    const { IdentityStoreId } = place;
    await removeOnce(bench, () => place.store.deleteGroupMembership({ IdentityStoreId, MembershipId }));
  },
};

async function findUser(bench: Workbench, { store, IdentityStoreId }: Store, user: string): Promise<boolean> {
  const UniqueAttribute = { AttributePath: "userName", AttributeValue: user };
  const request = { IdentityStoreId, AlternateIdentifier: { UniqueAttribute } };
  const found = await unlessFault(() => store.getUserId(request), isMissing);
  if (found?.UserId !== undefined) bench.registry.users.set(user, found.UserId);
  return found?.UserId !== undefined;
}

async function findGroup(bench: Workbench, { store, IdentityStoreId }: Store, group: string): Promise<boolean> {
  const UniqueAttribute = { AttributePath: "displayName", AttributeValue: group };
  const request = { IdentityStoreId, AlternateIdentifier: { UniqueAttribute } };
  const found = await unlessFault(() => store.getGroupId(request), isMissing);
  if (found?.GroupId !== undefined) bench.registry.groups.set(group, found.GroupId);
  return found?.GroupId !== undefined;
}

function membershipKey(bench: Workbench, { IdentityStoreId }: Store, group: string, user: string) {
  return {
    IdentityStoreId,
    GroupId: idIn(bench.registry.groups, group),
    MemberId: { UserId: idIn(bench.registry.users, user) },
  };
}

async function membershipId({ store }: Store, key: ReturnType<typeof membershipKey>): Promise<string | undefined> {
  const found = await unlessFault(() => store.getGroupMembershipId(key), isMissing);
  return found?.MembershipId;
}

/** One operation per attribute that changes; the store wants SCIM's spelling inside values. */
function operationsOf(attributes: Partial<UserAttributes>): AttributeOperation[] {
  const { displayName, givenName, familyName, email } = attributes;
  return [
    { AttributePath: "displayName", AttributeValue: displayName },
    { AttributePath: "name.givenName", AttributeValue: givenName },
    { AttributePath: "name.familyName", AttributeValue: familyName },
    {
      AttributePath: "emails",
      AttributeValue: email === undefined ? undefined : [{ value: email, type: "work", primary: true }],
    },
  ].filter((operation) => operation.AttributeValue !== undefined);
}
