import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { createPlane, listen, memoryJournal, newVaultKey } from "@castellan/plane";
import { aws, skipWithoutAwsCli } from "../tools/awscli.mjs";

const region = "eu-central-1";
const skip = skipWithoutAwsCli();

/** A plane on a port, and `aws accessanalyzer …` against it as its operator; answers are what the CLI printed. */
async function accessAnalyzer(context: TestContext) {
  const home = mkdtempSync(join(tmpdir(), "castellan-analyzer-"));
  const plane = await createPlane({
    journal: memoryJournal(),
    vaultKey: newVaultKey(),
    catalog: installedCatalog(),
    auth: "enforce",
    accountId: "111122223333",
    region,
    onFault: (error) => assert.fail(String(error)),
  });
  const listening = await listen(plane, { host: "127.0.0.1", port: 0 });
  context.after(async () => {
    await listening.close();
    await plane.close();
    rmSync(home, { recursive: true });
  });
  const credentials = await plane.operatorCredentials();
  const env = {
    AWS_ENDPOINT_URL: listening.endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
  };
  return async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await aws(["accessanalyzer", ...args, "--output", "json"], { env, home });
    assert.equal(code, 0, stderr);
    return stdout === "" ? undefined : JSON.parse(stdout);
  };
}

const document = (...Statement: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });

test("the AWS CLI shows findings of a policy with their places", { skip }, async (t) => {
  const run = await accessAnalyzer(t);
  const policy = document({ Effect: "Allow", Action: "s3:GetObjet", Resource: "*" });
  const answer = await run("validate-policy", "--policy-type", "IDENTITY_POLICY", "--policy-document", policy);
  const start = policy.indexOf('"s3:GetObjet"');
  const end = start + '"s3:GetObjet"'.length;
  assert.deepEqual(answer, {
    findings: [
      {
        findingDetails: "There is no action `s3:GetObjet`. Did you mean `s3:GetObject`?",
        findingType: "ERROR",
        issueCode: "INVALID_ACTION",
        learnMoreLink:
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action",
        locations: [
          {
            path: [{ value: "Statement" }, { index: 0 }, { value: "Action" }],
            span: {
              start: { line: 1, column: start, offset: start },
              end: { line: 1, column: end, offset: end },
            },
          },
        ],
      },
    ],
  });
});

test("the AWS CLI collects findings of several pages", { skip }, async (t) => {
  const run = await accessAnalyzer(t);
  const policy = document({ Effect: "Allow", Action: ["s3:A", "s3:B", "s3:C"], Resource: "*" });
  const paged = ["--page-size", "2", "--query", "length(findings)"];
  assert.equal(
    await run("validate-policy", "--policy-type", "IDENTITY_POLICY", "--policy-document", policy, ...paged),
    3,
  );
});

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const newAccess = [
  "check-no-new-access",
  "--policy-type",
  "IDENTITY_POLICY",
  "--existing-policy-document",
  document(read),
];

test("the AWS CLI tells whether a policy grants more than before", { skip }, async (t) => {
  const run = await accessAnalyzer(t);
  const more = await run(...newAccess, "--new-policy-document", document(read, { ...read, Action: "s3:PutObject" }));
  assert.deepEqual(more, {
    result: "FAIL",
    message: "The modified permissions grant new access compared to your existing policy.",
    reasons: [{ description: "New access in the statement with index: 1.", statementIndex: 1 }],
  });
  const less = await run(...newAccess, "--new-policy-document", document({ ...read, Resource: "arn:aws:s3:::a/*" }));
  assert.equal((less as { result: string }).result, "PASS");
});

test("the AWS CLI makes an analyzer and lists its findings", { skip }, async (t) => {
  const run = await accessAnalyzer(t);
  const made = await run("create-analyzer", "--analyzer-name", "outside", "--type", "ACCOUNT");
  const arn = `arn:aws:access-analyzer:${region}:111122223333:analyzer/outside`;
  assert.deepEqual(made, { arn });
  const filter = JSON.stringify({ isPublic: { eq: ["true"] } });
  assert.deepEqual(await run("list-findings-v2", "--analyzer-arn", arn, "--filter", filter), { findings: [] });
});
