import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { lintPolicy } from "@castellan/policy";
import { AccessAnalyzer, type ValidatePolicyFinding } from "@aws-sdk/client-accessanalyzer";
import { refused, policyText, testIam, userClient } from "../testing/iam-for-tests.ts";

async function testAnalyzer(context: TestContext) {
  const plane = await testIam(context);
  return { ...plane, analyzer: plane.clients(AccessAnalyzer) };
}

const page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";
const codesOf = (findings: readonly ValidatePolicyFinding[] | undefined) =>
  findings?.map(({ issueCode }) => issueCode).sort();

test("a finding tells what is wrong, where, and where AWS explains it", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const policyDocument = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["s3:GetObject", "s3:GetObjet"],
    "Resource": "arn:aws:s3:::reports/*"
  }
}`;
  const { findings, nextToken } = await analyzer.validatePolicy({ policyDocument, policyType: "IDENTITY_POLICY" });
  assert.equal(nextToken, undefined);
  assert.deepEqual(findings, [
    {
      findingDetails: "There is no action `s3:GetObjet`. Did you mean `s3:GetObject`?",
      findingType: "ERROR",
      issueCode: "INVALID_ACTION",
      learnMoreLink: `${page}#access-analyzer-reference-policy-checks-error-invalid-action`,
      locations: [
        {
          path: [{ value: "Statement" }, { value: "Action" }, { index: 1 }],
          span: { start: { line: 5, column: 31, offset: 100 }, end: { line: 5, column: 44, offset: 113 } },
        },
      ],
    },
  ]);
});

test("a finding about two places tells both", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const { findings = [] } = await analyzer.validatePolicy({
    policyDocument: policyText({ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }),
    policyType: "IDENTITY_POLICY",
    locale: "DE",
  });
  const [found] = findings;
  assert.deepEqual(
    [found?.issueCode, found?.findingType, findings.length],
    ["PASS_ROLE_WITH_STAR_IN_RESOURCE", "SECURITY_WARNING", 1],
  );
  assert.deepEqual(
    found?.locations?.map(({ path }) => path),
    [
      [{ value: "Statement" }, { index: 0 }, { value: "Action" }],
      [{ value: "Statement" }, { index: 0 }, { value: "Resource" }],
    ],
  );
});

test("a document that is not JSON is a finding and not an error", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const { findings } = await analyzer.validatePolicy({
    policyDocument: '{"Version":"2012-10-17",',
    policyType: "IDENTITY_POLICY",
  });
  const place = { line: 1, column: 24, offset: 24 };
  assert.deepEqual(findings, [
    {
      findingDetails: "The document ends too early. Close every bracket and brace.",
      findingType: "ERROR",
      issueCode: "JSON_SYNTAX_ERROR",
      learnMoreLink: `${page}#access-analyzer-reference-policy-checks-error-json-syntax-error`,
      locations: [{ path: [], span: { start: place, end: place } }],
    },
  ]);
});

const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const kinds = [
  ["IDENTITY_POLICY", undefined, "UNSUPPORTED_PRINCIPAL"],
  ["SERVICE_CONTROL_POLICY", undefined, "SCP_SYNTAX_ERROR_PRINCIPAL"],
  ["RESOURCE_CONTROL_POLICY", undefined, "RCP_SYNTAX_ERROR_ALLOW"],
  ["RESOURCE_POLICY", "AWS::DynamoDB::Table", "UNSUPPORTED_ACTION_IN_POLICY"],
  ["RESOURCE_POLICY", "AWS::IAM::AssumeRolePolicyDocument", "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"],
] as const;

for (const [policyType, validatePolicyResourceType, code] of kinds) {
  test(`a ${validatePolicyResourceType ?? policyType} is read as what it is`, async (t) => {
    const { analyzer } = await testAnalyzer(t);
    const { findings } = await analyzer.validatePolicy({
      policyDocument: policyText(statement),
      policyType,
      ...(validatePolicyResourceType && { validatePolicyResourceType }),
    });
    assert.ok(codesOf(findings)?.includes(code), String(codesOf(findings)));
  });
}

test("what only Castellan checks is left out", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const never = { StringEquals: { "aws:PrincipalAccount": "111122223333" }, Null: { "aws:PrincipalAccount": "true" } };
  const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" };
  const policyDocument = policyText({ ...read, Condition: never });
  assert.equal(lintPolicy(policyDocument, { kind: "identity", catalog: installedCatalog() }).length, 1);
  const { findings } = await analyzer.validatePolicy({ policyDocument, policyType: "IDENTITY_POLICY" });
  assert.deepEqual(findings, []);
});

test("findings come page by page", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  const wrong = { Effect: "Allow", Action: ["s3:A", "s3:B", "s3:C"], Resource: "*" };
  const asked = { policyDocument: policyText(wrong), policyType: "IDENTITY_POLICY", maxResults: 2 } as const;
  const first = await analyzer.validatePolicy(asked);
  const second = await analyzer.validatePolicy({ ...asked, ...(first.nextToken && { nextToken: first.nextToken }) });
  const offsets = [first, second].map(({ findings }) =>
    findings?.map(({ locations }) => locations?.[0]?.span?.start?.offset),
  );
  assert.deepEqual([first.findings?.length, second.findings?.length, second.nextToken], [2, 1, undefined]);
  assert.deepEqual(offsets.flat(), offsets.flat().toSorted());
  await refused(
    analyzer.validatePolicy({ ...asked, nextToken: "?" }),
    "ValidationException",
    "Invalid nextToken.",
    400,
  );
});

test("a type of resource goes with resource policies only", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  await refused(
    analyzer.validatePolicy({
      policyDocument: policyText(statement),
      policyType: "IDENTITY_POLICY",
      validatePolicyResourceType: "AWS::S3::Bucket",
    }),
    "ValidationException",
    "InvalidInput",
    400,
  );
});

test("a type that does not exist is refused", async (t) => {
  const { analyzer } = await testAnalyzer(t);
  await refused(
    analyzer.validatePolicy({ policyDocument: "{}", policyType: "USER_POLICY" as never }),
    "ValidationException",
    /policyType/,
    400,
  );
});

test("validating needs its permission", async (t) => {
  const plane = await testIam(t);
  const asUser = await userClient(plane, "maria");
  const credentials = await asUser.config.credentials();
  const analyzer = plane.clients(AccessAnalyzer, { credentials });
  await refused(
    analyzer.validatePolicy({ policyDocument: "{}", policyType: "IDENTITY_POLICY" }),
    "AccessDeniedException",
    /access-analyzer:ValidatePolicy/,
    403,
  );
});
