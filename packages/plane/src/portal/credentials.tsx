/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { type SessionCredentials } from "../security/sessions.ts";
import { issueRoleCredentials } from "../sso/role-credentials.ts";
import { type AccountRole, accountRolesOf } from "../sso-admin/instance-record.ts";
import { field } from "./addresses.ts";
import { forSignedIn } from "./gate.ts";
import { Layout, Message, Moment } from "./layout.tsx";
import { portalOrigin } from "./origin.ts";

interface KeyFacts {
  readonly role: AccountRole;
  readonly keys: SessionCredentials;
  readonly region: string;
  readonly endpoint: string;
}

/** One way to hand keys to a program; the endpoint goes with them, or the program would try them on AWS. */
const forms: Readonly<Record<string, (facts: KeyFacts) => string>> = {
  "macOS and Linux shells": (facts) =>
    environment(facts)
      .map(([name, value]) => `export ${name}="${value}"`)
      .join("\n"),
  PowerShell: (facts) =>
    environment(facts)
      .map(([name, value]) => `$Env:${name}="${value}"`)
      .join("\n"),
  "~/.aws/credentials": ({ role, keys, region, endpoint }) =>
    [
      `[${role.accountId}_${role.roleName}]`,
      `aws_access_key_id = ${keys.accessKeyId}`,
      `aws_secret_access_key = ${keys.secretAccessKey}`,
      `aws_session_token = ${keys.sessionToken}`,
      `region = ${region}`,
      `endpoint_url = ${endpoint}`,
    ].join("\n"),
};

const environment = ({ keys, region, endpoint }: KeyFacts): readonly (readonly [string, string])[] => [
  ["AWS_ACCESS_KEY_ID", keys.accessKeyId],
  ["AWS_SECRET_ACCESS_KEY", keys.secretAccessKey],
  ["AWS_SESSION_TOKEN", keys.sessionToken],
  ["AWS_REGION", region],
  ["AWS_ENDPOINT_URL", endpoint],
];

const Keys: FC<KeyFacts & { person: string }> = ({ person, ...facts }) => (
  <Layout title="Access keys" person={person}>
    <p>
      <a href="/start">← Your accounts</a>
    </p>
    <section class="card">
      <h1>{facts.role.roleName}</h1>
      <p class="facts">
        <span>{facts.role.accountName}</span> <span class="id">{facts.role.accountId}</span>
      </p>
      <p>
        Good until <Moment time={facts.keys.expiration.toISOString()} />. They are shown on this page only; a click on a
        block selects all of it.
      </p>
      {Object.entries(forms).map(([name, write]) => (
        <>
          <h2>{name}</h2>
          <pre tabindex={0} class="copy" aria-label={name}>
            {write(facts)}
          </pre>
        </>
      ))}
    </section>
  </Layout>
);

const NoAccess: FC<{ person: string }> = ({ person }) => (
  <Message title="No access" person={person}>
    <p>
      This role is not assigned to you. <a href="/start">Your accounts</a>
    </p>
  </Message>
);

/** Short-lived access keys of a person's role, to be copied. */
export function credentialPages(core: Core): Hono {
  const pages = new Hono();
  const { region, publicUrl } = core.surroundings;
  pages.post(
    "/portal/credentials",
    forSignedIn(core, async (c, { person }) => {
      const form = await c.req.parseBody();
      const [accountId, roleName] = [field(form, "accountId"), field(form, "roleName")];
      const isAsked = (role: AccountRole) => role.accountId === accountId && role.roleName === roleName;
      const given = await core.transact(
        portalOrigin("GetRoleCredentials", person.userId, { accountId, roleName }),
        {},
        (call) => {
          const role = accountRolesOf(call.tx, person.userId).find(isAsked);
          const keys = role && issueRoleCredentials(call, person, role);
          return role && keys && { role, keys };
        },
      );
      if (!given) return c.html(<NoAccess person={person.userName} />, 403);
      return c.html(<Keys person={person.userName} region={region} endpoint={publicUrl()} {...given} />);
    }),
  );
  return pages;
}
