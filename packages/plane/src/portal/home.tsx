import { Hono } from "hono";
import type { Core } from "../frame/core.ts";
import { instances } from "../records/identity-center.ts";
import type { SessionCredentials } from "../security/sessions.ts";
import { issueRoleCredentials } from "../sso/role-credentials.ts";
import { type AccountRole, accountRolesOf } from "../sso-admin/instance-record.ts";
import { startUrlOf } from "../sso-oidc/clients.ts";
import { forSignedIn } from "./gate.ts";
import { Layout, Message } from "./layout.tsx";
import { portalOrigin } from "./origin.ts";

const AccountCard = ({ roles }: { roles: readonly AccountRole[] }) => (
  <section class="card">
    <h2>{roles[0]?.accountName}</h2>
    <p class="soft">
      {roles[0]?.accountId} · {roles[0]?.email}
    </p>
    {roles.map(({ accountId, roleName }) => (
      <form class="row" method="post" action="/portal/credentials">
        <span>{roleName}</span>
        <input type="hidden" name="accountId" value={accountId} />
        <button class="quiet" name="roleName" value={roleName} aria-label={`Access keys for ${roleName}`}>
          Access keys
        </button>
      </form>
    ))}
  </section>
);

const Home = ({ person, accounts, configuration }: { person: string; accounts: readonly (readonly AccountRole[])[]; configuration: string }) => (
  <Layout title="Accounts" person={person}>
    <h1>Your accounts</h1>
    {accounts.length === 0 ? <p class="card">No account is assigned to you. Ask an administrator to add you to a group.</p> : null}
    {accounts.map((roles) => (
      <AccountCard roles={roles} />
    ))}
    <details class="card">
      <summary>Use these with the AWS CLI</summary>
      <pre>{configuration}</pre>
    </details>
  </Layout>
);

const Keys = ({ person, role, keys, region }: { person: string; role: AccountRole; keys: SessionCredentials; region: string }) => (
  <Layout title="Access keys" person={person}>
    <section class="card">
      <h1>
        {role.roleName} in {role.accountName}
      </h1>
      <p class="soft">
        Good until {keys.expiration.toISOString()}. <a href="/start">Back to your accounts</a>
      </p>
      <h2>For a shell</h2>
      <pre>{`export AWS_ACCESS_KEY_ID="${keys.accessKeyId}"\nexport AWS_SECRET_ACCESS_KEY="${keys.secretAccessKey}"\nexport AWS_SESSION_TOKEN="${keys.sessionToken}"\nexport AWS_REGION="${region}"`}</pre>
      <h2>For ~/.aws/credentials</h2>
      <pre>{`[${role.accountId}_${role.roleName}]\naws_access_key_id = ${keys.accessKeyId}\naws_secret_access_key = ${keys.secretAccessKey}\naws_session_token = ${keys.sessionToken}`}</pre>
    </section>
  </Layout>
);

/** The portal's first page, a person's accounts and roles, and their credentials. */
export function homePages(core: Core): Hono {
  const pages = new Hono();
  const { store } = core.ledger;
  const { region, publicUrl } = core.surroundings;
  pages.get("/", (c) => c.redirect("/start", 303));
  pages.get(
    "/start",
    forSignedIn(core, (c, { person }) => {
      const roles = accountRolesOf(store, person.userId);
      const accountIds = [...new Set(roles.map(({ accountId }) => accountId))];
      const startUrl = store.list(instances).map(({ identityStoreId }) => startUrlOf(identityStoreId))[0] ?? "";
      const configuration = `export AWS_ENDPOINT_URL=${publicUrl()}\naws configure sso\n  SSO start URL: ${startUrl}\n  SSO region: ${region}`;
      return c.html(<Home person={person.userName} accounts={accountIds.map((id) => roles.filter(({ accountId }) => accountId === id))} configuration={configuration} />);
    }),
  );
  pages.post(
    "/portal/credentials",
    forSignedIn(core, async (c, { person }) => {
      const { accountId, roleName } = await c.req.parseBody();
      const role = accountRolesOf(store, person.userId).find((r) => r.accountId === accountId && r.roleName === roleName);
      const origin = portalOrigin("GetRoleCredentials", person.userId, { accountId, roleName });
      const keys = role && (await core.transact(origin, {}, (call) => issueRoleCredentials(call, person, role)));
      if (!keys) return c.html(<Message title="No access"><p>This role is not assigned to you. <a href="/start">Your accounts</a></p></Message>, 403);
      return c.html(<Keys person={person.userName} role={role} keys={keys} region={region} />);
    }),
  );
  return pages;
}
