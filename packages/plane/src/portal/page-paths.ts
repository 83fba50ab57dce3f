import type { WireRequest } from "@castellan/wire";

const paths = new Set(["/start", "/sign-in", "/sign-out", "/new-password", "/authorize", "/device"]);

/** Whether a request is for one of the plane's own pages and endpoints, not for AWS's API. */
export function isPage({
  method,
  path,
  query,
  headers,
}: Pick<WireRequest, "method" | "path" | "query" | "headers">): boolean {
  if (paths.has(path) || path.startsWith("/portal/") || path.startsWith("/_castellan/")) return true;
  // AWS's APIs live at `/` too: a browser sends neither a signature nor a query there.
  return path === "/" && method === "GET" && query === "" && headers["authorization"] === undefined;
}
