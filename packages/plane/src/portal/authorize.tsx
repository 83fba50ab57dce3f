/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { authorizationCodes, type OidcClient, oidcClients } from "../records/sign-in.ts";
import { newToken, tokenHash } from "../security/vault.ts";
import { grantTypes, mayUse } from "../sso-oidc/clients.ts";
import { redirectMatches } from "../sso-oidc/redirect-uri.ts";
import { pathOf } from "./addresses.ts";
import { forSignedIn } from "./gate.ts";
import { Layout, Message } from "./layout.tsx";
import { portalOrigin } from "./origin.ts";
import { allowRedirectTo } from "./protection.ts";

/** An authorization code lives ten minutes at the most [RFC 6749, 4.1.2]. */
const codeLifetimeMs = 10 * 60 * 1000;

/** An authorization request of RFC 7636, as AWS's clients send it. */
interface AuthorizationRequest {
  readonly client: OidcClient;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly codeChallenge: string;
}

/** The request, or what is wrong with it; a wrong request is never answered by a redirect to an address it names. */
function readRequest(core: Core, c: Context): AuthorizationRequest | string {
  const { client_id = "", redirect_uri = "", state, code_challenge = "", ...rest } = c.req.query();
  const client = core.ledger.store.get(oidcClients, client_id);
  if (!client || client.expiresAt <= core.clock().toISOString())
    return "The application is not registered here, or its registration has expired.";
  if (!mayUse(client, grantTypes.authorizationCode))
    return "The application is not registered for this kind of sign-in.";
  if (!client.redirectUris.some((uri) => redirectMatches(uri, redirect_uri)))
    return "The address to return to is not one the application has registered.";
  if (rest["response_type"] !== "code") return "The application asks for an answer other than a code.";
  if (rest["code_challenge_method"] !== "S256" || !/^[\w-]{43}$/.test(code_challenge))
    return "The application sent no code challenge by S256.";
  // AWS's clients say `scopes`, OAuth says `scope`; a token has the registered ones, so no other may be asked for.
  const scopes = (rest["scopes"] ?? rest["scope"] ?? "").split(" ").filter((scope) => scope !== "");
  if (!scopes.every((scope) => client.scopes.includes(scope)))
    return "The application asks for more than it is registered for.";
  return { client, redirectUri: redirect_uri, state, codeChallenge: code_challenge };
}

function returnTo({ redirectUri, state }: AuthorizationRequest, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, ...(state !== undefined && { state }) }))
    url.searchParams.set(name, value);
  return url.href;
}

const Consent: FC<{ client: OidcClient; person: string; action: string }> = ({ client, person, action }) => (
  <Layout title="Allow access" person={person}>
    <form class="card narrow" method="post" action={action}>
      <h1>Allow access?</h1>
      <dl>
        <dt>Application</dt>
        <dd>{client.clientName}</dd>
        <dt>It will</dt>
        <dd>see your accounts and roles, and may get short-lived credentials for them in your name</dd>
      </dl>
      <p class="warning">Allow this only if you have just started a sign-in on this machine.</p>
      <div class="actions">
        <button name="answer" value="allow">
          Allow access
        </button>
        <button class="quiet" name="answer" value="deny">
          Deny
        </button>
      </div>
    </form>
  </Layout>
);

/** The authorize endpoint: consent, and the code handed back to the application. */
export function authorizePages(core: Core): Hono {
  const pages = new Hono();
  pages.get("/authorize", (c) => {
    const request = readRequest(core, c);
    if (typeof request === "string") return refuse(c, request);
    return forSignedIn(core, (_, { person }) => {
      allowRedirectTo(c, request.redirectUri);
      return c.html(<Consent client={request.client} person={person.userName} action={pathOf(c)} />);
    })(c);
  });
  pages.post("/authorize", (c) => {
    const request = readRequest(core, c);
    if (typeof request === "string") return refuse(c, request);
    return forSignedIn(core, async (_, { person }) => {
      const form = await c.req.parseBody();
      if (form["answer"] !== "allow") return c.redirect(returnTo(request, { error: "access_denied" }), 303);
      return c.redirect(returnTo(request, { code: await giveCode(core, request, person.userId) }), 303);
    })(c);
  });
  return pages;
}

const refuse = (c: Context, problem: string) =>
  c.html(
    <Message title="This sign-in cannot go on">
      <p>{problem}</p>
      <p class="soft">Start again in your terminal.</p>
    </Message>,
    400,
  );

async function giveCode(
  core: Core,
  { client, redirectUri, codeChallenge }: AuthorizationRequest,
  userId: string,
): Promise<string> {
  const code = newToken();
  const { clientId, clientName, scopes } = client;
  await core.transact(portalOrigin("Authorize", userId, { clientName }), {}, ({ tx, now }) => {
    const expiresAt = new Date(Date.parse(now) + codeLifetimeMs).toISOString();
    tx.put(authorizationCodes, {
      codeHash: tokenHash(code),
      clientId,
      redirectUri,
      codeChallenge,
      scopes,
      userId,
      expiresAt,
      used: false,
    });
  });
  return code;
}
