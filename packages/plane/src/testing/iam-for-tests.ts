import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { testPlane, type TestPlane } from "./plane-for-tests.ts";

/** A plane with an IAM client of its management account's root user; closed when the test ends. */
export async function testIam(context: TestContext): Promise<TestPlane & { readonly iam: IAMClient }> {
  const plane = await testPlane();
  context.after(() => plane.close());
  return { ...plane, iam: plane.clients(IAMClient) };
}

/** A new user whose inline policy has the given statements, as an IAM client signed by that user. */
export async function userClient(
  { iam, clients }: { iam: IAMClient; clients: TestPlane["clients"] },
  userName: string,
  ...statements: object[]
) {
  await iam.send(new CreateUserCommand({ UserName: userName }));
  if (statements.length > 0) {
    await iam.send(
      new PutUserPolicyCommand({ UserName: userName, PolicyName: "own", PolicyDocument: policyText(...statements) }),
    );
  }
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: userName }));
  return clients(IAMClient, {
    credentials: { accessKeyId: key?.AccessKeyId ?? "", secretAccessKey: key?.SecretAccessKey ?? "" },
  });
}

/** A policy document with the given statements. */
export const policyText = (...statements: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A statement that allows actions on everything. */
export const allow = (...actions: string[]): object => ({ Effect: "Allow", Action: actions, Resource: "*" });

/** A trust policy that lets a principal assume the role. */
export const trustText = (principal: object): string =>
  policyText({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" });

/** A trust policy for EC2, where it does not matter who is trusted. */
export const ec2Trust = trustText({ Service: "ec2.amazonaws.com" });

/** Asserts that a call is refused with an error code and message, as they are on the wire. */
export async function refused(
  call: Promise<unknown>,
  code: string,
  message: string | RegExp,
  status?: number,
): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    const fault = error as {
      Code?: string;
      Error?: { Code?: string };
      name: string;
      message: string;
      $metadata?: { httpStatusCode?: number };
    };
    const words = fault.message;
    assert.equal(fault.Code ?? fault.Error?.Code ?? fault.name, code, words);
    if (typeof message === "string") assert.equal(words, message);
    else assert.match(words, message);
    if (status !== undefined) assert.equal(fault.$metadata?.httpStatusCode, status);
    return true;
  });
}
