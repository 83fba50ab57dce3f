import assert from "node:assert/strict";
import { test } from "node:test";
import { Organizations } from "@aws-sdk/client-organizations";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

test("a unit is made, described, renamed and deleted", async (t) => {
  const { organizations, rootId } = await testOrganization(t);
  const { Organization: organization } = await organizations.describeOrganization({});
  const { OrganizationalUnit: unit } = await organizations.createOrganizationalUnit({
    ParentId: rootId,
    Name: "Workloads",
  });
  const id = unit?.Id ?? "";
  assert.match(id, new RegExp(`^ou-${rootId.slice(2)}-[a-z0-9]{8}$`));
  const arn = `arn:aws:organizations::${testAccount}:ou/${organization?.Id}/${id}`;
  assert.deepEqual(unit, { Id: id, Arn: arn, Name: "Workloads", Path: `${organization?.Id}/${rootId}/${id}/` });
  const renamed = await organizations.updateOrganizationalUnit({ OrganizationalUnitId: id, Name: "Production" });
  assert.equal(renamed.OrganizationalUnit?.Name, "Production");
  const described = await organizations.describeOrganizationalUnit({ OrganizationalUnitId: id });
  assert.deepEqual(described.OrganizationalUnit, renamed.OrganizationalUnit);
  await organizations.deleteOrganizationalUnit({ OrganizationalUnitId: id });
  const gone = organizations.describeOrganizationalUnit({ OrganizationalUnitId: id });
  await refused(
    gone,
    "OrganizationalUnitNotFoundException",
    "You specified an organizational unit that doesn't exist.",
  );
});

test("names of units are unique under one parent", async (t) => {
  const { organizations, rootId, createUnit } = await testOrganization(t);
  const first = await createUnit("same");
  const second = await createUnit("other");
  const words = "An OU with the same name already exists.";
  const twice = organizations.createOrganizationalUnit({ ParentId: rootId, Name: "same" });
  await refused(twice, "DuplicateOrganizationalUnitException", words);
  const renamed = organizations.updateOrganizationalUnit({ OrganizationalUnitId: second, Name: "same" });
  await refused(renamed, "DuplicateOrganizationalUnitException", words);
  await organizations.updateOrganizationalUnit({ OrganizationalUnitId: second, Name: "other" });
  await createUnit("same", first);
});

test("units nest five deep", async (t) => {
  const { organizations, rootId, createUnit } = await testOrganization(t);
  let parent = rootId;
  for (const name of ["1", "2", "3", "4", "5"]) parent = await createUnit(name, parent);
  const sixth = organizations.createOrganizationalUnit({ ParentId: parent, Name: "6" });
  await refused(sixth, "ConstraintViolationException", /would exceed the max depth allowed/);
  await assert.rejects(sixth, { Reason: "OU_DEPTH_LIMIT_EXCEEDED" });
});

test("a unit that holds a unit or an account is not deleted", async (t) => {
  const { organizations, rootId, createUnit, createAccount } = await testOrganization(t);
  const outer = await createUnit("outer");
  const inner = await createUnit("inner", outer);
  const deleted = () => organizations.deleteOrganizationalUnit({ OrganizationalUnitId: outer });
  await refused(deleted(), "OrganizationalUnitNotEmptyException", /not empty/);
  await organizations.deleteOrganizationalUnit({ OrganizationalUnitId: inner });
  const account = await createAccount("member");
  await organizations.moveAccount({ AccountId: account, SourceParentId: rootId, DestinationParentId: outer });
  await refused(deleted(), "OrganizationalUnitNotEmptyException", /not empty/);
});

test("children and parents are told from both sides, page by page", async (t) => {
  const { organizations, rootId, createUnit, createAccount } = await testOrganization(t);
  const units = [];
  for (const name of ["a", "b", "c"]) units.push(await createUnit(name));
  const account = await createAccount("member");
  const first = await organizations.listOrganizationalUnitsForParent({ ParentId: rootId, MaxResults: 2 });
  const { NextToken } = first;
  const second = await organizations.listOrganizationalUnitsForParent({ ParentId: rootId, MaxResults: 2, NextToken });
  const listed = [...(first.OrganizationalUnits ?? []), ...(second.OrganizationalUnits ?? [])].map(({ Id }) => Id);
  assert.deepEqual([listed, second.NextToken], [units.toSorted(), undefined]);
  const children = await organizations.listChildren({ ParentId: rootId, ChildType: "ACCOUNT" });
  assert.deepEqual(
    children.Children?.map(({ Id }) => Id),
    [account, testAccount].toSorted(),
  );
  assert.deepEqual((await organizations.listParents({ ChildId: account })).Parents, [{ Id: rootId, Type: "ROOT" }]);
  const inner = await createUnit("inner", units[0]);
  const { Parents: parents } = await organizations.listParents({ ChildId: inner });
  assert.deepEqual(parents, [{ Id: units[0], Type: "ORGANIZATIONAL_UNIT" }]);
});

test("a parent, child or token that is not there is refused", async (t) => {
  const { organizations, rootId } = await testOrganization(t);
  const nowhere = "r-none";
  const parentWords = "You specified parent that doesn't exist.";
  await refused(
    organizations.listChildren({ ParentId: nowhere, ChildType: "ACCOUNT" }),
    "ParentNotFoundException",
    parentWords,
  );
  await refused(organizations.listAccountsForParent({ ParentId: nowhere }), "ParentNotFoundException", parentWords);
  await refused(
    organizations.createOrganizationalUnit({ ParentId: nowhere, Name: "x" }),
    "ParentNotFoundException",
    parentWords,
  );
  const child = organizations.listParents({ ChildId: "999988887777" });
  await refused(child, "ChildNotFoundException", "You specified a child that doesn't exist.");
  const page = organizations.listAccountsForParent({ ParentId: rootId, NextToken: "not-ours" });
  await assert.rejects(page, { name: "InvalidInputException", Reason: "INVALID_NEXT_TOKEN" });
});

test("making a unit with tags needs permission to tag", async (t) => {
  const { clients, rootId, createUser } = await testOrganization(t);
  const statement = { Effect: "Allow", Action: "organizations:CreateOrganizationalUnit", Resource: "*" };
  const asMaker = clients(Organizations, { credentials: await createUser("maker", [statement]) });
  await asMaker.createOrganizationalUnit({ ParentId: rootId, Name: "plain" });
  const tagged = asMaker.createOrganizationalUnit({
    ParentId: rootId,
    Name: "tagged",
    Tags: [{ Key: "k", Value: "v" }],
  });
  await refused(tagged, "AccessDeniedException", /organizations:TagResource/);
});
