/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { field, leadingBack, ownPath } from "./addresses.ts";
import { signedInWith } from "./browser-session.ts";
import { Layout, Problem } from "./layout.tsx";
import { passwordProblem, setOwnPassword } from "./password-sign-in.ts";

const NewPasswordPage: FC<{ next: string; person: string; problem?: string }> = ({ next, person, problem }) => (
  <Layout title="Choose a password" person={person}>
    <form class="card narrow" method="post" action="/new-password">
      <h1>Choose a password</h1>
      <p class="soft">
        Your one-time password has done its work. From now on you sign in with a password only you know.
      </p>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      {/* Password managers file the new password under this name. */}
      <input type="text" name="userName" value={person} autocomplete="username" readonly hidden />
      <label for="newPassword">New password</label>
      <input
        id="newPassword"
        name="newPassword"
        type="password"
        autocomplete="new-password"
        aria-describedby="rules"
        required
        autofocus
      />
      <p id="rules" class="hint">
        8 to 64 characters, with a lower-case letter, an upper-case letter, a digit and a symbol.
      </p>
      <label for="again">New password again</label>
      <input id="again" name="again" type="password" autocomplete="new-password" required />
      <div class="actions">
        <button>Save and go on</button>
      </div>
    </form>
  </Layout>
);

/** Where a person who came with a one-time password chooses one of their own. */
export function newPasswordPages(core: Core): Hono {
  const pages = new Hono();
  pages.get("/new-password", (c) => {
    const signedIn = signedInWith(core, c);
    const next = ownPath(c.req.query("next"));
    if (!signedIn) return c.redirect(leadingBack(c, "/sign-in"), 303);
    if (!signedIn.mustChoosePassword) return c.redirect(next, 303);
    return c.html(<NewPasswordPage next={next} person={signedIn.person.userName} />);
  });
  pages.post("/new-password", async (c) => {
    const signedIn = signedInWith(core, c);
    if (!signedIn) return c.redirect(leadingBack(c, "/sign-in"), 303);
    const { person, session, mustChoosePassword } = signedIn;
    const form = await c.req.parseBody();
    const [password, next] = [field(form, "newPassword"), ownPath(field(form, "next"))];
    if (!mustChoosePassword) return c.redirect(next, 303);
    const differ = password === field(form, "again") ? undefined : "The two passwords differ.";
    const problem = differ ?? (await passwordProblem(core, person.userId, password));
    if (problem !== undefined)
      return c.html(<NewPasswordPage next={next} person={person.userName} problem={problem} />, 400);
    await setOwnPassword(core, person.userId, password, session.sessionId);
    return c.redirect(next, 303);
  });
  return pages;
}
