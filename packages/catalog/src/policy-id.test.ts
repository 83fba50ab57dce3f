import assert from "node:assert/strict";
import { test } from "node:test";
import { policyIdOf } from "./catalog.ts";
import { installedCatalog } from "./node.ts";

test("an id has the form of AWS's and stays the same", () => {
  assert.match(policyIdOf("arn:aws:iam::aws:policy/AdministratorAccess"), /^ANPA[A-Z2-7]{17}$/);
  assert.equal(
    policyIdOf("arn:aws:iam::aws:policy/PowerUserAccess"),
    policyIdOf("arn:aws:iam::aws:policy/PowerUserAccess"),
  );
});

test("no two managed policies share an id", () => {
  const ids = installedCatalog()
    .managedPolicyIndex()
    .map((policy) => policy.policyId);
  assert.equal(new Set(ids).size, ids.length);
});
