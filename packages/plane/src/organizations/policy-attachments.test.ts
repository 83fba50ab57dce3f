import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const deny = { Effect: "Deny", Action: "iam:CreateUser", Resource: "*" };
const PolicyType = "SERVICE_CONTROL_POLICY";

test("switching service control policies on attaches full access everywhere, off takes every attachment away", async (t) => {
  const { organizations, plane, rootId, createUnit, createPolicy, enable } = await testOrganization(t);
  const unit = await createUnit("unit");
  const { Root: pending } = await organizations.enablePolicyType({ RootId: rootId, PolicyType });
  assert.deepEqual(pending?.PolicyTypes, [{ Type: PolicyType, Status: "PENDING_ENABLE" }]);
  await plane.idle();
  const { Roots: [root] = [] } = await organizations.listRoots({});
  assert.deepEqual(root?.PolicyTypes, [{ Type: PolicyType, Status: "ENABLED" }]);
  const targets = async () => {
    const { Targets: found = [] } = await organizations.listTargetsForPolicy({ PolicyId: "p-FullAWSAccess" });
    return found.map(({ TargetId, Type }) => `${Type} ${TargetId}`).toSorted();
  };
  assert.deepEqual(await targets(), [`ACCOUNT ${testAccount}`, `ORGANIZATIONAL_UNIT ${unit}`, `ROOT ${rootId}`]);
  const PolicyId = await createPolicy("deny", deny);
  await organizations.attachPolicy({ PolicyId, TargetId: unit });
  await organizations.disablePolicyType({ RootId: rootId, PolicyType });
  await plane.idle();
  assert.deepEqual([await targets(), (await organizations.listRoots({})).Roots?.[0]?.PolicyTypes], [[], []]);
  await organizations.deletePolicy({ PolicyId });
  await enable();
  assert.equal((await targets()).length, 3);
});

test("a type is switched on once, off once, and only on the root that is there", async (t) => {
  const { organizations, rootId, enable } = await testOrganization(t);
  const off = organizations.disablePolicyType({ RootId: rootId, PolicyType });
  await refused(off, "PolicyTypeNotEnabledException", /isn't currently enabled/);
  await enable();
  const again = organizations.enablePolicyType({ RootId: rootId, PolicyType });
  await refused(again, "PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.");
  const elsewhere = organizations.enablePolicyType({ RootId: "r-none", PolicyType });
  await refused(elsewhere, "RootNotFoundException", "You specified a root that doesn't exist.");
});

test("a type that is being switched is left alone", async (t) => {
  const { organizations, rootId } = await testOrganization(t, { jobDelayMs: 60_000 });
  await organizations.enablePolicyType({ RootId: rootId, PolicyType });
  const again = organizations.enablePolicyType({ RootId: rootId, PolicyType });
  await refused(again, "PolicyChangesInProgressException", /in progress/);
});

test("new units and accounts are born with full access", async (t) => {
  const { organizations, createUnit, createAccount, enable } = await testOrganization(t);
  await enable();
  for (const TargetId of [await createUnit("unit"), await createAccount("member")]) {
    const { Policies: policies } = await organizations.listPoliciesForTarget({ TargetId, Filter: PolicyType });
    assert.deepEqual(
      policies?.map(({ Id }) => Id),
      ["p-FullAWSAccess"],
    );
  }
});

test("a policy is attached to one target once, while its type is on", async (t) => {
  const { organizations, rootId, createPolicy, enable } = await testOrganization(t);
  const PolicyId = await createPolicy("deny", deny);
  const attach = (TargetId: string, id = PolicyId) => organizations.attachPolicy({ PolicyId: id, TargetId });
  const disabled = "This operation can be performed only for enabled policy types.";
  await refused(attach(rootId), "PolicyTypeNotEnabledException", disabled);
  await enable();
  await refused(attach("r-none"), "TargetNotFoundException", "You specified a target that doesn't exist.");
  await refused(attach(rootId, "p-nonesuch"), "PolicyNotFoundException", "You specified a policy that doesn't exist.");
  await attach(rootId);
  await refused(attach(rootId), "DuplicatePolicyAttachmentException", /already attached/);
  await refused(organizations.deletePolicy({ PolicyId }), "PolicyInUseException", /You must detach it/);
});

test("a target has at least one and at most ten service control policies of its own", async (t) => {
  const { organizations, createUnit, createPolicy, enable } = await testOrganization(t);
  await enable();
  const TargetId = await createUnit("unit");
  const last = organizations.detachPolicy({ PolicyId: "p-FullAWSAccess", TargetId });
  const words =
    "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.";
  await refused(last, "ConstraintViolationException", words);
  await assert.rejects(last, { Reason: "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED" });
  const attach = async (n: number) =>
    organizations.attachPolicy({ PolicyId: await createPolicy(`p${n}`, deny), TargetId });
  for (let n = 2; n <= 10; n++) await attach(n);
  await assert.rejects(attach(11), {
    name: "ConstraintViolationException",
    Reason: "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
  });
  await organizations.detachPolicy({ PolicyId: "p-FullAWSAccess", TargetId });
  const again = organizations.detachPolicy({ PolicyId: "p-FullAWSAccess", TargetId });
  await refused(again, "PolicyNotAttachedException", /isn't attached/);
});

test("AWS's resource control policy stays attached", async (t) => {
  const { organizations, rootId, enable } = await testOrganization(t);
  await enable("RESOURCE_CONTROL_POLICY");
  const detached = organizations.detachPolicy({ PolicyId: "p-RCPFullAWSAccess", TargetId: rootId });
  await assert.rejects(detached, { name: "InvalidInputException", Reason: "NON_DETACHABLE_POLICY" });
});
