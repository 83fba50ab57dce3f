/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Core } from "../frame/core.ts";
import { field, ownPath } from "./addresses.ts";
import { signIn, signOut } from "./browser-session.ts";
import { Layout, Message, Problem } from "./layout.tsx";
import { checkPassword } from "./password-sign-in.ts";

const wrong = "The user name or password is wrong. After five wrong passwords in a row, sign-in pauses for a while.";

const SignInPage: FC<{ next: string; userName?: string; problem?: string }> = ({ next, userName = "", problem }) => (
  <Layout title="Sign in">
    <form class="card narrow" method="post" action="/sign-in">
      <h1>Sign in</h1>
      <Problem text={problem} />
      <input type="hidden" name="next" value={next} />
      <label for="userName">User name</label>
      <input
        id="userName"
        name="userName"
        value={userName}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        autofocus={userName === ""}
      />
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus={userName !== ""}
      />
      <div class="actions">
        <button>Sign in</button>
      </div>
    </form>
  </Layout>
);

/** Sign-in and sign-out. */
export function signInPages(core: Core): Hono {
  const pages = new Hono();
  pages.get("/sign-in", (c) => c.html(<SignInPage next={ownPath(c.req.query("next"))} />));
  pages.post("/sign-in", async (c) => {
    const form = await c.req.parseBody();
    const next = ownPath(field(form, "next"));
    const userName = field(form, "userName");
    const userId = await checkPassword(core, userName, field(form, "password"));
    if (userId === undefined) return c.html(<SignInPage next={next} userName={userName} problem={wrong} />, 401);
    await signIn(core, c, userId);
    return c.redirect(next, 303);
  });
  pages.post("/sign-out", async (c) => {
    await signOut(core, c);
    return c.html(
      <Message title="You are signed out">
        <p class="soft">
          Command lines that are signed in stay so until their sessions end; <code>aws sso logout</code> ends them at
          once.
        </p>
        <div class="actions">
          <a class="button" href="/start">
            Sign in again
          </a>
        </div>
      </Message>,
    );
  });
  return pages;
}
