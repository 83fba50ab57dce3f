import assert from "node:assert/strict";
import { after, test } from "node:test";
import { portalVisitor } from "../testing/portal-visitor.ts";
import { authorizePath, registerApplication, signedInVisitor, signInBench } from "../testing/sign-in-bench.ts";

const bench = await signInBench();
after(() => bench.close());

test("forms of other sites are refused, by where they say they come from", async () => {
  const visitor = await signedInVisitor(bench);
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: "http://example.com", "sec-fetch-site": "cross-site" },
    { origin: "http://portal.test:8080", "sec-fetch-site": "same-site" },
    { origin: "null" },
    { origin: "http://portal.test", "sec-fetch-site": "cross-site" },
  ];
  for (const headers of foreign) {
    for (const path of ["/sign-in", "/sign-out", "/new-password", "/device", "/portal/credentials"]) {
      assert.equal((await visitor.post(path, {}, headers)).status, 403, path);
    }
  }
  assert.equal((await visitor.get("/start")).status, 200);
});

test("every page forbids script, frames and sites other than its own", async () => {
  const visitor = portalVisitor(bench.plane);
  for (const path of ["/sign-in", "/portal/style.css", "/portal/no-such-page"]) {
    const { headers } = await visitor.get(path);
    assert.equal(
      headers.get("content-security-policy"),
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
});

test("pages are not kept by the browser", async () => {
  assert.equal((await portalVisitor(bench.plane).get("/sign-in")).headers.get("cache-control"), "no-store");
});

test("only the consent page may answer its form with a redirect to the application", async () => {
  const visitor = await signedInVisitor(bench);
  const { headers } = await visitor.get(authorizePath(await registerApplication(bench)));
  assert.match(headers.get("content-security-policy") ?? "", /form-action 'self' http:\/\/127\.0\.0\.1:39001;/);
});
