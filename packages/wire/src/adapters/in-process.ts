import type { HttpRequest, HttpResponse, RequestHandler } from "@smithy/types";
import type { WireRequest } from "../message.ts";
import type { Answer } from "./fetch.ts";

/** A `requestHandler` for SDK clients that asks `answer` instead of the network. */
export function inProcessHandler(answer: Answer): RequestHandler<HttpRequest, HttpResponse> {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request) => {
      const { status, headers, body } = await answer(await readRequest(request));
      const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
      return { response: { statusCode: status, headers: { ...headers }, body: bytes } };
    },
    destroy: () => undefined,
  };
}

async function readRequest(request: HttpRequest): Promise<WireRequest> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name.toLowerCase()] = value;
  }
  const body = await readBody(request.body);
  return { method: request.method, path: request.path, query: printQuery(request.query ?? {}), headers, body };
}

function printQuery(query: NonNullable<HttpRequest["query"]>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item ?? ""] as const))
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&");
}

/** A body of the SDK's: text, bytes, or a stream of either. */
async function readBody(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) {
    return new Uint8Array();
  }
  if (typeof body === "string") {
    return new TextEncoder().encode(body);
  }
  if (body instanceof Uint8Array) {
    return body;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
