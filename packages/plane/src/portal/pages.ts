import { Hono } from "hono";
import type { Core } from "../frame/core.ts";
import { authorizePages } from "./authorize.tsx";
import { devicePages } from "./device.tsx";
import { homePages } from "./home.tsx";
import { protect } from "./protection.ts";
import { signInPages } from "./sign-in.tsx";
import { style } from "./style.ts";

/** The access portal: server-rendered pages that work without script. */
export function portalPages(core: Core): Hono {
  const pages = new Hono();
  pages.use(protect);
  pages.get("/portal/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));
  for (const part of [signInPages(core), authorizePages(core), devicePages(core), homePages(core)]) pages.route("/", part);
  return pages;
}
