import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  AccessDeniedException,
  ConflictException,
  CreateUserCommand,
  type CreateUserCommandInput,
  DeleteUserCommand,
  DescribeUserCommand,
  GetUserIdCommand,
  IdentitystoreClient,
  ListGroupMembershipsCommand,
  ListUsersCommand,
  ResourceNotFoundException,
  ValidationException,
} from "@aws-sdk/client-identitystore";
import { credentials } from "../records/identity-center.ts";
import {
  type IdentityCenterForTests,
  identityCenterForTests,
  memberAccount,
} from "../testing/identity-center-for-tests.ts";

const conflict = (message: string) => (error: unknown) => {
  assert.ok(error instanceof ConflictException);
  assert.deepEqual([error.message, error.Reason], [message, "UNIQUENESS_CONSTRAINT_VIOLATION"]);
  return true;
};

describe("users of an identity store", () => {
  let center: IdentityCenterForTests;
  before(async () => void (center = await identityCenterForTests()));
  after(() => center.close());

  const create = (input: Partial<CreateUserCommandInput>) => {
    const { IdentityStoreId, store } = center;
    const Name = { GivenName: "Hana", FamilyName: "Kim" };
    return store.send(new CreateUserCommand({ IdentityStoreId, DisplayName: "Hana Kim", Name, ...input }));
  };
  const read = (UserId: string | undefined, Extensions?: string[]) =>
    center.store.send(new DescribeUserCommand({ IdentityStoreId: center.IdentityStoreId, UserId, Extensions }));

  it("a created user is described as it was made", async () => {
    const Emails = [{ Value: "hana@example.com", Type: "work", Primary: true }];
    const { UserId, IdentityStoreId } = await create({ UserName: "hana", Emails, Title: "Engineer" });
    const { $metadata: _, CreatedAt, UpdatedAt, CreatedBy, UpdatedBy, ...user } = await read(UserId);
    assert.deepEqual(user, {
      IdentityStoreId,
      UserId,
      UserName: "hana",
      Name: { GivenName: "Hana", FamilyName: "Kim" },
      DisplayName: "Hana Kim",
      Emails,
      Title: "Engineer",
      UserStatus: "ENABLED",
    });
    assert.ok(CreatedAt instanceof Date && UpdatedAt instanceof Date);
    assert.equal(CreatedBy, "arn:aws:iam::111122223333:root");
    assert.equal(UpdatedBy, CreatedBy);
  });

  it("a user name is taken whatever its letter case, and so is an address", async () => {
    await create({ UserName: "yu", Emails: [{ Value: "yu@example.com" }] });
    await assert.rejects(create({ UserName: "YU" }), conflict("Duplicate UserName"));
    await assert.rejects(
      create({ UserName: "other", Emails: [{ Value: "Yu@Example.com" }] }),
      conflict("Duplicate Email"),
    );
  });

  it("user name, display name and both names are required", async () => {
    await assert.rejects(create({}), { name: "ValidationException", message: "userName is a required attribute" });
    await assert.rejects(create({ UserName: "x", DisplayName: undefined, Name: {} }), {
      name: "ValidationException",
      message:
        "displayname: The attribute displayname is required, givenname: The attribute givenname is required, " +
        "familyname: The attribute familyname is required",
    });
    await assert.rejects(create({ UserName: "Administrator" }), ValidationException);
  });

  it("a user is found by user name and by address in any letter case, not by other attributes", async () => {
    const { UserId, IdentityStoreId } = await create({ UserName: "minji", Emails: [{ Value: "minji@example.com" }] });
    const find = (AttributePath: string, AttributeValue: string) =>
      center.store.send(
        new GetUserIdCommand({
          IdentityStoreId,
          AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
        }),
      );
    assert.equal((await find("UserName", "MinJi")).UserId, UserId);
    assert.equal((await find("emails.value", "MINJI@example.com")).UserId, UserId);
    await assert.rejects(find("title", "Engineer"), { message: "The attribute title is not a unique attribute" });
    await assert.rejects(find("userName", "nobody"), (error: unknown) => {
      assert.ok(error instanceof ResourceNotFoundException);
      assert.deepEqual([error.message, error.ResourceType], ["USER not found.", "USER"]);
      return true;
    });
  });

  it("lists come in pages and can be narrowed to a user name", async () => {
    const { IdentityStoreId, store } = center;
    const ids: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await store.send(new ListUsersCommand({ IdentityStoreId, MaxResults: 2, NextToken }));
      assert.ok((page.Users ?? []).length <= 2);
      ids.push(...(page.Users ?? []).map(({ UserId }) => UserId));
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    const { Users: all = [] } = await store.send(new ListUsersCommand({ IdentityStoreId }));
    assert.deepEqual(
      ids,
      all.map(({ UserId }) => UserId),
    );
    const Filters = [{ AttributePath: "UserName", AttributeValue: "HANA" }];
    const { Users: found = [] } = await store.send(new ListUsersCommand({ IdentityStoreId, Filters }));
    assert.deepEqual(
      found.map(({ UserName }) => UserName),
      ["hana"],
    );
    await assert.rejects(
      store.send(new ListUsersCommand({ IdentityStoreId, NextToken: "nonsense" })),
      ValidationException,
    );
  });

  it("a deleted user leaves no membership and no password behind", async () => {
    const { IdentityStoreId, store, change } = center;
    const UserId = await center.user("leaver");
    const GroupId = await center.group("Leavers", UserId);
    const credential = { userId: UserId, passwordHash: "x", oneTime: true, failedAttempts: 0 };
    await change(({ tx, now }) => tx.put(credentials, { ...credential, setAt: now }));
    await store.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
    await assert.rejects(read(UserId), ResourceNotFoundException);
    assert.deepEqual(
      (await store.send(new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }))).GroupMemberships,
      [],
    );
    assert.equal(await change(({ tx }) => tx.get(credentials, UserId)), undefined);
    await assert.rejects(store.send(new DeleteUserCommand({ IdentityStoreId, UserId })), ResourceNotFoundException);
  });

  it("an identity store that is not there is not found", async () => {
    const missing = center.store.send(new ListUsersCommand({ IdentityStoreId: "d-0000000000" }));
    await assert.rejects(
      missing,
      (error: unknown) => error instanceof ResourceNotFoundException && error.ResourceType === "IDENTITY_STORE",
    );
  });

  it("a member account reads the directory but cannot change it", async () => {
    const { IdentityStoreId, clients } = center;
    const member = clients(IdentitystoreClient, { accountId: memberAccount });
    const { Users = [] } = await member.send(new ListUsersCommand({ IdentityStoreId }));
    assert.ok(Users.length > 0);
    await assert.rejects(
      member.send(new DeleteUserCommand({ IdentityStoreId, UserId: Users[0]?.UserId })),
      AccessDeniedException,
    );
  });

  it("a caller without permission is refused before anything is looked up", async () => {
    const resource = `arn:aws:identitystore::111122223333:identitystore/${center.IdentityStoreId}`;
    const denied = await center.iamUser("reader", { Effect: "Allow", Action: "identitystore:List*", Resource: "*" });
    const client = center.clients(IdentitystoreClient, { credentials: denied });
    const { IdentityStoreId } = center;
    await client.send(new ListUsersCommand({ IdentityStoreId }));
    const refused = client.send(new CreateUserCommand({ IdentityStoreId, UserName: "HANA" }));
    await assert.rejects(refused, {
      name: "AccessDeniedException",
      message:
        "User: arn:aws:iam::111122223333:user/reader is not authorized to perform: identitystore:CreateUser on resource: " +
        `${resource} because no identity-based policy allows the identitystore:CreateUser action`,
    });
  });
});
