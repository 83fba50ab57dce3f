import type { TestContext } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { Organizations, type PolicyType } from "@aws-sdk/client-organizations";
import { STS } from "@aws-sdk/client-sts";
import type { PlaneOptions } from "../create-plane.ts";
import { policyText } from "./iam-for-tests.ts";
import { accounts } from "../records/organizations.ts";
import { testAccount, testPlane } from "./plane-for-tests.ts";

/** Credentials as SDK clients take them. */
export interface TestCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A plane with its organization, and short words for what tests do with it; closed when the test ends. */
export async function testOrganization(context: TestContext, options: Partial<PlaneOptions> = {}) {
  const test = await testPlane(options);
  const { plane, clients } = test;
  context.after(() => test.close());
  const organizations = clients(Organizations);
  const { Roots: [root] = [] } = await organizations.listRoots({});
  const rootId = root?.Id ?? "";
  return {
    ...test,
    organizations,
    rootId,
    /** Switches a policy type on and waits until it is. */
    enable: async (type: PolicyType = "SERVICE_CONTROL_POLICY") => {
      await organizations.enablePolicyType({ RootId: rootId, PolicyType: type });
      await plane.idle();
    },
    /** Makes an account and answers its id. */
    createAccount: async (name: string): Promise<string> => {
      const { CreateAccountStatus: status } = await organizations.createAccount({
        AccountName: name,
        Email: `${name}@example.com`,
      });
      await plane.idle();
      const CreateAccountRequestId = status?.Id ?? "";
      const { CreateAccountStatus: done } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId });
      return done?.AccountId ?? "";
    },
    /** Stores accounts that were made at a time, as no operation can. */
    putAccounts: (ids: readonly string[], joinedTimestamp: Date): Promise<void> => {
      const caller = { kind: "plane", accountId: testAccount, arn: "castellan", userId: "castellan" } as const;
      const common = { status: "ACTIVE", joinedMethod: "CREATED", parentId: rootId, tags: [] } as const;
      return plane.core.transact({ service: "castellan", operation: "TestFixture", caller }, {}, ({ tx }) => {
        for (const id of ids) {
          const account = {
            ...common,
            id,
            name: id,
            email: `${id}@example.com`,
            joinedTimestamp: joinedTimestamp.toISOString(),
          };
          tx.put(accounts, account);
        }
      });
    },
    /** Makes a unit and answers its id. */
    createUnit: async (name: string, parentId = rootId): Promise<string> => {
      const { OrganizationalUnit: unit } = await organizations.createOrganizationalUnit({
        ParentId: parentId,
        Name: name,
      });
      return unit?.Id ?? "";
    },
    /** Makes a service control policy of one statement and answers its id. */
    createPolicy: async (name: string, statement: object): Promise<string> => {
      const { Policy: policy } = await organizations.createPolicy({
        Name: name,
        Description: "",
        Type: "SERVICE_CONTROL_POLICY",
        Content: policyText(statement),
      });
      return policy?.PolicySummary?.Id ?? "";
    },
    /** Makes an IAM user whose inline policy has the given statements and answers its access key. */
    createUser: async (
      userName: string,
      statements: readonly object[],
      accountId?: string,
    ): Promise<TestCredentials> => {
      const iam = clients(IAM, accountId === undefined ? {} : { accountId });
      await iam.createUser({ UserName: userName });
      if (statements.length > 0) {
        await iam.putUserPolicy({ UserName: userName, PolicyName: "own", PolicyDocument: policyText(...statements) });
      }
      const { AccessKey: key } = await iam.createAccessKey({ UserName: userName });
      return { accessKeyId: key?.AccessKeyId ?? "", secretAccessKey: key?.SecretAccessKey ?? "" };
    },
    /** Credentials of a role's session, assumed with other credentials. */
    assume: async (
      credentials: TestCredentials,
      roleArn: string,
      sessionName = "session",
    ): Promise<TestCredentials> => {
      const { Credentials: given } = await clients(STS, { credentials }).assumeRole({
        RoleArn: roleArn,
        RoleSessionName: sessionName,
      });
      return {
        accessKeyId: given?.AccessKeyId ?? "",
        secretAccessKey: given?.SecretAccessKey ?? "",
        sessionToken: given?.SessionToken ?? "",
      };
    },
  };
}

/** What `testOrganization` answers. */
export type TestOrganization = Awaited<ReturnType<typeof testOrganization>>;
