import { RegisterClientCommand, StartDeviceAuthorizationCommand } from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signedInVisitor, signInBench } from "../testing/sign-in-bench.ts";

const bench = await signInBench();
after(() => bench.close());
const visitor = await signedInVisitor(bench);

async function waitingCode(): Promise<string> {
  const { clientId, clientSecret } = await bench.oidc.send(
    new RegisterClientCommand({ clientName: "botocore-client-dev", clientType: "public" }),
  );
  const { userCode = "" } = await bench.oidc.send(
    new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: bench.startUrl }),
  );
  return userCode;
}

test("without a code the page asks for one", async () => {
  const { status, text } = await visitor.get("/device");
  assert.equal(status, 200);
  assert.match(text, /<label for="user_code">/);
});

test("a code is found in small letters, with spaces and without its hyphen", async () => {
  const userCode = await waitingCode();
  for (const typed of [
    userCode,
    userCode.toLowerCase(),
    ` ${userCode.replace("-", " ")} `,
    userCode.replace("-", ""),
  ]) {
    const { text } = await visitor.get(`/device?user_code=${encodeURIComponent(typed)}`);
    assert.match(text, /botocore-client-dev/, typed);
    assert.ok(text.includes(userCode));
  }
});

test("a code nobody waits with is said to be so", async () => {
  for (const typed of ["", "BCDF-GHJK", "<script>"]) {
    const { status, text } = await visitor.get(`/device?user_code=${encodeURIComponent(typed)}`);
    assert.equal(status, 404);
    assert.match(text, /No sign-in waits for this code/);
    assert.ok(!text.includes("<script"));
  }
});

test("two answers to one code do not both count", async () => {
  const userCode = await waitingCode();
  const answers = await Promise.all(
    ["allow", "deny"].map((answer) => visitor.post(`/device?user_code=${userCode}`, { answer })),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 404]);
});
