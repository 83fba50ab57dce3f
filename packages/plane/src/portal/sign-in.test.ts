import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { signInSessions } from "../records/sign-in.ts";
import { portalVisitor } from "../testing/portal-visitor.ts";
import { giveOneTimePassword, type SignInBench, signedInVisitor, signInBench } from "../testing/sign-in-bench.ts";

describe("sign-in pages", () => {
  let bench: SignInBench;

  beforeEach(async () => {
    bench = await signInBench();
  });
  afterEach(() => bench.close());

  const credentials = (password = bench.password) => ({ userName: bench.person.userName, password });

  test("who is not signed in is led to the sign-in page and from there to where they wanted to go", async () => {
    const visitor = portalVisitor(bench.plane);
    const led = await visitor.get("/device?user_code=BCDF-GHJK");
    assert.equal(led.location, `/sign-in?next=${encodeURIComponent("/device?user_code=BCDF-GHJK")}`);
    const page = await visitor.get(led.location);
    assert.match(page.text, /name="next" value="\/device\?user_code=BCDF-GHJK"/);
    const answer = await visitor.post("/sign-in", { ...credentials(), next: "/device?user_code=BCDF-GHJK" });
    assert.deepEqual([answer.status, answer.location], [303, "/device?user_code=BCDF-GHJK"]);
  });

  test("a sign-in does not lead to another site", async () => {
    const { location } = await portalVisitor(bench.plane).post("/sign-in", {
      ...credentials(),
      next: "/\t/example.com/",
    });
    assert.equal(location, "/start");
  });

  test("the session's cookie is out of reach for scripts and other sites, and is named for the port", async () => {
    const { headers } = await portalVisitor(bench.plane).post("/sign-in", credentials());
    assert.match(
      headers.getSetCookie().join(),
      /^castellan_session_default=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
  });

  test("the session's cookie travels over TLS only where people reach the plane by https", async () => {
    bench.plane.setPublicUrl("https://access.example.com");
    const { headers } = await portalVisitor(bench.plane).post("/sign-in", credentials());
    assert.match(headers.getSetCookie().join(), /; Secure;/);
  });

  test("a wrong password, an unknown name and a paused account get the same page", async () => {
    const visitor = portalVisitor(bench.plane);
    const wrong = await visitor.post("/sign-in", credentials("wrong"));
    assert.equal(wrong.status, 401);
    assert.match(wrong.text, /role="alert"/);
    const unknown = await visitor.post("/sign-in", {
      userName: bench.person.userName.replace("a", "b"),
      password: "wrong",
    });
    assert.equal(unknown.text.replace("bdministrator", "administrator"), wrong.text);
    for (let i = 0; i < 4; i++) await visitor.post("/sign-in", credentials("wrong"));
    const paused = await visitor.post("/sign-in", credentials());
    assert.deepEqual([paused.status, paused.text], [401, wrong.text]);
    assert.equal(visitor.cookies.size, 0);
  });

  test("what was typed comes back as text, not as markup", async () => {
    const { text } = await portalVisitor(bench.plane).post("/sign-in", {
      userName: `"><script>alert(1)</script>`,
      password: "x",
    });
    assert.ok(!text.includes("<script"));
  });

  test("signing out ends the session, not only the cookie", async () => {
    const visitor = await signedInVisitor(bench);
    const stolen = portalVisitor(bench.plane);
    for (const [name, value] of visitor.cookies) (stolen.cookies as Map<string, string>).set(name, value);
    assert.equal((await stolen.get("/start")).status, 200);
    await visitor.post("/sign-out");
    assert.equal(visitor.cookies.size, 0);
    assert.equal((await stolen.get("/start")).status, 303);
  });

  test("a session lasts eight hours", async () => {
    const visitor = await signedInVisitor(bench);
    bench.wait(8 * 3600 - 60);
    assert.equal((await visitor.get("/start")).status, 200);
    bench.wait(61);
    assert.equal((await visitor.get("/start")).status, 303);
  });

  test("what has been over for a day is forgotten at the next sign-in", async () => {
    await signedInVisitor(bench);
    bench.wait((8 + 23) * 3600);
    await signedInVisitor(bench);
    const sessions = () => bench.plane.core.ledger.store.list(signInSessions);
    assert.equal(sessions().length, 2);
    bench.wait(2 * 3600);
    await signedInVisitor(bench);
    assert.equal(sessions().length, 2);
  });

  test("a one-time password opens only the page to choose an own one, which ends the person's other sessions", async () => {
    const password = await giveOneTimePassword(bench);
    const [visitor, other] = [portalVisitor(bench.plane), portalVisitor(bench.plane)];
    for (const one of [visitor, other]) await one.post("/sign-in", credentials(password));
    assert.equal((await visitor.get("/start")).location, "/new-password?next=%2Fstart");
    const chosen = "Battery-staple-2";
    assert.match(
      (await visitor.post("/new-password", { newPassword: chosen, again: "other" })).text,
      /The two passwords differ/,
    );
    assert.equal((await visitor.post("/new-password", { newPassword: "weak", again: "weak" })).status, 400);
    assert.match(
      (await visitor.post("/new-password", { newPassword: password, again: password })).text,
      /Choose another/,
    );
    const saved = await visitor.post("/new-password", { newPassword: chosen, again: chosen, next: "/device" });
    assert.deepEqual([saved.status, saved.location], [303, "/device"]);
    assert.equal((await visitor.get("/start")).status, 200);
    assert.match((await other.get("/start")).location ?? "", /^\/sign-in/);
    assert.equal((await portalVisitor(bench.plane).post("/sign-in", credentials(password))).status, 401);
    assert.equal((await portalVisitor(bench.plane).post("/sign-in", credentials(chosen))).status, 303);
  });

  test("a password that was chosen is not replaced by whoever holds the browser", async () => {
    const visitor = await signedInVisitor(bench);
    assert.equal((await visitor.get("/new-password")).location, "/start");
    await visitor.post("/new-password", { newPassword: "Battery-staple-2", again: "Battery-staple-2" });
    assert.equal((await portalVisitor(bench.plane).post("/sign-in", credentials())).status, 303);
  });
});
