import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { closureQuota } from "./account-closure.ts";

test("a closed account is suspended and not closed again", async (t) => {
  const { organizations, plane, createAccount } = await testOrganization(t);
  const AccountId = await createAccount("member");
  await organizations.closeAccount({ AccountId });
  const closing = (await organizations.describeAccount({ AccountId })).Account;
  await plane.idle();
  const closed = (await organizations.describeAccount({ AccountId })).Account;
  assert.deepEqual([closing?.Status, closed?.Status, closed?.State], ["PENDING_CLOSURE", "SUSPENDED", "CLOSED"]);
  await refused(
    organizations.closeAccount({ AccountId }),
    "AccountAlreadyClosedException",
    "The provided account is already closed.",
  );
  const management = organizations.closeAccount({ AccountId: testAccount });
  await assert.rejects(management, { name: "ConstraintViolationException", Reason: "CANNOT_CLOSE_MANAGEMENT_ACCOUNT" });
});

test("closures are counted: three at a time, and a share of a large organization in 30 days", async (t) => {
  const { organizations, putAccounts } = await testOrganization(t, { jobDelayMs: 60_000 });
  const ids = [1, 2, 3, 4].map((n) => String(200_000_000_000 + n));
  await putAccounts(ids, new Date());
  for (const AccountId of ids.slice(0, 3)) await organizations.closeAccount({ AccountId });
  const fourth = organizations.closeAccount({ AccountId: ids[3] });
  await assert.rejects(fourth, {
    name: "ConstraintViolationException",
    Reason: "CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED",
  });
  assert.deepEqual([10, 2000, 20_000].map(closureQuota), [250, 400, 1000]);
});
