import type { Group as AwsGroup, Identitystore, User as AwsUser } from "@aws-sdk/client-identitystore";
import type { Group, User } from "../estate.ts";
import type { AwsClients } from "./clients.ts";
import { everyPage, present, readEach, sortedBy } from "./reading.ts";

/** The people and groups of an identity store. */
export interface DirectoryReading {
  readonly users: readonly User[];
  readonly groups: readonly Group[];
}

/** Reads users, groups and who is in which. */
export async function readDirectory(clients: AwsClients, IdentityStoreId: string): Promise<DirectoryReading> {
  const store = await clients.identityStore();
  const [users, groups] = await Promise.all([
    everyPage(
      (NextToken) => store.listUsers({ IdentityStoreId, NextToken }),
      (page) => page.Users,
      (page) => page.NextToken,
    ),
    everyPage(
      (NextToken) => store.listGroups({ IdentityStoreId, NextToken }),
      (page) => page.Groups,
      (page) => page.NextToken,
    ),
  ]);
  const names = new Map(users.map((user) => [user.UserId, user.UserName ?? ""]));
  return {
    users: sortedBy(users.map(userOf), (user) => user.userName),
    groups: sortedBy(
      await readEach(groups, async (group) => groupOf(group, await readMembers(store, group, names))),
      (group) => group.displayName,
    ),
  };
}

async function readMembers(
  store: Identitystore,
  group: AwsGroup,
  names: ReadonlyMap<string | undefined, string>,
): Promise<readonly string[]> {
  const { IdentityStoreId, GroupId } = group;
  const memberships = await everyPage(
    (NextToken) => store.listGroupMemberships({ IdentityStoreId, GroupId, NextToken }),
    (page) => page.GroupMemberships,
    (page) => page.NextToken,
  );
  return memberships.flatMap(({ MemberId }) => names.get(MemberId?.UserId) ?? []).toSorted();
}

function userOf(user: AwsUser): User {
  const email = user.Emails?.find((candidate) => candidate.Primary === true) ?? user.Emails?.[0];
  return {
    userName: user.UserName ?? "",
    displayName: user.DisplayName ?? "",
    givenName: user.Name?.GivenName ?? "",
    familyName: user.Name?.FamilyName ?? "",
    email: email?.Value ?? "",
    id: present(user.UserId, "a user's id"),
    ...externalMark(user),
  };
}

function groupOf(group: AwsGroup, members: readonly string[]): Group {
  const description = group.Description === undefined ? {} : { description: group.Description };
  const id = present(group.GroupId, "a group's id");
  return { displayName: group.DisplayName ?? "", members, id, ...description, ...externalMark(group) };
}

function externalMark(record: AwsUser | AwsGroup): { readonly external?: true } {
  return (record.ExternalIds ?? []).length > 0 ? { external: true } : {};
}
