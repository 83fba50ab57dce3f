import { randomUUID } from "node:crypto";
import type { WireReply, WireRequest } from "../message.ts";
import { bodyLimitBytes, bodyTooLarge, earlyReply } from "./body-limit.ts";

/** Answers a request; the one shape that every adapter leads to. */
export type Answer = (request: WireRequest) => Promise<WireReply>;

/** Reads a web `Request`; throws a `WireFault` when its body is over the limit. */
export async function toWireRequest(request: Request, limitBytes: number = bodyLimitBytes): Promise<WireRequest> {
  const head = headOf(request);
  const body = await readBody(request.body, limitBytes);
  return { ...head, body };
}

/** The reply as a web `Response`. */
export function toResponse({ status, headers, body }: WireReply): Response {
  const empty = body.length === 0 || status === 204 || status === 304;
  return new Response(empty ? null : (body as string | Uint8Array<ArrayBuffer>), { status, headers });
}

/** A web handler around `answer`, which answers too large bodies and our own bugs by itself. */
export function fetchHandler(answer: Answer, limitBytes?: number): (request: Request) => Promise<Response> {
  return async (request) => {
    let wireRequest = headOf(request);
    try {
      wireRequest = await toWireRequest(request, limitBytes);
      return toResponse(await answer(wireRequest));
    } catch (error) {
      return toResponse(earlyReply(wireRequest, error, randomUUID()));
    }
  };
}

/** A request built inside the process has no host header; its URL says it. */
function headOf(request: Request): WireRequest {
  const url = new URL(request.url);
  const headers = { host: url.host, ...Object.fromEntries(request.headers) };
  const { pathname: path, search } = url;
  return { method: request.method, path, query: search.slice(1), headers, body: new Uint8Array() };
}

async function readBody(stream: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) {
      throw bodyTooLarge(limitBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
