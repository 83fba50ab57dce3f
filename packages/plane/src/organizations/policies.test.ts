import assert from "node:assert/strict";
import { test } from "node:test";
import { allow, policyText, refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const content = policyText({ Effect: "Deny", Action: "iam:CreateUser", Resource: "*" });
const scp = { Type: "SERVICE_CONTROL_POLICY", Description: "", Content: content } as const;
const unmet = "The provided policy document does not meet the requirements of the specified policy type.";

test("a policy is made, described, updated and deleted", async (t) => {
  const { organizations } = await testOrganization(t);
  const { Organization: organization } = await organizations.describeOrganization({});
  const { Policy: policy } = await organizations.createPolicy({ ...scp, Name: "No users", Description: "none" });
  const id = policy?.PolicySummary?.Id ?? "";
  assert.match(id, /^p-[a-z0-9]{8}$/);
  const Arn = `arn:aws:organizations::${testAccount}:policy/${organization?.Id}/service_control_policy/${id}`;
  const summary = { Id: id, Arn, Name: "No users", Description: "none", Type: scp.Type, AwsManaged: false };
  assert.deepEqual(policy, { PolicySummary: summary, Content: content });
  assert.deepEqual((await organizations.describePolicy({ PolicyId: id })).Policy, policy);
  const { Policy: updated } = await organizations.updatePolicy({ PolicyId: id, Name: "Nobody" });
  assert.deepEqual(updated, { PolicySummary: { ...summary, Name: "Nobody" }, Content: content });
  await organizations.deletePolicy({ PolicyId: id });
  const gone = organizations.describePolicy({ PolicyId: id });
  await refused(gone, "PolicyNotFoundException", "You specified a policy that doesn't exist.");
});

test("names are unique among policies of one type", async (t) => {
  const { organizations } = await testOrganization(t);
  await organizations.createPolicy({ ...scp, Name: "same" });
  await refused(organizations.createPolicy({ ...scp, Name: "same" }), "DuplicatePolicyException", /already exists/);
  await refused(
    organizations.createPolicy({ ...scp, Name: "FullAWSAccess" }),
    "DuplicatePolicyException",
    /already exists/,
  );
  await organizations.createPolicy({ Type: "TAG_POLICY", Description: "", Content: '{"tags":{}}', Name: "same" });
  const { Policy: other } = await organizations.createPolicy({ ...scp, Name: "other" });
  const renamed = organizations.updatePolicy({ PolicyId: other?.PolicySummary?.Id, Name: "same" });
  await refused(renamed, "DuplicatePolicyException", /already exists/);
});

test("a document that is not one of its type is malformed", async (t) => {
  const { organizations, createPolicy } = await testOrganization(t);
  const create = (
    Content: string,
    Type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY" | "TAG_POLICY" = scp.Type,
  ) => organizations.createPolicy({ Name: "x", Description: "", Type, Content });
  await refused(create("{"), "MalformedPolicyDocumentException", unmet);
  const principal = policyText({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" });
  await refused(create(principal), "MalformedPolicyDocumentException", unmet);
  await refused(create(content, "RESOURCE_CONTROL_POLICY"), "MalformedPolicyDocumentException", unmet);
  await refused(create("[]", "TAG_POLICY"), "MalformedPolicyDocumentException", unmet);
  const PolicyId = await createPolicy("good", { Effect: "Deny", Action: "*", Resource: "*" });
  await refused(organizations.updatePolicy({ PolicyId, Content: "{}" }), "MalformedPolicyDocumentException", unmet);
});

test("a document has a largest size, white space included", async (t) => {
  const { organizations } = await testOrganization(t);
  const sized = (length: number) => content + " ".repeat(length - content.length);
  await organizations.createPolicy({ ...scp, Name: "fits", Content: sized(10_240) });
  const tooLarge = organizations.createPolicy({ ...scp, Name: "large", Content: sized(10_241) });
  await assert.rejects(tooLarge, { name: "ConstraintViolationException", Reason: "POLICY_CONTENT_LIMIT_EXCEEDED" });
});

test("AWS's own policies are listed and described but not changed", async (t) => {
  const { organizations, createPolicy } = await testOrganization(t);
  const own = await createPolicy("own", { Effect: "Deny", Action: "*", Resource: "*" });
  const first = await organizations.listPolicies({ Filter: "SERVICE_CONTROL_POLICY", MaxResults: 1 });
  const second = await organizations.listPolicies({
    Filter: "SERVICE_CONTROL_POLICY",
    MaxResults: 1,
    NextToken: first.NextToken,
  });
  assert.deepEqual(
    [first, second].map(({ Policies: [policy] = [] }) => policy?.Id),
    ["p-FullAWSAccess", own].toSorted(),
  );
  const { Policy: full } = await organizations.describePolicy({ PolicyId: "p-FullAWSAccess" });
  assert.deepEqual(full?.PolicySummary, {
    Id: "p-FullAWSAccess",
    Arn: "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
    Name: "FullAWSAccess",
    Description: "Allows access to every operation",
    Type: "SERVICE_CONTROL_POLICY",
    AwsManaged: true,
  });
  const immutable = { name: "InvalidInputException", Reason: "IMMUTABLE_POLICY" };
  await assert.rejects(organizations.updatePolicy({ PolicyId: "p-FullAWSAccess", Name: "mine" }), immutable);
  await assert.rejects(organizations.deletePolicy({ PolicyId: "p-FullAWSAccess" }), immutable);
});

test("permission to change policies can be limited to a type", async (t) => {
  const { clients, createUser } = await testOrganization(t);
  const condition = { StringEquals: { "organizations:PolicyType": "TAG_POLICY" } };
  const statement = { ...allow("organizations:CreatePolicy"), Condition: condition };
  const { Organizations } = await import("@aws-sdk/client-organizations");
  const asTagger = clients(Organizations, { credentials: await createUser("tagger", [statement]) });
  await asTagger.createPolicy({ Type: "TAG_POLICY", Description: "", Content: "{}", Name: "tags" });
  await refused(asTagger.createPolicy({ ...scp, Name: "scp" }), "AccessDeniedException", /organizations:CreatePolicy/);
});
