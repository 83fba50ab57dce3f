import { RegisterClientCommand } from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { portalVisitor } from "../testing/portal-visitor.ts";
import {
  authorizePath,
  callback,
  registerApplication,
  signedInVisitor,
  signInBench,
} from "../testing/sign-in-bench.ts";
import { grantTypes } from "../sso-oidc/clients.ts";

const bench = await signInBench();
after(() => bench.close());
const application = await registerApplication(bench);
const visitor = await signedInVisitor(bench);

test("the person is asked, and a yes sends a code and the state back to the application", async () => {
  const page = await visitor.get(authorizePath(application));
  assert.equal(page.status, 200);
  assert.match(page.text, /botocore-client-my-aws/);
  const { status, location = "" } = await visitor.post(authorizePath(application), { answer: "allow" });
  const { origin, pathname, searchParams } = new URL(location);
  assert.equal(status, 303);
  assert.equal(origin + pathname, callback);
  assert.match(searchParams.get("code") ?? "", /^[\w-]{43}$/);
  assert.equal(searchParams.get("state"), "state-1");
});

test("anything but a yes is a no", async () => {
  for (const answer of ["deny", "", "Allow"]) {
    const { location } = await visitor.post(authorizePath(application), { answer });
    assert.equal(location, `${callback}?error=access_denied&state=state-1`);
  }
});

test("no state is made up for a request without one", async () => {
  const { location } = await visitor.post(authorizePath(application, { state: undefined }), { answer: "deny" });
  assert.equal(location, `${callback}?error=access_denied`);
});

test("a request that is wrong is told to the person and never redirected", async () => {
  const faults: readonly Readonly<Record<string, string | undefined>>[] = [
    { client_id: "unknown" },
    { client_id: undefined },
    { redirect_uri: "http://example.com/oauth/callback" },
    { redirect_uri: "http://127.0.0.1:39001/other" },
    { redirect_uri: undefined },
    { response_type: "token" },
    { code_challenge: undefined },
    { code_challenge: "short" },
    { code_challenge_method: "plain" },
    { code_challenge_method: undefined },
    { scopes: "sso:account:access codewhisperer:all" },
  ];
  for (const fault of faults) {
    for (const page of [
      await visitor.get(authorizePath(application, fault)),
      await visitor.post(authorizePath(application, fault), { answer: "allow" }),
    ]) {
      assert.deepEqual([page.status, page.location], [400, undefined], JSON.stringify(fault));
    }
  }
});

test("an application that is not registered for codes gets none", async () => {
  const other = await registerApplication(bench, { grants: [grantTypes.deviceCode] });
  assert.equal((await visitor.get(authorizePath(other))).status, 400);
});

test("who is not signed in signs in first and comes back to the same request", async () => {
  const path = authorizePath(application);
  const { location = "" } = await portalVisitor(bench.plane).get(path);
  assert.equal(new URLSearchParams(location.split("?")[1]).get("next"), path);
});

test("an application is named as text, not as markup", async () => {
  const named = await bench.oidc.send(
    new RegisterClientCommand({
      clientName: "<b>bold</b>",
      clientType: "public",
      grantTypes: [grantTypes.authorizationCode],
      redirectUris: [callback],
      scopes: ["sso:account:access"],
    }),
  );
  const { text } = await visitor.get(authorizePath({ clientId: named.clientId ?? "", clientSecret: "" }));
  assert.ok(!text.includes("<b>bold"));
});
