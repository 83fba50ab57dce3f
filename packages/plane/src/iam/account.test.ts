import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccountAliasCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  type IAMClient,
  ListAccountAliasesCommand,
  PutGroupPolicyCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const document = policyText(allow("s3:GetObject"));

async function furnish(iam: IAMClient): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName: "ann", Tags: [{ Key: "a", Value: "1" }] }));
  await iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  await iam.send(new PutGroupPolicyCommand({ GroupName: "devs", PolicyName: "in", PolicyDocument: document }));
  await iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: readOnly }));
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  await iam.send(new CreatePolicyCommand({ PolicyName: "p", PolicyDocument: document }));
  await iam.send(
    new CreatePolicyVersionCommand({ PolicyArn: `arn:aws:iam::${testAccount}:policy/p`, PolicyDocument: document }),
  );
}

test("an account has one alias, which a new one replaces and no other account may have", async (t) => {
  const { iam } = await testIam(t);
  const list = async () => (await iam.send(new ListAccountAliasesCommand({}))).AccountAliases;
  assert.deepEqual(await list(), []);
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: "first" }));
  await refused(
    iam.send(new CreateAccountAliasCommand({ AccountAlias: "first" })),
    "EntityAlreadyExists",
    "The account alias first already exists.",
    409,
  );
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: "second" }));
  assert.deepEqual(await list(), ["second"]);
  await refused(
    iam.send(new DeleteAccountAliasCommand({ AccountAlias: "first" })),
    "NoSuchEntity",
    "The account alias first cannot be found.",
    404,
  );
  await iam.send(new DeleteAccountAliasCommand({ AccountAlias: "second" }));
  assert.deepEqual(await list(), []);
});

test("the summary counts what is there and names the quotas", async (t) => {
  const { iam } = await testIam(t);
  const { SummaryMap: before = {} }: { SummaryMap?: Record<string, number> | undefined } = await iam.send(
    new GetAccountSummaryCommand({}),
  );
  await furnish(iam);
  const { SummaryMap: after = {} } = await iam.send(new GetAccountSummaryCommand({}));
  assert.equal(Object.keys(after).length, 34);
  const grown = Object.fromEntries(
    Object.entries(after)
      .map(([key, value]) => [key, value - (before[key] ?? 0)])
      .filter(([, value]) => value !== 0),
  );
  assert.deepEqual(grown, { Users: 1, Groups: 1, Roles: 1, Policies: 1, PolicyVersionsInUse: 2 });
  assert.deepEqual([after.UsersQuota, after.PolicySizeQuota, after.AssumeRolePolicySizeQuota], [5000, 6144, 2048]);
  assert.equal(after.AccountAccessKeysPresent, 1);
});

test("the authorization details show everything in the account and AWS's policies it uses", async (t) => {
  const { iam } = await testIam(t);
  await furnish(iam);
  const details = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
  const [user] = details.UserDetailList ?? [];
  assert.deepEqual(
    [user?.UserName, user?.GroupList, user?.UserPolicyList, user?.Tags],
    ["ann", ["devs"], undefined, [{ Key: "a", Value: "1" }]],
  );
  assert.deepEqual(user?.AttachedManagedPolicies, [{ PolicyName: "ReadOnlyAccess", PolicyArn: readOnly }]);
  const [group] = details.GroupDetailList ?? [];
  assert.equal(decodeURIComponent(group?.GroupPolicyList?.[0]?.PolicyDocument ?? ""), document);
  const role = details.RoleDetailList?.find(({ RoleName }) => RoleName === "r");
  assert.deepEqual([role?.RolePolicyList, role?.InstanceProfileList, role?.RoleLastUsed, role?.Tags], [[], [], {}, []]);
  const own = details.Policies?.find(({ PolicyName }) => PolicyName === "p");
  assert.deepEqual(
    own?.PolicyVersionList?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion]),
    [
      ["v2", false],
      ["v1", true],
    ],
  );
  assert.deepEqual(
    details.Policies?.map(({ PolicyName }) => PolicyName),
    ["p", "AdministratorAccess", "ReadOnlyAccess"],
  );
});

test("the authorization details are told by kind and in pages", async (t) => {
  const { iam } = await testIam(t);
  await furnish(iam);
  const users = await iam.send(new GetAccountAuthorizationDetailsCommand({ Filter: ["User", "LocalManagedPolicy"] }));
  assert.deepEqual(users.GroupDetailList, []);
  assert.deepEqual([users.UserDetailList?.length, users.Policies?.map(({ PolicyName }) => PolicyName)], [1, ["p"]]);
  const names: (string | undefined)[] = [];
  let marker: string | undefined;
  do {
    const page = await iam.send(
      new GetAccountAuthorizationDetailsCommand({
        Marker: marker,
        MaxItems: 1,
        Filter: ["User", "Group", "LocalManagedPolicy"],
      }),
    );
    names.push(
      ...(page.UserDetailList ?? []).map((user) => user.UserName),
      ...(page.GroupDetailList ?? []).map((group) => group.GroupName),
    );
    names.push(...(page.Policies ?? []).map((policy) => policy.PolicyName));
    marker = page.Marker;
  } while (marker !== undefined);
  assert.deepEqual(names, ["ann", "devs", "p"]);
});

test("a caller without permission learns nothing of the account", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", allow("iam:ListUsers"));
  await refused(
    ann.send(new GetAccountSummaryCommand({})),
    "AccessDenied",
    /iam:GetAccountSummary on resource: \*/,
    403,
  );
  await refused(
    ann.send(new GetAccountAuthorizationDetailsCommand({})),
    "AccessDenied",
    /iam:GetAccountAuthorizationDetails/,
    403,
  );
  await refused(
    ann.send(new CreateAccountAliasCommand({ AccountAlias: "mine" })),
    "AccessDenied",
    /iam:CreateAccountAlias/,
    403,
  );
});
