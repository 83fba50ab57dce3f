import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { credentials, directoryUsers } from "../records/identity-center.ts";
import { giveOneTimePassword, type SignInBench, signInBench } from "../testing/sign-in-bench.ts";
import { checkPassword, passwordProblem } from "./password-sign-in.ts";

describe("signing in with a password", () => {
  let bench: SignInBench;

  beforeEach(async () => {
    bench = await signInBench();
  });
  afterEach(() => bench.close());

  const check = (password: string, userName = bench.person.userName) =>
    checkPassword(bench.plane.core, userName, password);
  const wrong = async (times: number) => {
    for (let i = 0; i < times; i++) assert.equal(await check("wrong"), undefined);
  };
  const credential = () => bench.plane.core.ledger.store.get(credentials, bench.person.userId);

  test("the right password is known by, whatever the case of the user name", async () => {
    assert.equal(await check(bench.password), bench.person.userId);
    assert.equal(await check(bench.password, ` ${bench.person.userName.toUpperCase()} `), bench.person.userId);
  });

  test("unknown and disabled people are refused like a wrong password, after a hash as slow as any", async () => {
    const cpu = async (run: () => Promise<unknown>) => {
      const before = process.cpuUsage();
      assert.equal(await run(), undefined);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const slowHash = await cpu(() => check("wrong"));
    // Not a matter of speed: without its slow hash a check costs less than a hundredth of one with it.
    assert.ok((await cpu(() => check("wrong", "nobody"))) > slowHash / 5);
    await bench.change((tx) => tx.put(directoryUsers, { ...bench.person, enabled: false }));
    assert.ok((await cpu(() => check(bench.password))) > slowHash / 5);
  });

  test("after five wrong passwords in a row the right one is refused too, until the pause is over", async () => {
    await wrong(5);
    assert.equal(await check(bench.password), undefined);
    bench.wait(31);
    assert.equal(await check(bench.password), bench.person.userId);
    assert.equal(credential()?.failedAttempts, 0);
    assert.equal(credential()?.lockedUntil, undefined);
  });

  test("four wrong passwords are forgiven by the right one", async () => {
    await wrong(4);
    assert.equal(await check(bench.password), bench.person.userId);
    await wrong(1);
    assert.equal(await check(bench.password), bench.person.userId);
  });

  test("every further wrong password doubles the pause, up to an hour", async () => {
    await wrong(5);
    bench.wait(31);
    await wrong(1);
    bench.wait(31);
    assert.equal(await check(bench.password), undefined);
    await bench.change((tx) => {
      const current = credential();
      if (current) tx.put(credentials, { ...current, failedAttempts: 50 });
    });
    bench.wait(3600);
    await wrong(1);
    bench.wait(3601);
    assert.equal(await check(bench.password), bench.person.userId);
  });

  test("guesses made at once are counted like guesses in a row", async () => {
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, i) => check(`wrong ${i}`)));
    assert.deepEqual([...new Set(guesses)], [undefined]);
    assert.equal(credential()?.failedAttempts, 5);
    assert.equal(await check(bench.password), undefined);
  });

  test("a one-time password is known like any other, and no sooner", async () => {
    const password = await giveOneTimePassword(bench);
    assert.equal(await check(bench.password), undefined);
    assert.equal(await check(password), bench.person.userId);
  });

  test("no password stands in the journal", async () => {
    await check(bench.password);
    await check("Another-secret-9");
    await check("Another-secret-9", "Typed-into-the-wrong-field-1");
    const journal = JSON.stringify([...bench.journal.entries(0)]);
    for (const secret of [bench.password, "Another-secret-9", "Typed-into-the-wrong-field-1"])
      assert.ok(!journal.includes(secret));
  });
});

test("a chosen password is as AWS asks for, and not the old one", async () => {
  const bench = await signInBench();
  const problem = (password: string) => passwordProblem(bench.plane.core, bench.person.userId, password);
  for (const weak of [
    "Short-1",
    "alllower-1",
    "ALLUPPER-1",
    "No-digits-here",
    "NoSymbol1234",
    `Long-1${"x".repeat(64)}`,
  ])
    assert.ok(await problem(weak), weak);
  assert.match((await problem(bench.password)) ?? "", /Choose another/);
  assert.equal(await problem("Battery-staple-2"), undefined);
  await bench.close();
});
