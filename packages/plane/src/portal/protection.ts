import type { Context, MiddlewareHandler } from "hono";

/** `form-action` also binds the redirect that answers a form, so a page whose form leads to an application names its origin. */
const policy = (formAction: string): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'${formAction}; frame-ancestors 'none'; base-uri 'none'`;

/** Strict headers on every page; only forms sent by our own pages are taken. */
export const protect: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "POST" && !isOurOwnForm(c)) return c.text("this form was not sent by a page of the portal", 403);
  await next();
  c.header("content-security-policy", policy((c.get("formAction") as string | undefined) ?? ""));
  c.header("cross-origin-opener-policy", "same-origin");
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "same-origin");
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  return undefined;
};

/** Lets the form of this page be answered by a redirect to a loopback application. */
export function allowRedirectTo(c: Context, uri: string): void {
  c.set("formAction", ` ${new URL(uri).origin}`);
}

/** Browsers say where a form comes from; what sends neither header is no browser and holds no person's cookie. */
function isOurOwnForm(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = c.req.header("origin");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host);
}
