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
    replyTo(message, answer, limitBytes)
      .then((reply) => send(reply, message, response))
      .catch(() => response.destroy());
  };
}

async function replyTo(message: IncomingMessage, answer: Answer, limitBytes: number): Promise<WireReply> {
  let request = headOf(message);
  try {
    request = { ...request, body: await readBody(message, limitBytes) };
    return await answer(request);
  } catch (error) {
    return earlyReply(request, error, randomUUID());
  }
}

function headOf({ method = "GET", url = "/", headers, socket }: IncomingMessage): WireRequest {
  const mark = url.indexOf("?");
  const [path, query] = mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
  const remoteAddress = socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
  return { method, path, query, headers: singleHeaders(headers), body: new Uint8Array(), remoteAddress };
}

/** Node keeps a list only for `set-cookie`, which requests do not have; all other values are texts already. */
function singleHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  return headers as Record<string, string>;
}

/** How many times the limit is read and thrown away, so that a client that is still sending sees the refusal. */
const drainFactor = 16;

function readBody(message: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(bodyTooLarge(limitBytes));
    if (Number(message.headers["content-length"]) > limitBytes * drainFactor) {
      refuse();
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    message.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= limitBytes) {
        chunks.push(chunk);
      } else if (size > limitBytes * drainFactor) {
        refuse();
        message.pause();
      }
    });
    message.on("end", () => (size > limitBytes ? refuse() : resolve(joinChunks(chunks))));
    message.on("error", reject);
  });
}

function joinChunks(chunks: readonly Buffer[]): Uint8Array {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

/** A client whose body was not read to its end must not reuse the connection. */
function send({ status, headers, body }: WireReply, message: IncomingMessage, response: ServerResponse): void {
  const length = { "content-length": typeof body === "string" ? Buffer.byteLength(body) : body.byteLength };
  const ending = message.complete ? length : { ...length, connection: "close" };
  response.writeHead(status, { ...headers, ...ending });
  response.end(body);
}
