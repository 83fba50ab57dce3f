import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { nodeListener } from "@castellan/wire";
import type { Plane } from "../create-plane.ts";
import { isPage } from "../portal/page-paths.ts";

/** A plane that can be reached over HTTP. */
export interface Listening {
  /** `http://127.0.0.1:4747`, without a slash at the end. */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Puts a plane on a port; 0 takes a free one. Connections that are idle are cut when it closes. */
export async function listen(
  plane: Plane,
  options: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const api = nodeListener((request) => plane.answer(request));
  const pages = getRequestListener((request) => plane.fetch(request));
  const server = createServer((incoming, outgoing) => {
    const [path = "/", query = ""] = (incoming.url ?? "/").split("?", 2);
    const forPages = isPage({
      method: incoming.method ?? "GET",
      path,
      query,
      headers: incoming.headers as Record<string, string>,
    });
    if (forPages) void pages(incoming, outgoing);
    else api(incoming, outgoing);
  });
  await started(server, options);
  const { address, port, family } = server.address() as AddressInfo;
  const endpoint = `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
  plane.setPublicUrl(endpoint);
  return { endpoint, close: () => stopped(server) };
}

function started(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
