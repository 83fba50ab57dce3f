import assert from "node:assert/strict";
import { test } from "node:test";
import { loadService } from "../service.ts";
import type { ServiceId } from "../services.ts";
import { checkInput } from "./check-input.ts";
import { compilePattern } from "./compile-pattern.ts";
import type { ServiceConstraints } from "./constraints.ts";

const constraints: ServiceConstraints = {
  operations: {
    CreateUser: "CreateUserRequest",
    UpdateAccessKey: "UpdateAccessKeyRequest",
    CreateRole: "CreateRoleRequest",
    ChangePassword: "ChangePasswordRequest",
    GetContextKeysForCustomPolicy: "GetContextKeysForCustomPolicyRequest",
    CreateExpression: "ExpressionRequest",
  },
  shapes: {
    CreateUserRequest: {
      type: "structure",
      required: ["UserName"],
      members: { UserName: "userNameType", Tags: "tagListType", PermissionsBoundary: "arnType" },
    },
    UpdateAccessKeyRequest: { type: "structure", required: [], members: { Status: "statusType" } },
    CreateRoleRequest: { type: "structure", required: [], members: { MaxSessionDuration: "durationType" } },
    ChangePasswordRequest: { type: "structure", required: [], members: { NewPassword: "userNameType" } },
    GetContextKeysForCustomPolicyRequest: {
      type: "structure",
      required: [],
      members: { PolicyInputList: "policyList" },
    },
    userNameType: { type: "string", min: 1, max: 64, pattern: "[\\w+=,.@-]+" },
    arnType: { type: "string", min: 20 },
    statusType: { type: "string", enum: ["Active", "Inactive"] },
    durationType: { type: "number", min: 3600, max: 43200 },
    tagListType: { type: "list", member: "Tag", max: 2 },
    Tag: { type: "structure", members: { Key: "tagKeyType", Value: "tagValueType" }, required: ["Key", "Value"] },
    tagKeyType: { type: "string", min: 1, max: 5 },
    tagValueType: { type: "string", max: 5 },
    policyList: { type: "list", member: "policyType", max: 5 },
    policyType: { type: "string", max: 10, min: 2 },
  },
};

async function check(id: ServiceId, name: string, input: Record<string, unknown>): Promise<string | undefined> {
  const { operations } = await loadService(id);
  const operation = operations.get(name);
  assert.ok(operation);
  return checkInput(operation, input, constraints);
}

const cases: readonly (readonly [string, string, Record<string, unknown>, string | undefined])[] = [
  ["a good input", "CreateUser", { UserName: "ana", Tags: [{ Key: "a", Value: "" }] }, undefined],
  [
    "a missing member",
    "CreateUser",
    {},
    "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
  ],
  [
    "a long text",
    "CreateUser",
    { UserName: "x".repeat(65) },
    `1 validation error detected: Value '${"x".repeat(65)}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    "a text against two demands",
    "CreateUser",
    { UserName: "" },
    "2 validation errors detected: Value '' at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  ],
  [
    "an enum",
    "UpdateAccessKey",
    { AccessKeyId: "x", Status: "On" },
    "1 validation error detected: Value 'On' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
  ],
  [
    "a number",
    "CreateRole",
    { RoleName: "r", AssumeRolePolicyDocument: "{}", MaxSessionDuration: 43201 },
    "1 validation error detected: Value '43201' at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200",
  ],
  [
    "members of items",
    "CreateUser",
    {
      UserName: "ana",
      Tags: [
        { Key: "a", Value: "b" },
        { Key: "toolong", Value: "b" },
      ],
    },
    "1 validation error detected: Value 'toolong' at 'tags.2.member.key' failed to satisfy constraint: Member must have length less than or equal to 5",
  ],
  [
    "a missing member of an item",
    "CreateUser",
    { UserName: "ana", Tags: [{ Key: "a" }] },
    "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
  ],
  [
    "too many items",
    "CreateUser",
    { UserName: "ana", Tags: ["a", "b", "c"].map((Key) => ({ Key, Value: "" })) },
    "1 validation error detected: Value '[{Key=a, Value=}, {Key=b, Value=}, {Key=c, Value=}]' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 2",
  ],
  [
    "plain items",
    "GetContextKeysForCustomPolicy",
    { PolicyInputList: ["ok", "x"] },
    "1 validation error detected: Value '[ok, x]' at 'policyInputList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 10, Member must have length greater than or equal to 2]",
  ],
  [
    "a sensitive value, which is not repeated",
    "ChangePassword",
    { OldPassword: "a", NewPassword: "no spaces" },
    "1 validation error detected: Value at 'newPassword' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  ],
];

for (const [what, operation, input, expected] of cases) {
  test(`${what} is judged in AWS's words`, async () => {
    assert.equal(await check("iam", operation, input), expected);
  });
}

test("lengths count characters, not halves of surrogate pairs", async () => {
  const tag = (Key: string) => ({ UserName: "ana", Tags: [{ Key, Value: "" }] });
  assert.equal(await check("iam", "CreateUser", tag("🙂🙂🙂🙂🙂")), undefined);
  assert.match((await check("iam", "CreateUser", tag("🙂🙂🙂🙂🙂🙂"))) ?? "", /less than or equal to 5$/);
});

test("required members are demanded without any constraints", async () => {
  const { operations } = await loadService("organizations");
  const operation = operations.get("CreatePolicy");
  assert.ok(operation);
  assert.match(checkInput(operation, { Name: "n" }) ?? "", /^3 validation errors detected: Value null at 'content'/);
});

test("structures that contain themselves are checked at every depth", async () => {
  const { operations } = await loadService("budgets");
  const operation = operations.get("CreateBudget");
  assert.ok(operation);
  const budget = (FilterExpression: object) => ({
    AccountId: "1",
    Budget: { BudgetName: "b", TimeUnit: "MONTHLY", BudgetType: "COST", FilterExpression },
  });
  const nested: ServiceConstraints = {
    operations: { CreateBudget: "R" },
    shapes: {
      R: { type: "structure", members: { Budget: "B" }, required: [] },
      B: { type: "structure", members: { FilterExpression: "E" }, required: [] },
      E: { type: "structure", members: { Not: "E", Tags: "T" }, required: [] },
      T: { type: "structure", members: { Key: "K" }, required: [] },
      K: { type: "string", max: 2 },
    },
  };
  assert.equal(checkInput(operation, budget({ Not: { Not: { Tags: { Key: "ab" } } } }), nested), undefined);
  assert.match(
    checkInput(operation, budget({ Not: { Not: { Tags: { Key: "abc" } } } }), nested) ?? "",
    /at 'budget\.filterExpression\.not\.not\.tags\.key'/,
  );
});

test("patterns written for Java are understood", () => {
  const patterns: readonly (readonly [string, string, string])[] = [
    ["[\\w+=,.@-]+", "a.b", "a b"],
    ["[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+", "ü🙂", " "],
    ["arn:aws[\\w\\-]*:iam::\\d{12}:.*", "arn:aws-cn:iam::123456789012:x", "arn"],
    ["[\\p{L}\\_\\-\\@]+", "a_-@", "!"],
    ["(?s)a.*", "a\nb", "b"],
    ["^(?!x|(?i).*<script>.*)[^:]+$", "ok", "a<SCRIPT>b"],
    ["[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", "a\n", "\u0100"],
  ];
  for (const [pattern, match, mismatch] of patterns) {
    assert.equal(compilePattern(pattern)?.test(match), true, pattern);
    assert.equal(compilePattern(pattern)?.test(mismatch), false, pattern);
  }
});
