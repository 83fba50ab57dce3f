import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  ConflictException,
  CreateUserCommand,
  type CreateUserCommandInput,
  DescribeUserCommand,
  ResourceNotFoundException,
  UpdateUserCommand,
  ValidationException,
} from "@aws-sdk/client-identitystore";
import { type IdentityCenterForTests, identityCenterForTests } from "../testing/identity-center-for-tests.ts";

const nobody = "00000000-0000-4000-8000-000000000000";
const conflict = (message: string) => (error: unknown) => {
  assert.ok(error instanceof ConflictException);
  assert.deepEqual([error.message, error.Reason], [message, "UNIQUENESS_CONSTRAINT_VIOLATION"]);
  return true;
};

describe("changes of a user", () => {
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
  const update = (UserId: string | undefined, AttributePath: string, AttributeValue?: unknown) => {
    const Operations = [{ AttributePath, AttributeValue: AttributeValue as never }];
    return center.store.send(new UpdateUserCommand({ IdentityStoreId: center.IdentityStoreId, UserId, Operations }));
  };

  it("an update sets, replaces and removes attributes by path", async () => {
    const { UserId } = await create({ UserName: "john", Title: "Tester" });
    await update(UserId, "name.givenName", "John");
    await update(UserId, "title");
    await update(UserId, "emails", [{ value: "john@example.com", primary: true }]);
    await update(UserId, "aws:identitystore:enterprise.department", "Quality");
    await update(UserId, "userName", "johnny");
    const user = await read(UserId, ["aws:identitystore:enterprise"]);
    assert.deepEqual(user.Name, { GivenName: "John", FamilyName: "Kim" });
    assert.equal(user.Title, undefined);
    assert.deepEqual(user.Emails, [{ Value: "john@example.com", Primary: true }]);
    assert.deepEqual(user.Extensions, { "aws:identitystore:enterprise": { department: "Quality" } });
    assert.equal(user.UserName, "johnny");
    assert.equal((await read(UserId)).Extensions, undefined);
  });

  it("an update cannot take required attributes away, change one item of a list, or take another's name", async () => {
    await create({ UserName: "hana" });
    const { UserId } = await create({ UserName: "mary", Emails: [{ Value: "mary@example.com" }] });
    await assert.rejects(update(UserId, "name.familyName"), {
      message: "familyname: The attribute familyname is required",
    });
    await assert.rejects(update(UserId, "emails.value", "m@example.com"), {
      name: "ValidationException",
      message:
        "Unsupported update operation on multi-value attribute emails, please provide full replacement of Multi-Value attribute types",
    });
    await assert.rejects(update(UserId, "userName", "HANA"), conflict("Duplicate UserName"));
    await assert.rejects(update(UserId, "shoeSize", "42"), ValidationException);
    await assert.rejects(update(nobody, "title", "x"), ResourceNotFoundException);
  });
});
