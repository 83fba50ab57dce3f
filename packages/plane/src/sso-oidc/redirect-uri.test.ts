import assert from "node:assert/strict";
import { test } from "node:test";
import { isLoopbackRedirect, redirectMatches } from "./redirect-uri.ts";

test("an application may be sent codes to a loopback address over plain http", () => {
  for (const uri of [
    "http://127.0.0.1/oauth/callback",
    "http://127.0.0.1:8080/",
    "http://[::1]:9/x",
    "http://localhost/cb",
  ]) {
    assert.ok(isLoopbackRedirect(uri), uri);
  }
});

test("no other address may be registered", () => {
  const others = [
    "https://127.0.0.1/",
    "http://example.com/",
    "http://127.0.0.1.example.com/",
    "http://127.0.0.1@example.com/",
    "http://user@127.0.0.1/",
    "http://127.0.0.1/cb#fragment",
    "http://127.0.0.1/cb#",
    "com.example.app:/cb",
    "javascript:alert(1)",
    "not an address",
    "",
  ];
  for (const uri of others) assert.ok(!isLoopbackRedirect(uri), uri);
});

test("the port of a loopback address is free, everything else has to be as registered", () => {
  const registered = "http://127.0.0.1/oauth/callback";
  assert.ok(redirectMatches(registered, "http://127.0.0.1:50123/oauth/callback"));
  assert.ok(redirectMatches("http://127.0.0.1:1/oauth/callback", "http://127.0.0.1:2/oauth/callback"));
  const others = [
    "http://127.0.0.1:50123/oauth/callback/",
    "http://127.0.0.1:50123/oauth/callback/../other",
    "http://127.0.0.1:50123/oauth/callback?next=x",
    "http://localhost:50123/oauth/callback",
    "http://x:y@127.0.0.1:50123/oauth/callback",
    "https://127.0.0.1:50123/oauth/callback",
    "http://127.0.0.1:50123@example.com/oauth/callback",
    "http://example.com/oauth/callback",
  ];
  for (const used of others) assert.ok(!redirectMatches(registered, used), used);
});
