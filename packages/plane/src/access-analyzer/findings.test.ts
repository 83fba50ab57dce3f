import assert from "node:assert/strict";
import { test } from "node:test";
import { type Criterion } from "@aws-sdk/client-accessanalyzer";
import { policyText, refused, trustText } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { isOurs, nameOf, outsider, testAnalyzer, trusted } from "./testing/analyzer-for-tests.ts";

test("a role that another account may assume is a finding with all that AWS tells of it", async (t) => {
  const { analyzer, analyzerArn, createRole, list } = await testAnalyzer(t);
  await createRole(
    "Cognito_testpoolAuth_Role",
    policyText({
      Effect: "Allow",
      Principal: { Federated: "cognito-identity.amazonaws.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { "cognito-identity.amazonaws.com:aud": "us-west-2:0-0" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
      },
    }),
  );
  const [summary, ...others] = await list();
  assert.equal(others.length, 0);
  const { id = "", createdAt, updatedAt, analyzedAt } = summary ?? {};
  const common = {
    id,
    createdAt,
    updatedAt,
    resource: `arn:aws:iam::${testAccount}:role/Cognito_testpoolAuth_Role`,
    resourceType: "AWS::IAM::Role",
    resourceOwnerAccount: testAccount,
    status: "ACTIVE",
    findingType: "ExternalAccess",
  };
  assert.deepEqual(summary, { ...common, analyzedAt });
  const { $metadata: _, analyzedAt: __, ...whole } = await analyzer.getFindingV2({ analyzerArn, id });
  const externalAccessDetails = {
    action: ["sts:AssumeRoleWithWebIdentity"],
    condition: { "cognito-identity.amazonaws.com:aud": "us-west-2:0-0" },
    isPublic: false,
    principal: { Federated: "cognito-identity.amazonaws.com" },
  };
  assert.deepEqual(whole, { ...common, findingDetails: [{ externalAccessDetails }] });
  const { finding } = await analyzer.getFinding({ analyzerArn, id });
  assert.deepEqual([finding?.principal, finding?.isPublic], [externalAccessDetails.principal, false]);
});

test("roles for services and for one's own account are no findings; a role for everybody is public", async (t) => {
  const { analyzer, analyzerArn, createRole, states, list } = await testAnalyzer(t);
  await createRole("forEc2", trustText({ Service: "ec2.amazonaws.com" }));
  await createRole("forUs", trusted(testAccount));
  await createRole("forThem", trusted(`arn:aws:iam::${outsider}:root`));
  await createRole("forAll", trustText({ AWS: "*" }));
  assert.deepEqual(await states(), ["forAll ACTIVE", "forThem ACTIVE"]);
  const names = async (filter: Record<string, Criterion>) => (await list(filter)).map(nameOf);
  assert.deepEqual(await names({ isPublic: { eq: ["true"] } }), ["forAll"]);
  assert.deepEqual(await names({ "principal.AWS": { eq: [outsider] } }), ["forThem"]);
  assert.deepEqual(await names({ resource: { contains: ["for"] }, "principal.AWS": { neq: ["*"] } }), ["forThem"]);
  assert.deepEqual(await names({ error: { exists: true } }), []);
  await refused(list({ colour: { eq: ["red"] } }), "ValidationException", /Invalid filter key: colour/, 400);
  const { findings: sorted } = await analyzer.listFindingsV2({
    analyzerArn,
    sort: { attributeName: "resource", orderBy: "DESC" },
  });
  assert.deepEqual(sorted?.filter(isOurs).map(nameOf), ["forThem", "forAll"]);
});

test("the roles of Identity Center are findings, for people come to them from a provider", async (t) => {
  const { analyzer, analyzerArn } = await testAnalyzer(t);
  const { findings: [finding] = [] } = await analyzer.listFindings({ analyzerArn });
  assert.match(finding?.resource ?? "", /AWSReservedSSO_AdministratorAccess/);
  assert.deepEqual(
    [finding?.isPublic, Object.keys(finding?.principal ?? {}), finding?.action],
    [false, ["Federated"], ["sts:AssumeRoleWithSAML", "sts:TagSession"]],
  );
});

test("a finding is resolved when the trust ends and active when it comes back", async (t) => {
  const { iam, createRole, states, list } = await testAnalyzer(t);
  await createRole("partner", trusted(outsider));
  const [before] = await list();
  await iam.updateAssumeRolePolicy({ RoleName: "partner", PolicyDocument: trusted(testAccount) });
  assert.deepEqual(await states(), ["partner RESOLVED"]);
  await iam.updateAssumeRolePolicy({ RoleName: "partner", PolicyDocument: trusted(outsider) });
  const [after] = await list();
  assert.deepEqual([after?.status, after?.id], ["ACTIVE", before?.id]);
  await iam.deleteRole({ RoleName: "partner" });
  assert.deepEqual(await states(), ["partner RESOLVED"]);
});

test("findings are archived and made active again by id and by resource", async (t) => {
  const { analyzer, analyzerArn, createRole, states, list } = await testAnalyzer(t);
  await createRole("a", trusted(outsider));
  await createRole("b", trusted(outsider));
  const [a] = await list({ resource: { contains: ["role/a"] } });
  await analyzer.updateFindings({ analyzerArn, status: "ARCHIVED", ids: [a?.id ?? ""] });
  assert.deepEqual(await states(), ["a ARCHIVED", "b ACTIVE"]);
  const resourceArn = `arn:aws:iam::${testAccount}:role/a`;
  await analyzer.updateFindings({ analyzerArn, status: "ACTIVE", resourceArn });
  assert.deepEqual(await states(), ["a ACTIVE", "b ACTIVE"]);
  const nowhere = analyzer.updateFindings({ analyzerArn, status: "ACTIVE", ids: ["none"] });
  await refused(nowhere, "ResourceNotFoundException", /finding none does not exist/, 404);
});
