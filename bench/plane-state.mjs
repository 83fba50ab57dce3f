// What every server holds before it is measured: 1,000 users, 500 accounts, a permission set and people to assign it to.
import { IAMClient, CreateUserCommand } from "@aws-sdk/client-iam";
import { IdentitystoreClient, CreateUserCommand as CreatePersonCommand } from "@aws-sdk/client-identitystore";
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { CreatePermissionSetCommand, ListInstancesCommand, SSOAdminClient } from "@aws-sdk/client-sso-admin";

const users = 1000;
const accounts = 500;
const people = 50;

/** Fills a server through the SDK and says what the workloads need to know. */
export async function prepare({ server, credentials }) {
  const configuration = { region: "us-east-1", endpoint: server.endpoint, credentials, maxAttempts: 3 };
  const iam = new IAMClient(configuration);
  await inGroups(users, (index) =>
    iam.send(new CreateUserCommand({ UserName: `user-${String(index).padStart(4, "0")}`, Path: "/bench/" })),
  );
  const organizations = new OrganizationsClient(configuration);
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" })).catch(ignoreExisting);
  for (let index = 0; index < accounts; index++) await createAccount(organizations, index);
  return { assignment: await assignments(configuration, await accountIds(organizations)) };
}

/** Makes one account; AWS, and so the plane, has only a few in progress at a time. */
async function createAccount(organizations, index) {
  const command = new CreateAccountCommand({ AccountName: `bench-${index}`, Email: `bench-${index}@example.com` });
  for (;;) {
    try {
      return await organizations.send(command);
    } catch (error) {
      if (error.Reason !== "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED") throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

async function accountIds(organizations) {
  const ids = [];
  let NextToken;
  do {
    const page = await organizations.send(new ListAccountsCommand({ NextToken }));
    ids.push(...page.Accounts.map(({ Id }) => Id));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return ids;
}

async function assignments(configuration, ids) {
  const sso = new SSOAdminClient(configuration);
  const { Instances } = await sso.send(new ListInstancesCommand({}));
  const { InstanceArn, IdentityStoreId } = Instances[0];
  const { PermissionSet } = await sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: "Bench" }));
  const store = new IdentitystoreClient(configuration);
  const created = await inGroups(people, (index) =>
    store.send(
      new CreatePersonCommand({
        IdentityStoreId,
        UserName: `person-${index}`,
        DisplayName: `Person ${index}`,
        Name: { GivenName: "Person", FamilyName: String(index) },
        Emails: [{ Value: `person-${index}@example.com`, Type: "work", Primary: true }],
      }),
    ),
  );
  let next = 0;
  return () => {
    const index = next++;
    return {
      InstanceArn,
      PermissionSetArn: PermissionSet.PermissionSetArn,
      PrincipalType: "USER",
      PrincipalId: created[index % people].UserId,
      TargetType: "AWS_ACCOUNT",
      TargetId: ids[Math.floor(index / people) % ids.length],
    };
  };
}

async function inGroups(count, make) {
  const made = [];
  for (let first = 0; first < count; first += 25) {
    made.push(
      ...(await Promise.all(Array.from({ length: Math.min(25, count - first) }, (_, offset) => make(first + offset)))),
    );
  }
  return made;
}

function ignoreExisting(error) {
  if (error.name !== "AlreadyInOrganizationException") throw error;
}
