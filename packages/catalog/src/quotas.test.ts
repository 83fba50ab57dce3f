import assert from "node:assert/strict";
import { test } from "node:test";
import { quotas, type Quota } from "./catalog.ts";

test("every quota has a positive value, a source and a day", () => {
  for (const [name, quota] of Object.entries<Quota>(quotas)) {
    assert.ok(Number.isInteger(quota.value) && quota.value > 0, name);
    assert.ok(quota.maximum === undefined || quota.maximum > quota.value, name);
    assert.ok(quota.source.length > 0, name);
    assert.match(quota.date, /^20\d\d-\d\d-\d\d$/, name);
  }
});

test("the values that changed in 2026 are the new ones", () => {
  assert.equal(quotas["organizations.serviceControlPoliciesPerTarget"].value, 10);
  assert.equal(quotas["organizations.serviceControlPolicySize"].value, 10_240);
  assert.equal(quotas["identityCenter.permissionSets"].value, 3500);
  assert.equal(quotas["identityCenter.permissionSetsPerAccount"].value, 500);
});

test("each key of GetAccountSummary belongs to one quota", () => {
  const keys = Object.values<Quota>(quotas).flatMap(({ summaryKey }) => (summaryKey === undefined ? [] : [summaryKey]));
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(keys.length, 19);
});
