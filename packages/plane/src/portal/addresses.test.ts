import assert from "node:assert/strict";
import { test } from "node:test";
import { ownPath } from "./addresses.ts";

test("a sign-in leads back to a page of the portal, with its query", () => {
  for (const path of [
    "/start",
    "/device",
    "/device?user_code=BCDF-GHJK",
    "/authorize?client_id=a&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F",
  ]) {
    assert.equal(ownPath(path), path);
  }
});

test("a sign-in never leads to another site, nor to something that is no page", () => {
  const others = [
    undefined,
    "",
    "https://example.com/start",
    "//example.com/start",
    "/\\example.com/start",
    "\\\\example.com/start",
    "/\t/example.com/start",
    "/\n/example.com/start",
    "/.//example.com/start",
    "/start/..//example.com/start",
    "javascript:alert(1)",
    "/sign-out",
    "/token",
    "/portal/credentials",
    "http://portal.invalid:80@example.com/start",
  ];
  for (const next of others) assert.equal(ownPath(next), "/start", String(next));
});
