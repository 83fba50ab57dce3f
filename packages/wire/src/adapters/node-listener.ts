import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { WireReply, WireRequest } from "../message.ts";
import { bodyLimitBytes, bodyTooLarge, earlyReply } from "./body-limit.ts";
import type { Answer } from "./fetch.ts";

/** A listener for `node:http` that reads whole requests and writes whole replies. */
export function nodeListener(
  answer: Answer,
  limitBytes: number = bodyLimitBytes,
): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    const head = headOf(message);
    readBody(message, limitBytes)
      .then((body) => answer({ ...head, body }))
      .catch((error: unknown) => earlyReply(head, error, randomUUID()))
      .then((reply) => send(reply, message, response))
      .catch(() => response.destroy());
  };
}

function headOf({ method = "GET", url = "/", headers }: IncomingMessage): WireRequest {
  const mark = url.indexOf("?");
  const [path, query] = mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
  return { method, path, query, headers: singleHeaders(headers), body: new Uint8Array() };
}

/** Node keeps a list only for `set-cookie`, which requests do not have; all other values are texts already. */
function singleHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  return headers as Record<string, string>;
}

/** A body that is too large is not read on; the reply then closes the connection. */
function readBody(message: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(message.headers["content-length"]) > limitBytes) {
      reject(bodyTooLarge(limitBytes));
      return;
    }
    message.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limitBytes) {
        reject(bodyTooLarge(limitBytes));
        message.removeAllListeners("data").pause();
      } else {
        chunks.push(chunk);
      }
    });
    message.on("end", () => resolve(chunks[0] !== undefined && chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    message.on("error", reject);
  });
}

/** A client whose body was not read to its end must not reuse the connection. */
function send({ status, headers, body }: WireReply, message: IncomingMessage, response: ServerResponse): void {
  const length = { "content-length": typeof body === "string" ? Buffer.byteLength(body) : body.byteLength };
  const ending = message.complete ? length : { ...length, connection: "close" };
  response.writeHead(status, { ...headers, ...ending });
  response.end(body);
}
