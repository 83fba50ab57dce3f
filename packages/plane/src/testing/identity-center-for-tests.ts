import {
  type CreateAccountAssignmentCommandInput,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  ListInstancesCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";
import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand,
  IdentitystoreClient,
} from "@aws-sdk/client-identitystore";
import { IAMClient } from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import type { Call } from "../frame/operation.ts";
import { newAccessKeyId, newSecretAccessKey, newUniqueId } from "../frame/ids.ts";
import type { PlaneOptions } from "../create-plane.ts";
import { accessKeys, iamUsers } from "../records/iam.ts";
import { type Account, accounts } from "../records/organizations.ts";
import { testAccount, testPlane } from "./plane-for-tests.ts";

/** A member account of the test organization. */
export const memberAccount = "444455556666";

type Target = Omit<CreateAccountAssignmentCommandInput, "InstanceArn" | "TargetType">;

/** A plane with its Identity Center instance, a member account, and short words for what tests do with them. */
export async function identityCenterForTests(options: Partial<PlaneOptions> = {}) {
  const { plane, clients, close } = await testPlane(options);
  const sso = clients(SSOAdminClient);
  const store = clients(IdentitystoreClient);
  const { Instances: [instance] = [] } = await sso.send(new ListInstancesCommand({}));
  const InstanceArn = instance?.InstanceArn ?? "";
  const IdentityStoreId = instance?.IdentityStoreId ?? "";
  const change = <T>(run: (call: Call<object>) => T): Promise<T> => {
    const caller = { kind: "plane", accountId: testAccount, arn: "castellan", userId: "castellan" } as const;
    return plane.core.transact({ service: "castellan", operation: "TestFixture", caller }, {}, run);
  };
  const account = (id: string, changes: Partial<Account> = {}) =>
    change(({ tx, now }) => {
      const parent = { parentId: tx.get(accounts, testAccount)?.parentId ?? "r-test" };
      const account: Account = {
        id,
        name: `Account ${id}`,
        email: `${id}@example.com`,
        status: "ACTIVE",
        joinedMethod: "CREATED",
        joinedTimestamp: now,
        tags: [],
      };
      return tx.put(accounts, { ...account, ...parent, ...changes });
    });
  await account(memberAccount, { name: "Member" });

  return {
    plane,
    clients,
    close,
    sso,
    store,
    iam: clients(IAMClient),
    InstanceArn,
    IdentityStoreId,
    change,
    account,
    async permissionSet(name: string): Promise<string> {
      const made = await sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: name }));
      return made.PermissionSet?.PermissionSetArn ?? "";
    },
    async user(userName: string): Promise<string> {
      const Name = { GivenName: "Given", FamilyName: "Family" };
      const made = await store.send(
        new CreateUserCommand({ IdentityStoreId, UserName: userName, DisplayName: userName, Name }),
      );
      return made.UserId ?? "";
    },
    async group(displayName: string, ...members: readonly string[]): Promise<string> {
      const { GroupId = "" } = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: displayName }));
      for (const UserId of members) {
        await store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId } }));
      }
      return GroupId;
    },
    /** Creates an assignment and says how that ended. */
    async assign(target: Target) {
      const asked = await sso.send(
        new CreateAccountAssignmentCommand({ InstanceArn, TargetType: "AWS_ACCOUNT", ...target }),
      );
      await plane.idle();
      const AccountAssignmentCreationRequestId = asked.AccountAssignmentCreationStatus?.RequestId;
      const ended = await sso.send(
        new DescribeAccountAssignmentCreationStatusCommand({ InstanceArn, AccountAssignmentCreationRequestId }),
      );
      return { first: asked.AccountAssignmentCreationStatus, last: ended.AccountAssignmentCreationStatus };
    },
    /** Deletes an assignment and says how that ended. */
    async unassign(target: Target) {
      const asked = await sso.send(
        new DeleteAccountAssignmentCommand({ InstanceArn, TargetType: "AWS_ACCOUNT", ...target }),
      );
      await plane.idle();
      const AccountAssignmentDeletionRequestId = asked.AccountAssignmentDeletionStatus?.RequestId;
      const ended = await sso.send(
        new DescribeAccountAssignmentDeletionStatusCommand({ InstanceArn, AccountAssignmentDeletionRequestId }),
      );
      return { first: asked.AccountAssignmentDeletionStatus, last: ended.AccountAssignmentDeletionStatus };
    },
    /** Credentials of an IAM user of the management account who has this inline policy only. */
    iamUser(name: string, statement: object, accountId = testAccount) {
      return change(({ tx, vault, now }) => {
        const [accessKeyId, secretAccessKey] = [newAccessKeyId("AKIA", accountId), newSecretAccessKey()];
        const arn = arns.user(accountId, "/", name);
        const inlinePolicies = { test: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) };
        const user = { accountId, path: "/", arn, createDate: now, attachedPolicies: [], inlinePolicies };
        tx.put(iamUsers, { ...user, userName: name, userId: newUniqueId("AIDA"), groups: [], tags: [] });
        tx.put(accessKeys, {
          accessKeyId,
          accountId,
          userName: name,
          status: "Active",
          createDate: now,
          sealedSecret: vault.seal(secretAccessKey),
        });
        return { accessKeyId, secretAccessKey };
      });
    },
  };
}

/** What `identityCenterForTests` gives. */
export type IdentityCenterForTests = Awaited<ReturnType<typeof identityCenterForTests>>;
