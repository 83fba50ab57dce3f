/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { instances } from "../records/identity-center.ts";
import { type AccountRole, accountRolesOf } from "../sso-admin/instance-record.ts";
import { startUrlOf } from "../sso-oidc/clients.ts";
import { hoursAndMinutes } from "./duration.ts";
import { forSignedIn } from "./gate.ts";
import { Layout } from "./layout.tsx";

const AccountCard: FC<{ roles: readonly AccountRole[] }> = ({ roles }) => (
  <section class="card account">
    <h2>{roles[0]?.accountName}</h2>
    <p class="facts">
      <span class="id">{roles[0]?.accountId}</span> <span>{roles[0]?.email}</span>
    </p>
    <ul>
      {roles.map(({ accountId, roleName, sessionDuration }) => (
        <li>
          <form method="post" action="/portal/credentials">
            <span>
              <strong>{roleName}</strong> <span class="soft">for {hoursAndMinutes(sessionDuration)}</span>
            </span>
            <input type="hidden" name="accountId" value={accountId} />
            <button
              class="quiet"
              name="roleName"
              value={roleName}
              aria-label={`Access keys for ${roleName} in ${roles[0]?.accountName ?? accountId}`}
            >
              Access keys
            </button>
          </form>
        </li>
      ))}
    </ul>
  </section>
);

interface CommandLineFacts {
  readonly endpoint: string;
  readonly startUrl: string;
  readonly region: string;
}

const CommandLine: FC<CommandLineFacts> = ({ endpoint, startUrl, region }) => (
  <details class="card">
    <summary>
      <h2>Use these with the AWS CLI</h2>
    </summary>
    <p>In a shell that is to talk to this plane and not to AWS:</p>
    <pre>{`export AWS_ENDPOINT_URL=${endpoint}\naws configure sso`}</pre>
    <p>and answer its first questions with:</p>
    <dl>
      <dt>SSO start URL</dt>
      <dd class="copy">{startUrl}</dd>
      <dt>SSO region</dt>
      <dd class="copy">{region}</dd>
      <dt>Scopes</dt>
      <dd class="copy">sso:account:access</dd>
    </dl>
  </details>
);

const Home: FC<{ person: string; accounts: readonly (readonly AccountRole[])[] } & CommandLineFacts> = ({
  person,
  accounts,
  ...facts
}) => (
  <Layout title="Your accounts" person={person}>
    <h1>Your accounts</h1>
    {accounts.length === 0 ? (
      <p class="card">No account is assigned to you yet. Ask an administrator to add you to a group.</p>
    ) : null}
    {accounts.map((roles) => (
      <AccountCard roles={roles} />
    ))}
    <CommandLine {...facts} />
  </Layout>
);

/** The portal's first page: a person's accounts and roles. */
export function homePages(core: Core): Hono {
  const pages = new Hono();
  const { region, publicUrl } = core.surroundings;
  pages.get("/", (c) => c.redirect("/start", 303));
  pages.get(
    "/start",
    forSignedIn(core, (c, { person }) => {
      const { store } = core.ledger;
      const startUrl = store.list(instances).map(({ identityStoreId }) => startUrlOf(identityStoreId))[0] ?? "";
      const accounts = byAccount(accountRolesOf(store, person.userId));
      return c.html(
        <Home
          person={person.userName}
          accounts={accounts}
          endpoint={publicUrl()}
          startUrl={startUrl}
          region={region}
        />,
      );
    }),
  );
  return pages;
}

/** Roles account by account, accounts and roles by name. */
function byAccount(roles: readonly AccountRole[]): readonly (readonly AccountRole[])[] {
  const sorted = roles.toSorted(
    (a, b) => a.accountName.localeCompare(b.accountName) || a.roleName.localeCompare(b.roleName),
  );
  return [...new Set(sorted.map(({ accountId }) => accountId))].map((id) =>
    sorted.filter(({ accountId }) => accountId === id),
  );
}
