import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand,
  GetGroupIdCommand,
  GetUserIdCommand,
  IdentitystoreClient,
} from "@aws-sdk/client-identitystore";
import { CreateAccountCommand, ListAccountsCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  ListAccountAssignmentsForPrincipalCommand,
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
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
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
  const operator: GuidePlane["operator"] = (type) =>
    new type({ region: guide.region, endpoint: listening.endpoint, credentials });
  const identityStoreId = await setUp(operator);
  await plane.idle();
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

async function setUp(operator: GuidePlane["operator"]): Promise<string> {
  const { client, instance, store } = await identityCenter(operator);
  const Name = { GivenName: "You", FamilyName: "Yourself" };
  await store.send(new CreateUserCommand({ ...instance.directory, UserName: guide.person, DisplayName: "You", Name }));
  for (const { name, ...set } of guide.groups) {
    const group = await groupWithPerson(operator, name);
    await assign(client, instance, group, await permissionSet(client, instance, set), guide.accountId);
  }
  return instance.directory.IdentityStoreId;
}

/** The instance of Identity Center and clients for it. */
async function identityCenter(operator: GuidePlane["operator"]) {
  const [client, store] = [operator(SSOAdminClient), operator(IdentitystoreClient)];
  const { Instances: [found] = [] } = await client.send(new ListInstancesCommand({}));
  const { InstanceArn = "", IdentityStoreId = "" } = found ?? {};
  return { client, store, instance: { InstanceArn, directory: { IdentityStoreId } } };
}

interface Instance {
  readonly InstanceArn: string;
  readonly directory: { readonly IdentityStoreId: string };
}

/** Makes a group with the guide's person in it, and returns its id. */
async function groupWithPerson(operator: GuidePlane["operator"], name: string): Promise<string> {
  const {
    store,
    instance: { directory },
  } = await identityCenter(operator);
  const AttributePath = "userName";
  const AlternateIdentifier = { UniqueAttribute: { AttributePath, AttributeValue: guide.person } };
  const { UserId = "" } = await store.send(new GetUserIdCommand({ ...directory, AlternateIdentifier }));
  const { GroupId = "" } = await store.send(new CreateGroupCommand({ ...directory, DisplayName: name }));
  await store.send(new CreateGroupMembershipCommand({ ...directory, GroupId, MemberId: { UserId } }));
  return GroupId;
}

interface SetFacts {
  readonly permissionSet: string;
  readonly managedPolicy: string;
  readonly session: string;
}

async function permissionSet(client: SSOAdminClient, { InstanceArn }: Instance, facts: SetFacts): Promise<string> {
  const { PermissionSet } = await client.send(
    new CreatePermissionSetCommand({ InstanceArn, Name: facts.permissionSet, SessionDuration: facts.session }),
  );
  const { PermissionSetArn = "" } = PermissionSet ?? {};
  const ManagedPolicyArn = `arn:aws:iam::aws:policy/${facts.managedPolicy}`;
  await client.send(new AttachManagedPolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, ManagedPolicyArn }));
  return PermissionSetArn;
}

async function assign(
  client: SSOAdminClient,
  { InstanceArn }: Instance,
  group: string,
  PermissionSetArn: string,
  TargetId: string,
): Promise<void> {
  const principal = { PrincipalType: "GROUP", PrincipalId: group } as const;
  await client.send(
    new CreateAccountAssignmentCommand({
      InstanceArn,
      PermissionSetArn,
      ...principal,
      TargetType: "AWS_ACCOUNT",
      TargetId,
    }),
  );
}

/** Adds the guide's sandbox account with its two groups and permission sets, and the administrators; returns its id. */
export async function addSandbox({ operator, plane }: GuidePlane): Promise<string> {
  const organizations = operator(OrganizationsClient);
  await organizations.send(new CreateAccountCommand({ AccountName: "Sandbox", Email: "sandbox@example.com" }));
  await plane.idle();
  const { Accounts = [] } = await organizations.send(new ListAccountsCommand({}));
  const sandbox = Accounts.find(({ Name }) => Name === "Sandbox")?.Id ?? "";
  const { client, store, instance } = await identityCenter(operator);
  const sets = [
    {
      group: "AWS-SandboxDevelopers",
      permissionSet: "SandboxDeveloperAccess",
      managedPolicy: "PowerUserAccess",
      session: "PT8H",
    },
    {
      group: "AWS-SandboxTesters",
      permissionSet: "SandboxTesterAccess",
      managedPolicy: "ReadOnlyAccess",
      session: "PT8H",
    },
  ];
  for (const { group, ...set } of sets) {
    await assign(
      client,
      instance,
      await groupWithPerson(operator, group),
      await permissionSet(client, instance, set),
      sandbox,
    );
  }
  const AlternateIdentifier = { UniqueAttribute: { AttributePath: "displayName", AttributeValue: "AWS-Admins" } };
  const { GroupId = "" } = await store.send(new GetGroupIdCommand({ ...instance.directory, AlternateIdentifier }));
  const { AccountAssignments: [admins] = [] } = await client.send(
    new ListAccountAssignmentsForPrincipalCommand({
      InstanceArn: instance.InstanceArn,
      PrincipalType: "GROUP",
      PrincipalId: GroupId,
    }),
  );
  await assign(client, instance, GroupId, admins?.PermissionSetArn ?? "", sandbox);
  await plane.idle();
  return sandbox;
}
