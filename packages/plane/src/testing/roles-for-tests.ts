import type { TestContext } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { type AssumeRoleCommandInput, STS } from "@aws-sdk/client-sts";
import { policyText } from "./iam-for-tests.ts";
import { type TestCredentials, testOrganization } from "./organization-for-tests.ts";
import { testAccount } from "./plane-for-tests.ts";

/** What a test says about an AssumeRole call; the session is called `session` when it does not matter. */
type AssumeInput = Partial<AssumeRoleCommandInput>;

/** The ARN of a role without a path. */
export const roleArn = (name: string, accountId = testAccount): string => `arn:aws:iam::${accountId}:role/${name}`;

/** The account itself as a principal. */
export const theAccount = { AWS: `arn:aws:iam::${testAccount}:root` };

/** A statement of a trust policy that lets a principal do what sessions are made with. */
export const trusting = (principal: object, ...actions: string[]): object => ({
  Effect: "Allow",
  Principal: principal,
  Action: ["sts:AssumeRole", ...actions],
});

/** A plane where roles are made and assumed in few words; closed when the test ends. */
export async function testRoles(context: TestContext) {
  const organization = await testOrganization(context);
  const { clients } = organization;
  const iam = clients(IAM);
  return {
    ...organization,
    iam,
    /** Makes a role with a trust policy of one statement and an inline policy of the others. */
    createRole: async (
      RoleName: string,
      trust: object,
      statements: readonly object[] = [],
      MaxSessionDuration = 3600,
    ) => {
      await iam.createRole({ RoleName, AssumeRolePolicyDocument: policyText(trust), MaxSessionDuration });
      if (statements.length > 0) {
        await iam.putRolePolicy({ RoleName, PolicyName: "own", PolicyDocument: policyText(...statements) });
      }
    },
    /** Calls AssumeRole. */
    call: (credentials: TestCredentials, role: string, input: AssumeInput = {}) =>
      clients(STS, { credentials }).assumeRole({ RoleArn: roleArn(role), RoleSessionName: "session", ...input }),
    /** Calls AssumeRole and answers the session's credentials. */
    session: async (credentials: TestCredentials, role: string, input: AssumeInput = {}): Promise<TestCredentials> => {
      const request = { RoleArn: roleArn(role), RoleSessionName: "session", ...input };
      const { Credentials: given } = await clients(STS, { credentials }).assumeRole(request);
      const {
        AccessKeyId: accessKeyId = "",
        SecretAccessKey: secretAccessKey = "",
        SessionToken: sessionToken = "",
      } = given ?? {};
      return { accessKeyId, secretAccessKey, sessionToken };
    },
  };
}
