import { IdentitystoreClient, CreateGroupCommand, CreateGroupMembershipCommand, CreateUserCommand } from "@aws-sdk/client-identitystore";
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  ListInstancesCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";
import assert from "node:assert/strict";
import { installedCatalog } from "@castellan/catalog/node";
import { createPlane, listen, memoryJournal, newVaultKey, type Plane } from "@castellan/plane";

/** The one account and the one person of the access guide's section for a single account. */
export const guide = {
  accountId: "123456789012",
  region: "ap-northeast-2",
  person: "you@example.com",
  groups: [
    { name: "AWS-Developers", permissionSet: "DeveloperAccess", managedPolicy: "PowerUserAccess", session: "PT8H" },
    { name: "AWS-Admins", permissionSet: "AdminAccess", managedPolicy: "AdministratorAccess", session: "PT1H" },
  ],
} as const;

/** A plane on a port, set up as the guide says, by AWS's API. */
export interface GuidePlane {
  readonly plane: Plane;
  readonly endpoint: string;
  readonly startUrl: string;
  /** The person's one-time password. */
  readonly oneTimePassword: string;
  /** SDK clients that act as the plane's operator, over HTTP. */
  readonly operator: <C>(type: new (configuration: ClientConfiguration) => C) => C;
  readonly close: () => Promise<void>;
}

interface ClientConfiguration {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
}

/** Serves a plane in memory and sets up one account with the guide's person, groups, permission sets and assignments. */
export async function guidePlane(): Promise<GuidePlane> {
  const faults: unknown[] = [];
  const plane = await createPlane({
    journal: memoryJournal(),
    vaultKey: newVaultKey(),
    catalog: installedCatalog(),
    auth: "enforce",
    accountId: guide.accountId,
    region: guide.region,
    onFault: (error) => faults.push(error),
  });
  const listening = await listen(plane, { host: "127.0.0.1", port: 0 });
  const credentials = await plane.operatorCredentials();
  const operator: GuidePlane["operator"] = (type) => new type({ region: guide.region, endpoint: listening.endpoint, credentials });
  const identityStoreId = await setUp(plane, operator);
  const given = await plane.giveOneTimePasswords();
  return {
    plane,
    endpoint: listening.endpoint,
    startUrl: `https://${identityStoreId}.awsapps.com/start`,
    oneTimePassword: given.find(({ userName }) => userName === guide.person)?.password ?? "",
    operator,
    close: async () => {
      await listening.close();
      await plane.close();
      assert.deepEqual(faults, []);
    },
  };
}

async function setUp(plane: Plane, operator: GuidePlane["operator"]): Promise<string> {
  const [admin, store] = [operator(SSOAdminClient), operator(IdentitystoreClient)];
  const { Instances: [instance] = [] } = await admin.send(new ListInstancesCommand({}));
  const [InstanceArn, IdentityStoreId] = [instance?.InstanceArn, instance?.IdentityStoreId];
  assert.ok(InstanceArn && IdentityStoreId);
  const Name = { GivenName: "You", FamilyName: "Yourself" };
  const { UserId } = await store.send(new CreateUserCommand({ IdentityStoreId, UserName: guide.person, DisplayName: "You", Name }));
  for (const { name, permissionSet, managedPolicy, session } of guide.groups) {
    const { GroupId } = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: name }));
    await store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId: UserId ?? "" } }));
    const made = await admin.send(new CreatePermissionSetCommand({ InstanceArn, Name: permissionSet, SessionDuration: session }));
    const PermissionSetArn = made.PermissionSet?.PermissionSetArn;
    const ManagedPolicyArn = `arn:aws:iam::aws:policy/${managedPolicy}`;
    await admin.send(new AttachManagedPolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, ManagedPolicyArn }));
    const target = { TargetId: guide.accountId, TargetType: "AWS_ACCOUNT" } as const;
    await admin.send(new CreateAccountAssignmentCommand({ InstanceArn, PermissionSetArn, PrincipalType: "GROUP", PrincipalId: GroupId, ...target }));
  }
  await plane.idle();
  return IdentityStoreId;
}
