import type { Context } from "hono";

/** Pages a sign-in may lead to. */
const destinations = new Set(["/start", "/authorize", "/device"]);

/** Where to go after signing in: one of our own pages, whatever the address asked for. */
export function ownPath(next: string | undefined): string {
  const base = "http://portal.invalid";
  const url = next !== undefined && URL.canParse(next, base) ? new URL(next, base) : undefined;
  return url?.origin === base && destinations.has(url.pathname) ? url.pathname + url.search : "/start";
}

/** Path and query of a request: the address a form of the same page is sent to. */
export function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** The address of a page that leads back to this request. */
export function leadingBack(c: Context, page: "/sign-in" | "/new-password"): string {
  return `${page}?next=${encodeURIComponent(ownPath(pathOf(c)))}`;
}

/** One field of a form as text; empty when it is missing or a file. */
export function field(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}
