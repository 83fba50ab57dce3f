import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  type IAMClient,
  ListPoliciesCommand,
  type ListPoliciesCommandInput,
  ListPolicyVersionsCommand,
  PutUserPermissionsBoundaryCommand,
  SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const document = policyText(allow("s3:GetObject"));
const own = (name: string) => `arn:aws:iam::${testAccount}:policy/${name}`;
const create = (iam: IAMClient, name: string) =>
  iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument: document }));

test("a policy is created, shown and deleted", async (t) => {
  const { iam } = await testIam(t);
  const input = {
    PolicyName: "Read",
    Path: "/data/",
    PolicyDocument: document,
    Description: "reads",
    Tags: [{ Key: "a", Value: "1" }],
  };
  const { Policy: created } = await iam.send(new CreatePolicyCommand(input));
  assert.equal(created?.Arn, own("data/Read"));
  assert.match(created?.PolicyId ?? "", /^ANPA[A-Z2-7]{17}$/);
  assert.deepEqual([created?.Description, created?.DefaultVersionId, created?.AttachmentCount], [undefined, "v1", 0]);
  const { Policy: shown } = await iam.send(new GetPolicyCommand({ PolicyArn: own("data/Read") }));
  assert.deepEqual([shown?.Description, shown?.Tags], ["reads", [{ Key: "a", Value: "1" }]]);
  await iam.send(new DeletePolicyCommand({ PolicyArn: own("data/Read") }));
  await refused(
    iam.send(new GetPolicyCommand({ PolicyArn: own("data/Read") })),
    "NoSuchEntity",
    `Policy ${own("data/Read")} was not found.`,
    404,
  );
});

test("policy names are unique without regard to letter case or path", async (t) => {
  const { iam } = await testIam(t);
  await create(iam, "Read");
  const again = iam.send(new CreatePolicyCommand({ PolicyName: "READ", Path: "/data/", PolicyDocument: document }));
  await refused(
    again,
    "EntityAlreadyExists",
    "A policy called READ already exists. Duplicate names are not allowed.",
    409,
  );
});

test("a managed policy has to be well formed, current and small", async (t) => {
  const { iam } = await testIam(t);
  const make = (text: string) => iam.send(new CreatePolicyCommand({ PolicyName: "p", PolicyDocument: text }));
  await refused(make("{"), "MalformedPolicyDocument", "Syntax errors in policy.", 400);
  const old = document.replace("2012-10-17", "2008-10-17");
  await refused(make(old), "MalformedPolicyDocument", "Policy document must be version 2012-10-17 or greater.");
  const long = policyText(allow(...Array.from({ length: 400 }, (_, number) => `s3:GetObject${number}`)));
  await refused(make(long), "LimitExceeded", "Cannot exceed quota for PolicySize: 6144", 409);
  await make(JSON.stringify(JSON.parse(document), null, 900));
});

test("versions are made, shown, made default and deleted, and their numbers are not used again", async (t) => {
  const { iam } = await testIam(t);
  await create(iam, "p");
  const PolicyArn = own("p");
  const version = (asDefault: boolean) =>
    iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document, SetAsDefault: asDefault }));
  assert.deepEqual((await version(true)).PolicyVersion?.IsDefaultVersion, true);
  for (let number = 3; number <= 5; number++)
    assert.equal((await version(false)).PolicyVersion?.VersionId, `v${number}`);
  const tooMany =
    "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.";
  await refused(version(false), "LimitExceeded", tooMany, 409);
  await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v5" }));
  assert.equal((await version(false)).PolicyVersion?.VersionId, "v6");

  await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v3" }));
  const { Versions: listed } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
  assert.deepEqual(
    listed?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion]),
    [
      ["v6", false],
      ["v4", false],
      ["v3", true],
      ["v2", false],
      ["v1", false],
    ],
  );
  const { PolicyVersion: shown } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" }));
  assert.equal(decodeURIComponent(shown?.Document ?? ""), document);
  const isDefault = iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v3" }));
  await refused(isDefault, "DeleteConflict", "Cannot delete the default version of a policy.", 409);
  const missing = `Policy ${PolicyArn} version v9 does not exist or is not attachable.`;
  await refused(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v9" })), "NoSuchEntity", missing, 404);
  await refused(iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v9" })), "NoSuchEntity", missing);
  await refused(iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v9" })), "NoSuchEntity", missing);
  await refused(
    iam.send(new DeletePolicyCommand({ PolicyArn })),
    "DeleteConflict",
    /^This policy has more than one version\./,
  );
});

test("a change of the default version changes what its users may do", async (t) => {
  const plane = await testIam(t);
  const PolicyArn = own("p");
  await create(plane.iam, "p");
  const ann = await userClient(plane, "ann");
  await plane.iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn }));
  await refused(ann.send(new ListPoliciesCommand({})), "AccessDenied", /iam:ListPolicies/);
  const wider = { PolicyArn, PolicyDocument: policyText(allow("iam:ListPolicies")), SetAsDefault: true };
  await plane.iam.send(new CreatePolicyVersionCommand(wider));
  await ann.send(new ListPoliciesCommand({ Scope: "Local" }));
});

test("a policy that somebody uses is not deleted", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await create(iam, "attached");
  await create(iam, "boundary");
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: own("attached") }));
  await iam.send(new PutUserPermissionsBoundaryCommand({ UserName: "ann", PermissionsBoundary: own("boundary") }));
  for (const name of ["attached", "boundary"]) {
    const remove = iam.send(new DeletePolicyCommand({ PolicyArn: own(name) }));
    await refused(remove, "DeleteConflict", "Cannot delete a policy attached to entities.", 409);
  }
});

test("AWS's own policies are shown with their default version and cannot be changed", async (t) => {
  const { iam } = await testIam(t);
  const { Policy: shown } = await iam.send(new GetPolicyCommand({ PolicyArn: readOnly }));
  assert.deepEqual([shown?.PolicyName, shown?.Path, shown?.Tags], ["ReadOnlyAccess", "/", []]);
  const { PolicyVersion: version } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn: readOnly, VersionId: shown?.DefaultVersionId }),
  );
  assert.equal(JSON.parse(decodeURIComponent(version?.Document ?? "")).Version, "2012-10-17");
  const outside = "Policy is outside your own account.";
  await refused(iam.send(new DeletePolicyCommand({ PolicyArn: readOnly })), "AccessDenied", outside, 403);
  await refused(
    iam.send(new CreatePolicyVersionCommand({ PolicyArn: readOnly, PolicyDocument: document })),
    "AccessDenied",
    outside,
  );
});

test("policies are listed by scope, path, use and page", async (t) => {
  const { iam } = await testIam(t);
  const list = async (input: ListPoliciesCommandInput) => {
    const { Policies: policies = [] } = await iam.send(new ListPoliciesCommand(input));
    return policies.map((policy) => policy.PolicyName);
  };
  for (const name of ["b", "A"]) await create(iam, name);
  await iam.send(new CreatePolicyCommand({ PolicyName: "c", Path: "/deep/er/", PolicyDocument: document }));
  await iam.send(new CreateUserCommand({ UserName: "ann", PermissionsBoundary: own("b") }));
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: readOnly }));
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: own("A") }));

  assert.deepEqual(await list({ Scope: "Local" }), ["A", "b", "c"]);
  assert.deepEqual(await list({ Scope: "Local", PathPrefix: "/deep/" }), ["c"]);
  // The administrator that a new plane starts with has a role with AdministratorAccess.
  assert.deepEqual(await list({ OnlyAttached: true }), ["A", "AdministratorAccess", "ReadOnlyAccess"]);
  assert.deepEqual(await list({ OnlyAttached: true, Scope: "AWS" }), ["AdministratorAccess", "ReadOnlyAccess"]);
  assert.deepEqual(await list({ PolicyUsageFilter: "PermissionsBoundary" }), ["b"]);
  const { Policies: attached } = await iam.send(new ListPoliciesCommand({ OnlyAttached: true, Scope: "AWS" }));
  assert.equal(attached?.[0]?.AttachmentCount, 1);

  const names: (string | undefined)[] = [];
  let marker: string | undefined;
  do {
    const page = await iam.send(new ListPoliciesCommand({ MaxItems: 1000, Marker: marker }));
    names.push(...(page.Policies ?? []).map((policy) => policy.Arn));
    marker = page.Marker;
  } while (marker !== undefined);
  assert.ok(names.length > 1500);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names.slice(0, 3), [own("A"), own("b"), own("deep/er/c")]);
});

test("a policy of another account is out of reach, and a refused caller is refused", async (t) => {
  const plane = await testIam(t);
  const elsewhere = "arn:aws:iam::999988887777:policy/p";
  await refused(plane.iam.send(new GetPolicyCommand({ PolicyArn: elsewhere })), "AccessDenied", /iam:GetPolicy/, 403);
  const ann = await userClient(plane, "ann", { Effect: "Allow", Action: "iam:GetPolicy", Resource: readOnly });
  await ann.send(new GetPolicyCommand({ PolicyArn: readOnly }));
  await refused(ann.send(new GetPolicyCommand({ PolicyArn: own("p") })), "AccessDenied", /iam:GetPolicy/, 403);
});
