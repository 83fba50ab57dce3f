/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Core } from "../frame/core.ts";
import { authorizePages } from "./authorize.tsx";
import { credentialPages } from "./credentials.tsx";
import { devicePages } from "./device.tsx";
import { homePages } from "./home.tsx";
import { Message } from "./layout.tsx";
import { newPasswordPages } from "./new-password.tsx";
import { protect } from "./protection.ts";
import { signInPages } from "./sign-in.tsx";
import { style } from "./style.ts";
import { icon } from "./tower.tsx";

/** More than any form of the portal holds. */
const longestForm = 32_768;

/** The access portal: server-rendered pages that work without script. `onFault` is told of faults of the portal's own. */
export function portalPages(core: Core, onFault: (error: unknown) => void): Hono {
  const pages = new Hono();
  pages.use(
    protect,
    bodyLimit({ maxSize: longestForm, onError: (c) => c.text("this form is larger than any of the portal", 413) }),
  );
  const asset = (type: string) => ({ "content-type": type, "cache-control": "max-age=3600" });
  pages.get("/portal/style.css", (c) => c.body(style, 200, asset("text/css; charset=utf-8")));
  pages.get("/portal/icon.svg", (c) => c.body(icon, 200, asset("image/svg+xml")));
  const parts = [signInPages, newPasswordPages, authorizePages, devicePages, homePages, credentialPages];
  for (const part of parts) pages.route("/", part(core));
  pages.onError((error, c) => {
    onFault(error);
    return c.html(
      <Message title="Something went wrong here">
        <p>This is a fault of the portal. What you did may not have been done.</p>
      </Message>,
      500,
    );
  });
  pages.notFound((c) =>
    c.html(
      <Message title="There is no such page">
        <p>
          <a href="/start">Your accounts</a>
        </p>
      </Message>,
      404,
    ),
  );
  return pages;
}
