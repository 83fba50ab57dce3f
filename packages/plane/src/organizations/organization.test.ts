import assert from "node:assert/strict";
import { test } from "node:test";
import { Organizations } from "@aws-sdk/client-organizations";
import { allow, refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

test("a new plane has an organization with one root and its management account", async (t) => {
  const { organizations, rootId } = await testOrganization(t);
  const { Organization: organization } = await organizations.describeOrganization({});
  const id = organization?.Id ?? "";
  assert.match(id, /^o-[a-z0-9]{10}$/);
  assert.match(rootId, /^r-[0-9a-z]{4}$/);
  assert.deepEqual(organization, {
    Id: id,
    Arn: `arn:aws:organizations::${testAccount}:organization/${id}`,
    FeatureSet: "ALL",
    MasterAccountArn: `arn:aws:organizations::${testAccount}:account/${id}/${testAccount}`,
    MasterAccountId: testAccount,
    MasterAccountEmail: "management@castellan.invalid",
    AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
  });
  const { Roots: roots } = await organizations.listRoots({});
  const Arn = `arn:aws:organizations::${testAccount}:root/${id}/${rootId}`;
  assert.deepEqual(roots, [{ Id: rootId, Arn, Name: "Root", PolicyTypes: [] }]);
});

test("an organization is deleted when it is empty, and made again", async (t) => {
  const { organizations, createUnit, enable } = await testOrganization(t);
  await enable();
  await createUnit("left-over");
  const created = organizations.createOrganization({});
  await refused(created, "AlreadyInOrganizationException", "The AWS account is already a member of an organization.");
  await organizations.deleteOrganization({});
  const notInUse = "Your account is not a member of an organization.";
  await refused(organizations.describeOrganization({}), "AWSOrganizationsNotInUseException", notInUse);
  const { Organization: organization } = await organizations.createOrganization({ FeatureSet: "CONSOLIDATED_BILLING" });
  assert.deepEqual([organization?.FeatureSet, organization?.MasterAccountId], ["CONSOLIDATED_BILLING", testAccount]);
  const { Roots: [root] = [] } = await organizations.listRoots({});
  const { OrganizationalUnits: units } = await organizations.listOrganizationalUnitsForParent({ ParentId: root?.Id });
  assert.deepEqual(units, []);
  const enabled = organizations.enablePolicyType({ RootId: root?.Id, PolicyType: "SERVICE_CONTROL_POLICY" });
  await refused(enabled, "PolicyTypeNotAvailableForOrganizationException", /feature set/);
});

test("an organization with member accounts is not deleted", async (t) => {
  const { organizations, createAccount } = await testOrganization(t);
  await createAccount("member");
  await refused(
    organizations.deleteOrganization({}),
    "OrganizationNotEmptyException",
    /must first remove all member accounts/,
  );
});

test("a member account may describe the organization and nothing else", async (t) => {
  const { organizations, clients, createAccount } = await testOrganization(t);
  const member = await createAccount("member");
  const fromMember = clients(Organizations, { accountId: member });
  assert.equal((await fromMember.describeOrganization({})).Organization?.MasterAccountId, testAccount);
  const words = "You don't have permissions to access this resource.";
  await refused(fromMember.listAccounts({}), "AccessDeniedException", words);
  await refused(fromMember.createAccount({ AccountName: "x", Email: "x@example.com" }), "AccessDeniedException", words);
  await organizations.describeAccount({ AccountId: member });
});

test("a caller whose policies do not allow it is refused", async (t) => {
  const { clients, createUser } = await testOrganization(t);
  const credentials = await createUser("reader", [allow("organizations:Describe*")]);
  const asReader = clients(Organizations, { credentials });
  await asReader.describeOrganization({});
  await refused(
    asReader.listAccounts({}),
    "AccessDeniedException",
    /not authorized to perform: organizations:ListAccounts/,
  );
});
