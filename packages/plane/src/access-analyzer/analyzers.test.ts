import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessAnalyzer } from "@aws-sdk/client-accessanalyzer";
import { IAM } from "@aws-sdk/client-iam";
import { allow, policyText, refused } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { outsider, testAnalyzer, trusted } from "./testing/analyzer-for-tests.ts";

test("an organization is one zone of trust, seen from its management account", async (t) => {
  const { analyzer, clients, createAccount, createRole, organizations, states } = await testAnalyzer(t, "ORGANIZATION");
  const member = await createAccount("member");
  await createRole("forMember", trusted(member));
  const inMember = clients(IAM, { accountId: member });
  await inMember.createRole({ RoleName: "forOutsider", AssumeRolePolicyDocument: trusted(outsider) });
  const { Organization: organization } = await organizations.describeOrganization({});
  const Condition = { StringEquals: { "aws:PrincipalOrgID": organization?.Id } };
  const everybody = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
  await createRole("forOrganization", policyText({ ...everybody, Condition }));
  assert.deepEqual(await states(), ["forOutsider ACTIVE"]);
  const fromMember = clients(AccessAnalyzer, { accountId: member });
  await refused(
    fromMember.createAnalyzer({ analyzerName: "all", type: "ORGANIZATION" }),
    "ValidationException",
    /neither the management account nor a delegated administrator/,
    400,
  );
  assert.equal((await analyzer.listAnalyzers({})).analyzers?.length, 1);
});

test("an analyzer is made once, described, tagged and deleted with its findings", async (t) => {
  const { analyzer, analyzerArn, createRole, list } = await testAnalyzer(t);
  const analyzerName = "outside";
  assert.equal(analyzerArn, `arn:aws:access-analyzer:eu-central-1:${testAccount}:analyzer/outside`);
  const again = (name: string) => analyzer.createAnalyzer({ analyzerName: name, type: "ACCOUNT" });
  await refused(again("outside"), "ConflictException", /outside already exists/, 409);
  await refused(again("second"), "ServiceQuotaExceededException", "Analyzer limit exceeded", 402);
  const unchanged = analyzer.updateAnalyzer({ analyzerName });
  await refused(unchanged, "ValidationException", "This action is not supported for external access analyzers.", 400);
  await refused(
    analyzer.createAnalyzer({ analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS" }),
    "NotImplemented",
    /not built in this plane yet/,
    501,
  );
  await analyzer.tagResource({ resourceArn: analyzerArn, tags: { team: "blue", stage: "test" } });
  await analyzer.untagResource({ resourceArn: analyzerArn, tagKeys: ["stage"] });
  const { tags } = await analyzer.listTagsForResource({ resourceArn: analyzerArn });
  const { analyzer: described } = await analyzer.getAnalyzer({ analyzerName });
  const { createdAt: _, ...rest } = described ?? {};
  assert.deepEqual(rest, { arn: analyzerArn, name: "outside", type: "ACCOUNT", status: "ACTIVE", tags });
  assert.deepEqual(tags, { team: "blue" });
  await createRole("partner", trusted(outsider));
  assert.equal((await list()).length, 1);
  await analyzer.deleteAnalyzer({ analyzerName });
  await refused(list(), "ResourceNotFoundException", /does not exist/, 404);
});

test("an analyzer tells which roles it looks at and how each is shared", async (t) => {
  const { analyzer, analyzerArn, createRole } = await testAnalyzer(t);
  await createRole("shared", trusted(outsider));
  await createRole("own", trusted(testAccount));
  const { analyzedResources = [] } = await analyzer.listAnalyzedResources({
    analyzerArn,
    resourceType: "AWS::IAM::Role",
  });
  const names = analyzedResources.map(({ resourceArn }) => resourceArn?.split("/").pop());
  assert.deepEqual(
    names.filter((name) => !name?.startsWith("AWS")),
    ["own", "shared"],
  );
  const queues = await analyzer.listAnalyzedResources({ analyzerArn, resourceType: "AWS::SQS::Queue" });
  assert.deepEqual(queues.analyzedResources, []);
  const ofRole = async (name: string) => {
    const resourceArn = `arn:aws:iam::${testAccount}:role/${name}`;
    await analyzer.startResourceScan({ analyzerArn, resourceArn });
    const { resource } = await analyzer.getAnalyzedResource({ analyzerArn, resourceArn });
    return [resource?.isPublic, resource?.actions, resource?.sharedVia, resource?.status];
  };
  assert.deepEqual(await ofRole("shared"), [false, ["sts:AssumeRole"], ["POLICY"], "ACTIVE"]);
  assert.deepEqual(await ofRole("own"), [false, undefined, undefined, undefined]);
  await refused(ofRole("none"), "ResourceNotFoundException", /is not analyzed/, 404);
});

test("permission can be limited to tagged analyzers", async (t) => {
  const { analyzer, analyzerArn, clients, createUser } = await testAnalyzer(t);
  const Condition = { StringEquals: { "aws:ResourceTag/team": "blue" } };
  const statement = { ...allow("access-analyzer:ListFindings"), Condition };
  const asUser = clients(AccessAnalyzer, { credentials: await createUser("maria", [statement]) });
  await refused(asUser.listFindingsV2({ analyzerArn }), "AccessDeniedException", /access-analyzer:ListFindings/, 403);
  await analyzer.tagResource({ resourceArn: analyzerArn, tags: { team: "blue" } });
  assert.equal((await asUser.listFindingsV2({ analyzerArn })).findings?.length, 1);
});
