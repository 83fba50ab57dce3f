import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";

test("the root, units, accounts and policies have tags", async (t) => {
  const { organizations, rootId, createUnit, createAccount, createPolicy } = await testOrganization(t);
  const policy = await createPolicy("deny", { Effect: "Deny", Action: "*", Resource: "*" });
  for (const ResourceId of [rootId, await createUnit("unit"), await createAccount("member"), policy]) {
    const tags = async () => (await organizations.listTagsForResource({ ResourceId })).Tags;
    await organizations.tagResource({
      ResourceId,
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "2" },
      ],
    });
    await organizations.tagResource({ ResourceId, Tags: [{ Key: "a", Value: "3" }] });
    assert.deepEqual(await tags(), [
      { Key: "a", Value: "3" },
      { Key: "b", Value: "2" },
    ]);
    await organizations.untagResource({ ResourceId, TagKeys: ["a"] });
    assert.deepEqual(await tags(), [{ Key: "b", Value: "2" }]);
  }
});

test("tag keys are the customer's own, each once, fifty at most", async (t) => {
  const { organizations, rootId: ResourceId } = await testOrganization(t);
  const tag = (...keys: string[]) =>
    organizations.tagResource({ ResourceId, Tags: keys.map((Key) => ({ Key, Value: "" })) });
  await assert.rejects(tag("same", "same"), { name: "InvalidInputException", Reason: "DUPLICATE_TAG_KEY" });
  await assert.rejects(tag("aws:mine"), { name: "InvalidInputException", Reason: "INVALID_SYSTEM_TAGS_PARAMETER" });
  const fifty = Array.from({ length: 50 }, (_, n) => `k${n}`);
  await tag(...fifty);
  await assert.rejects(tag("one-more"), { name: "ConstraintViolationException", Reason: "MAX_TAG_LIMIT_EXCEEDED" });
  assert.equal((await organizations.listTagsForResource({ ResourceId })).Tags?.length, 50);
  const nowhere = organizations.tagResource({ ResourceId: "r-none", Tags: [] });
  await refused(nowhere, "TargetNotFoundException", "You specified a target that doesn't exist.");
});
