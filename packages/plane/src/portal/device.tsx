/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { type DeviceAuthorization, deviceAuthorizations, oidcClients } from "../records/sign-in.ts";
import type { Reader } from "../security/policy-library.ts";
import { forSignedIn } from "./gate.ts";
import { Layout, Message, Moment, Problem } from "./layout.tsx";
import { portalOrigin } from "./origin.ts";

const nothingWaits = "No sign-in waits for this code. It may have expired: start again in your terminal.";

const CodeForm: FC<{ person: string; userCode?: string; problem?: string }> = ({ person, userCode = "", problem }) => (
  <Layout title="Authorize a device" person={person}>
    <form class="card narrow" method="get" action="/device">
      <h1>Authorize a device</h1>
      <Problem text={problem} />
      <label for="user_code">Code in your terminal</label>
      <input
        id="user_code"
        name="user_code"
        class="code"
        value={userCode}
        placeholder="ABCD-EFGH"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        required
        autofocus
      />
      <div class="actions">
        <button>Go on</button>
      </div>
    </form>
  </Layout>
);

const Approval: FC<{ device: DeviceAuthorization; clientName: string; person: string }> = ({
  device,
  clientName,
  person,
}) => (
  <Layout title="Authorize a device" person={person}>
    <form class="card narrow" method="post" action={`/device?user_code=${device.userCode}`}>
      <h1>Is this the code in your terminal?</h1>
      <p class="code">{device.userCode}</p>
      <dl>
        <dt>Application</dt>
        <dd>{clientName}</dd>
        <dt>Asked at</dt>
        <dd>
          <Moment time={device.createdAt} />
        </dd>
        <dt>It will</dt>
        <dd>see your accounts and roles, and may get short-lived credentials for them in your name</dd>
      </dl>
      <p class="warning">
        If you did not start this yourself just now, cancel: whoever sent you here would act in your name.
      </p>
      <div class="actions">
        <button name="answer" value="allow">
          Allow access
        </button>
        <button class="quiet" name="answer" value="deny">
          Cancel
        </button>
      </div>
    </form>
  </Layout>
);

/** The request a code stands for, if it still waits for an answer. People may leave out the hyphen, or type small letters. */
function waitingFor(reader: Reader, now: string, typed: string): DeviceAuthorization | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, "");
  const userCode = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  return reader
    .list(deviceAuthorizations, "userCode", userCode)
    .find(({ state, expiresAt }) => state === "pending" && expiresAt > now);
}

/** The device page: a person types, or is brought with, a code and answers the request it stands for. */
export function devicePages(core: Core): Hono {
  const pages = new Hono();
  pages.get(
    "/device",
    forSignedIn(core, (c, { person }) => {
      const userCode = c.req.query("user_code");
      if (userCode === undefined) return c.html(<CodeForm person={person.userName} />);
      const device = waitingFor(core.ledger.store, core.clock().toISOString(), userCode);
      if (!device) return c.html(<CodeForm person={person.userName} userCode={userCode} problem={nothingWaits} />, 404);
      const clientName = core.ledger.store.get(oidcClients, device.clientId)?.clientName ?? "an application";
      return c.html(<Approval device={device} clientName={clientName} person={person.userName} />);
    }),
  );
  pages.post(
    "/device",
    forSignedIn(core, async (c, { person }) => answered(c, person.userName, await answer(core, c, person.userId))),
  );
  return pages;
}

type Answer = "approved" | "denied" | "nothing waited";

async function answer(core: Core, c: Context, userId: string): Promise<Answer> {
  const state = (await c.req.parseBody())["answer"] === "allow" ? "approved" : "denied";
  const userCode = c.req.query("user_code") ?? "";
  const origin = portalOrigin(state === "approved" ? "ApproveDevice" : "DenyDevice", userId, { userCode });
  return core.transact(origin, {}, ({ tx, now }) => {
    const device = waitingFor(tx, now, userCode);
    if (!device) return "nothing waited";
    tx.put(deviceAuthorizations, { ...device, state, userId });
    return state;
  });
}

function answered(c: Context, person: string, outcome: Answer) {
  if (outcome === "nothing waited") return c.html(<CodeForm person={person} problem={nothingWaits} />, 404);
  const allowed = outcome === "approved";
  return c.html(
    <Message title={allowed ? "Access allowed" : "Access denied"} person={person}>
      <p>
        {allowed
          ? "Go back to your terminal: it goes on by itself."
          : "Nothing was given away. Your terminal will say that the request was denied."}
      </p>
      <p class="soft">You can close this window.</p>
    </Message>,
  );
}
