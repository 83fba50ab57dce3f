import assert from "node:assert/strict";
import { test } from "node:test";
import { redact, redactOutput } from "./redact.ts";
import { loadService } from "./service.ts";
import type { ServiceId } from "./services.ts";

async function operationOf(id: ServiceId, name: string) {
  const operation = (await loadService(id)).operations.get(name);
  assert.ok(operation);
  return operation;
}

test("secrets that the schemas mark are replaced, and the input stays as it is", async () => {
  const input = { UserName: "ana", Password: "hunter2", PasswordResetRequired: true };
  const operation = await operationOf("iam", "CreateLoginProfile");
  assert.deepEqual(redact(operation, input), { UserName: "ana", Password: "***", PasswordResetRequired: true });
  assert.equal(input.Password, "hunter2");
});

test("one-time codes are replaced although the schemas do not mark them", async () => {
  const operation = await operationOf("sts", "AssumeRole");
  const tags = [{ Key: "team", Value: "blue" }];
  assert.deepEqual(redact(operation, { RoleArn: "arn", TokenCode: "123456", Tags: tags }), {
    RoleArn: "arn",
    TokenCode: "***",
    Tags: tags,
  });
});

test("secrets inside structures of an output are replaced", async () => {
  const operation = await operationOf("sts", "AssumeRole");
  const Credentials = { AccessKeyId: "ASIA", SecretAccessKey: "s", SessionToken: "t", Expiration: new Date(0) };
  assert.deepEqual(redactOutput(operation, { Credentials }), {
    Credentials: { ...Credentials, SecretAccessKey: "***", SessionToken: "***" },
  });
});
