import assert from "node:assert/strict";
import { test } from "node:test";
import { isPage } from "./page-paths.ts";

const asked = (method: string, path: string, query = "", headers: Readonly<Record<string, string>> = {}) =>
  isPage({ method, path, query, headers });

test("pages and the plane's own endpoints are told from AWS's APIs", () => {
  for (const path of [
    "/start",
    "/sign-in",
    "/sign-out",
    "/new-password",
    "/authorize",
    "/device",
    "/portal/style.css",
    "/portal/credentials",
    "/_castellan/health",
  ]) {
    assert.ok(asked("GET", path), path);
  }
  for (const path of [
    "/token",
    "/client/register",
    "/device_authorization",
    "/assignment/accounts",
    "/federation/credentials",
    "/logout",
    "/bucket/start",
  ]) {
    assert.ok(!asked("POST", path), path);
  }
});

test("a browser at `/` gets a page, a client gets the API", () => {
  assert.ok(asked("GET", "/"));
  assert.ok(!asked("POST", "/"));
  assert.ok(!asked("GET", "/", "Action=GetCallerIdentity&Version=2011-06-15"));
  assert.ok(!asked("GET", "/", "", { authorization: "AWS4-HMAC-SHA256 …" }));
});
