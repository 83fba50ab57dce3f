import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { AccessAnalyzer, AccessCheckResourceType } from "@aws-sdk/client-accessanalyzer";
import { policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";

async function testAnalyzer(context: TestContext) {
  const plane = await testIam(context);
  return { ...plane, analyzer: plane.clients(AccessAnalyzer) };
}

const john = { AWS: "arn:aws:iam::123456789012:user/JohnDoe" };
const allowJohn = { Sid: "AllowJohnDoe", Effect: "Allow", Principal: john };
const bucketPolicy = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Id: "123", Statement: [statement] });

/** AWS's own examples of what the checks answer [@aws-sdk/client-accessanalyzer, 2026]. */
test("access that a resource policy does not grant passes in AWS's words", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const read = await analyzer.checkAccessNotGranted({
    policyDocument: bucketPolicy({
      ...allowJohn,
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::non-sensitive-bucket/*",
    }),
    access: [{ resources: ["arn:aws:s3:::sensitive-bucket/*"] }],
    policyType: "RESOURCE_POLICY",
  });
  const message = "The policy document does not grant access to perform the listed actions or resources.";
  assert.deepEqual([read.result, read.message, read.reasons], ["PASS", message, undefined]);
});

test("access that a resource policy grants fails with its statement in AWS's words", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const { $metadata: _, ...answer } = await analyzer.checkAccessNotGranted({
    policyDocument: bucketPolicy({ ...allowJohn, Action: "s3:PutObject", Resource: "arn:aws:s3:::my-bucket/*" }),
    access: [{ resources: ["arn:aws:s3:::my-bucket/*"] }],
    policyType: "RESOURCE_POLICY",
  });
  assert.deepEqual(answer, {
    message: "The policy document grants access to perform one or more of the listed actions or resources.",
    reasons: [
      {
        description: "One or more of the listed actions or resources in the statement with sid: AllowJohnDoe.",
        statementId: "AllowJohnDoe",
        statementIndex: 0,
      },
    ],
    result: "FAIL",
  });
});

test("listed actions are looked for on any resource", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const policyDocument = policyText(
    { Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::a/*" },
    { Effect: "Allow", Action: "iam:*", Resource: "*" },
  );
  const check = (...actions: string[]) =>
    analyzer.checkAccessNotGranted({ policyDocument, access: [{ actions }], policyType: "IDENTITY_POLICY" });
  const { $metadata: _, ...answer } = await check("ec2:RunInstances", "iam:PutUserPolicy");
  assert.deepEqual(answer, {
    message: "The policy document grants access to perform one or more of the listed actions or resources.",
    reasons: [
      {
        description: "One or more of the listed actions or resources in the statement with index: 1.",
        statementIndex: 1,
      },
    ],
    result: "FAIL",
  });
  assert.equal((await check("ec2:RunInstances", "s3:PutObject")).result, "PASS");
});

test("new access is told by statement", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const [read, write] = ["s3:GetObject", "s3:PutObject"].map((Action) => ({ Effect: "Allow", Action, Resource: "*" }));
  const existingPolicyDocument = policyText(read ?? {});
  const check = (...statements: object[]) =>
    analyzer.checkNoNewAccess({
      newPolicyDocument: policyText(...statements),
      existingPolicyDocument,
      policyType: "IDENTITY_POLICY",
    });
  const { $metadata: _, ...answer } = await check(read ?? {}, write ?? {});
  assert.deepEqual(answer, {
    message: "The modified permissions grant new access compared to your existing policy.",
    reasons: [{ description: "New access in the statement with index: 1.", statementIndex: 1 }],
    result: "FAIL",
  });
  const less = { ...read, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
  assert.equal((await check(less)).result, "PASS");
});

test("the principals of an existing policy may be patterns", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const trusting = (...AWS: string[]) => policyText({ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" });
  const check = async (AWS: string) => {
    const { result } = await analyzer.checkNoNewAccess({
      newPolicyDocument: trusting(AWS),
      existingPolicyDocument: trusting("arn:aws:iam::111122223333:role/deploy-*", "arn:aws:iam::444455556666:root"),
      policyType: "RESOURCE_POLICY",
    });
    return result;
  };
  const roles = ["deploy-1", "deploy-2", "admin"].map((name) => `arn:aws:iam::111122223333:role/${name}`);
  const asked = [...roles, "111122223333", "arn:aws:iam::444455556666:user/eve"];
  assert.deepEqual(await Promise.all(asked.map(check)), ["PASS", "PASS", "FAIL", "FAIL", "PASS"]);
});

test("public access is told by statement in AWS's words", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const check = async (Principal: unknown) => {
    const policyDocument = policyText({ Sid: "Bob", Effect: "Allow", Principal, Action: ["s3:GetObject"] });
    const { $metadata: _, ...answer } = await analyzer.checkNoPublicAccess({
      policyDocument,
      resourceType: "AWS::S3::Bucket",
    });
    return answer;
  };
  assert.deepEqual(await check({ AWS: "arn:aws:iam::111122223333:user/JohnDoe" }), {
    message: "The resource policy does not grant public access for the given resource type.",
    result: "PASS",
  });
  assert.deepEqual(await check("*"), {
    message: "The resource policy grants public access for the given resource type.",
    reasons: [
      {
        description: "Public access granted in the following statement with sid: Bob.",
        statementId: "Bob",
        statementIndex: 0,
      },
    ],
    result: "FAIL",
  });
});

test("policies of every type of resource are checked", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const check = async (Principal: object, resourceType: AccessCheckResourceType) => {
    const policyDocument = policyText({ Sid: "Bob", Effect: "Allow", Principal, Action: "*" });
    const { reasons = [] } = await analyzer.checkNoPublicAccess({ policyDocument, resourceType });
    return reasons.map(({ description }) => description);
  };
  for (const resourceType of Object.values(AccessCheckResourceType)) {
    const granted = ["Public access granted in the following statement with sid: Bob."];
    assert.deepEqual(await check({ AWS: "*" }, resourceType), granted, resourceType);
    assert.deepEqual(await check({ AWS: "111122223333" }, resourceType), [], resourceType);
  }
});

test("what cannot be decided fails and says why", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const queues = (account: string) =>
    policyText({ Effect: "Allow", Action: "sqs:SendMessage", Resource: `arn:aws:sqs:us-east-1:${account}:jobs` });
  const { result, reasons } = await analyzer.checkNoNewAccess({
    newPolicyDocument: queues("1111*"),
    existingPolicyDocument: queues("2222*"),
    policyType: "IDENTITY_POLICY",
  });
  assert.equal(result, "FAIL");
  assert.match(
    reasons?.[0]?.description ?? "",
    /^New access might be granted in the statement with index: 0, because .* part of an account id/,
  );
});

test("a document that cannot be read is an error here", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const policyType = "IDENTITY_POLICY";
  const documents = { newPolicyDocument: "{", existingPolicyDocument: policyText() };
  await refused(
    analyzer.checkNoNewAccess({ ...documents, policyType }),
    "InvalidParameterException",
    /policy document is not valid/,
    400,
  );
});

test("a resource to look for has wildcards in its id only", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const policyDocument = policyText({ Effect: "Allow", Action: "*", Resource: "*" });
  const check = (...resources: string[]) =>
    analyzer.checkAccessNotGranted({ policyDocument, access: [{ resources }], policyType: "IDENTITY_POLICY" });
  await refused(check("arn:aws:sqs:*:123456789012:a"), "InvalidParameterException", /only allowed in the resource ID/);
  await refused(check("bucket"), "InvalidParameterException", /Invalid resource/);
  await refused(check(), "ValidationException", /Specify actions or resources/);
});

test("an action to look for has the form of one", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const policyDocument = policyText({ Effect: "Allow", Action: "*", Resource: "*" });
  const check = (action: string) =>
    analyzer.checkAccessNotGranted({ policyDocument, access: [{ actions: [action] }], policyType: "IDENTITY_POLICY" });
  await refused(check("GetObject"), "InvalidParameterException", "Invalid action: GetObject", 400);
  assert.equal((await check("*")).result, "FAIL");
});

test("each check needs its permission", async (t) => {
  const plane = await testIam(t);
  const asUser = await userClient(plane, "maria");
  const analyzer = plane.clients(AccessAnalyzer, { credentials: await asUser.config.credentials() });
  const policyDocument = policyText();
  await refused(
    analyzer.checkNoPublicAccess({ policyDocument, resourceType: "AWS::KMS::Key" }),
    "AccessDeniedException",
    /access-analyzer:CheckNoPublicAccess/,
    403,
  );
});
