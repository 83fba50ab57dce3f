import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  AccessDeniedException,
  ConflictException,
  CreateInstanceCommand,
  CreatePermissionSetCommand,
  DeletePermissionSetCommand,
  DescribeInstanceCommand,
  DescribePermissionSetCommand,
  ListInstancesCommand,
  ListPermissionSetsCommand,
  ListTagsForResourceCommand,
  ResourceNotFoundException,
  SSOAdminClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateInstanceCommand,
  UpdatePermissionSetCommand,
  ValidationException,
} from "@aws-sdk/client-sso-admin";
import {
  type IdentityCenterForTests,
  identityCenterForTests,
  memberAccount,
} from "../testing/identity-center-for-tests.ts";

describe("instances and permission sets", () => {
  let center: IdentityCenterForTests;
  before(async () => void (center = await identityCenterForTests()));
  after(() => center.close());

  it("the organization instance is listed in every account of the organization", async () => {
    const { clients, InstanceArn, IdentityStoreId } = center;
    const { Instances = [] } = await clients(SSOAdminClient, { accountId: memberAccount }).send(
      new ListInstancesCommand({}),
    );
    assert.deepEqual(
      Instances.map((instance) => [
        instance.InstanceArn,
        instance.IdentityStoreId,
        instance.OwnerAccountId,
        instance.Status,
        instance.PrimaryRegion,
      ]),
      [[InstanceArn, IdentityStoreId, "111122223333", "ACTIVE", "eu-central-1"]],
    );
    assert.match(InstanceArn, /^arn:aws:sso:::instance\/ssoins-[0-9a-f]{16}$/);
    assert.match(IdentityStoreId, /^d-[0-9a-f]{10}$/);
  });

  it("an instance can be named", async () => {
    const { sso, InstanceArn } = center;
    await sso.send(new UpdateInstanceCommand({ InstanceArn, Name: "example" }));
    const described = await sso.send(new DescribeInstanceCommand({ InstanceArn }));
    assert.deepEqual([described.Name, described.PermissionSetsEnabled], ["example", true]);
  });

  it("the management account cannot create an instance", async () => {
    await assert.rejects(center.sso.send(new CreateInstanceCommand({ Name: "second" })), {
      message: "Organization management account is not allowed to perform the operation.",
    });
  });

  it("a created permission set is described as it was made", async () => {
    const { sso, InstanceArn } = center;
    const made = await sso.send(
      new CreatePermissionSetCommand({
        InstanceArn,
        Name: "Reader",
        Description: "reads",
        RelayState: "https://example.com",
        SessionDuration: "PT8H",
      }),
    );
    const { PermissionSetArn } = made.PermissionSet ?? {};
    const { PermissionSet } = await sso.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }));
    assert.deepEqual(PermissionSet, made.PermissionSet);
    assert.match(PermissionSetArn ?? "", /^arn:aws:sso:::permissionSet\/ssoins-[0-9a-f]{16}\/ps-[0-9a-f]{16}$/);
    assert.deepEqual([PermissionSet?.Description, PermissionSet?.SessionDuration], ["reads", "PT8H"]);
  });

  it("an update keeps what it does not name, but clears the relay state", async () => {
    const { sso, InstanceArn } = center;
    const facts = { InstanceArn, Name: "Updated", Description: "before", RelayState: "https://example.com" };
    const { PermissionSet: set } = await sso.send(new CreatePermissionSetCommand(facts));
    const PermissionSetArn = set?.PermissionSetArn;
    assert.equal(set?.SessionDuration, "PT1H");
    await sso.send(new UpdatePermissionSetCommand({ InstanceArn, PermissionSetArn, SessionDuration: "PT2H30M" }));
    const { PermissionSet: after } = await sso.send(
      new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }),
    );
    assert.deepEqual([after?.Description, after?.SessionDuration, after?.RelayState], ["before", "PT2H30M", undefined]);
  });

  it("names are unique and sessions last between one and twelve hours", async () => {
    const { sso, InstanceArn } = center;
    await center.permissionSet("Once");
    await assert.rejects(sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: "Once" })), (error: unknown) => {
      return error instanceof ConflictException && error.message === "PermissionSet with name Once already exists.";
    });
    for (const SessionDuration of ["PT30M", "PT13H", "P1Y"]) {
      await assert.rejects(
        sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: "Odd", SessionDuration })),
        ValidationException,
      );
    }
  });

  it("permission sets are listed in pages until they are deleted", async () => {
    const { sso, InstanceArn } = center;
    const { PermissionSets: all = [] } = await sso.send(new ListPermissionSetsCommand({ InstanceArn }));
    const first = await sso.send(new ListPermissionSetsCommand({ InstanceArn, MaxResults: 2 }));
    const rest = await sso.send(new ListPermissionSetsCommand({ InstanceArn, NextToken: first.NextToken }));
    assert.deepEqual([...(first.PermissionSets ?? []), ...(rest.PermissionSets ?? [])], all);
    const PermissionSetArn = await center.permissionSet("Short");
    await sso.send(new DeletePermissionSetCommand({ InstanceArn, PermissionSetArn }));
    assert.deepEqual((await sso.send(new ListPermissionSetsCommand({ InstanceArn }))).PermissionSets, all);
    const id = PermissionSetArn.split("/").at(-1);
    await assert.rejects(
      sso.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn })),
      (error: unknown) => {
        return (
          error instanceof ResourceNotFoundException && error.message === `Could not find PermissionSet with id ${id}`
        );
      },
    );
  });

  it("tags are added, replaced and removed", async () => {
    const { sso, InstanceArn } = center;
    const Tags = [
      { Key: "owner", Value: "a" },
      { Key: "stage", Value: "dev" },
    ];
    const { PermissionSet: set } = await sso.send(
      new CreatePermissionSetCommand({ InstanceArn, Name: "Tagged", Tags }),
    );
    const ResourceArn = set?.PermissionSetArn;
    await sso.send(new TagResourceCommand({ InstanceArn, ResourceArn, Tags: [{ Key: "owner", Value: "b" }] }));
    await sso.send(new UntagResourceCommand({ InstanceArn, ResourceArn, TagKeys: ["stage"] }));
    const listed = await sso.send(new ListTagsForResourceCommand({ InstanceArn, ResourceArn }));
    assert.deepEqual(listed.Tags, [{ Key: "owner", Value: "b" }]);
    await sso.send(new TagResourceCommand({ ResourceArn: InstanceArn, Tags }));
    assert.deepEqual((await sso.send(new ListTagsForResourceCommand({ ResourceArn: InstanceArn }))).Tags, Tags);
  });

  it("only the owner of the instance administers it", async () => {
    const { clients, InstanceArn } = center;
    const member = clients(SSOAdminClient, { accountId: memberAccount });
    await assert.rejects(member.send(new ListPermissionSetsCommand({ InstanceArn })), AccessDeniedException);
    await assert.rejects(
      member.send(new CreatePermissionSetCommand({ InstanceArn, Name: "Mine" })),
      AccessDeniedException,
    );
  });

  it("a policy may bind a caller to tags of permission sets", async () => {
    const { clients, sso, InstanceArn } = center;
    const { PermissionSet: own } = await sso.send(
      new CreatePermissionSetCommand({ InstanceArn, Name: "Own", Tags: [{ Key: "team", Value: "blue" }] }),
    );
    await sso.send(new TagResourceCommand({ ResourceArn: InstanceArn, Tags: [{ Key: "team", Value: "blue" }] }));
    const other = await center.permissionSet("Other");
    const Condition = { StringEquals: { "aws:ResourceTag/team": "blue" } };
    const credentials = await center.iamUser("blue", {
      Effect: "Allow",
      Action: "sso:DescribePermissionSet",
      Resource: "*",
      Condition,
    });
    const blue = clients(SSOAdminClient, { credentials });
    await blue.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn: own?.PermissionSetArn }));
    await assert.rejects(
      blue.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn: other })),
      (error: unknown) => {
        assert.ok(error instanceof AccessDeniedException);
        assert.match(
          error.message,
          /user\/blue is not authorized to perform: sso:DescribePermissionSet on resource: arn:aws:sso:::permissionSet/,
        );
        return true;
      },
    );
  });
});
