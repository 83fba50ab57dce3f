import type { Plane } from "../create-plane.ts";

/** A page as a visitor got it. */
export interface Visited {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where the answer redirects to. */
  readonly location: string | undefined;
}

/** A browser without a screen: keeps cookies, follows nothing by itself. */
export interface PortalVisitor {
  get(path: string): Promise<Visited>;
  /** Sends a form; headers are added to what a browser on our own page would send. */
  post(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visited>;
  readonly cookies: ReadonlyMap<string, string>;
}

const site = "http://portal.test";

/** A visitor of a plane's pages, in process. */
export function portalVisitor(plane: Plane): PortalVisitor {
  const cookies = new Map<string, string>();
  const visit = async (path: string, init: RequestInit): Promise<Visited> => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await plane.fetch(new Request(`${site}${path}`, { ...init, headers }));
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    const location = response.headers.get("location") ?? undefined;
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  };
  return {
    cookies,
    get: (path) => visit(path, {}),
    post: (path, form = {}, headers = {}) =>
      visit(path, {
        method: "POST",
        body: new URLSearchParams(form),
        headers: { origin: site, "sec-fetch-site": "same-origin", ...headers },
      }),
  };
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split("; ");
  const [name = "", value = ""] = pair.split("=");
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, value);
}
