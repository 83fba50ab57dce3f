import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { WireReply, WireRequest } from "../message.ts";
import { bodyText } from "../message.ts";
import { fetchHandler, toResponse, toWireRequest } from "./fetch.ts";
import { nodeListener } from "./node-listener.ts";

/** Answers with what it got. */
function echo(request: WireRequest): Promise<WireReply> {
  const { method, path, query, headers } = request;
  const seen = { method, path, query, host: headers["host"], mark: headers["x-mark"], body: bodyText(request) };
  return Promise.resolve({ status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(seen) });
}

async function withServer(use: (origin: string, port: number) => Promise<void>, answer = echo): Promise<void> {
  const server = createServer(nodeListener(answer, 1000));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    await use(`http://127.0.0.1:${port}`, port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const form = { "content-type": "application/x-www-form-urlencoded" };

test("node's requests arrive whole, with path and query as they were sent", async () => {
  await withServer(async (origin, port) => {
    const path = "/tags/arn%3Aaws%2Fx?a=%20b&c";
    const response = await fetch(origin + path, { method: "POST", headers: { "X-Mark": "m" }, body: "bödy" });
    assert.equal(response.headers.get("content-length"), String((await response.clone().arrayBuffer()).byteLength));
    const seen = {
      method: "POST",
      path: "/tags/arn%3Aaws%2Fx",
      query: "a=%20b&c",
      host: `127.0.0.1:${port}`,
      mark: "m",
      body: "bödy",
    };
    assert.deepEqual(await response.json(), seen);
  });
});

test("web requests arrive as node's do", async () => {
  const handle = fetchHandler(echo);
  const response = await handle(
    new Request("http://plane.test:80/a%2Fb?q=1", { method: "PUT", headers: { "X-Mark": "m" }, body: "x" }),
  );
  assert.deepEqual(await response.json(), {
    method: "PUT",
    path: "/a%2Fb",
    query: "q=1",
    host: "plane.test",
    mark: "m",
    body: "x",
  });
});

test("bytes and empty bodies go out as they are", async () => {
  const bytes = Uint8Array.of(0, 255, 10);
  assert.deepEqual(new Uint8Array(await toResponse({ status: 200, headers: {}, body: bytes }).arrayBuffer()), bytes);
  assert.equal(toResponse({ status: 204, headers: {}, body: "" }).body, null);
});

test("a body over the limit is answered 413 in the protocol of its service", async () => {
  await withServer(async (origin) => {
    const body = `Action=ListUsers&Version=2010-05-08&Marker=${"x".repeat(1000)}`;
    const response = await fetch(origin, { method: "POST", headers: form, body });
    assert.equal(response.status, 413);
    const json = { "x-amz-target": "AWSIdentityStore.ListUsers" };
    const second = await fetch(origin, { method: "POST", headers: json, body });
    assert.equal(second.status, 413);
    assert.equal(((await second.json()) as { __type: string }).__type, "RequestEntityTooLargeException");
  });
  const request = new Request("http://plane.test/", { method: "POST", body: "x".repeat(11) });
  await assert.rejects(toWireRequest(request, 10), /at most 10 bytes/);
});

test("a body that is announced as too large is refused before it is sent", { timeout: 5000 }, async () => {
  await withServer(async (_origin, port) => {
    const request = httpRequest({ port, method: "POST", headers: { "content-length": 50_000_000 } });
    request.on("error", () => undefined);
    request.flushHeaders();
    const [response] = (await once(request, "response")) as [{ statusCode: number }];
    assert.equal(response.statusCode, 413);
    request.destroy();
  });
});

test("an answer that fails is an internal failure and not a crash", async () => {
  await withServer(
    async (origin) => {
      const response = await fetch(origin, {
        method: "POST",
        headers: form,
        body: "Action=ListUsers&Version=2010-05-08",
      });
      assert.equal(response.status, 500);
      assert.match(await response.text(), /<Code>InternalFailure<\/Code>/);
    },
    () => Promise.reject(new Error("boom")),
  );
});

test("a client that goes away in the middle of its body harms nobody", async () => {
  await withServer(async (origin, port) => {
    const request = httpRequest({ port, method: "POST", headers: { "content-length": 500 } });
    request.on("error", () => undefined);
    request.write("partial");
    await new Promise((resolve) => setTimeout(resolve, 20));
    request.destroy();
    assert.equal((await fetch(origin)).status, 200);
  });
});
