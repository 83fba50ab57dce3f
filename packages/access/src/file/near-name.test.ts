import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceInWords, nearName } from "./near-name.ts";

test("the nearest name is found, without regard to capitals and underscores", () => {
  assert.equal(nearName("devloper", ["admin", "developer", "sandbox-developer"]), "developer");
  assert.equal(nearName("AdminAcces", ["AdminAccess", "AuditAccess"]), "AdminAccess");
  assert.equal(nearName("SEE_BILLING", ["see-billing"]), "see-billing");
});

test("a name that is like none of them has no nearest one", () => {
  assert.equal(nearName("finance", ["admin", "developer"]), undefined);
  assert.equal(nearName("x".repeat(10_000), ["x".repeat(9_999)]), undefined);
});

test("the difference is told in words", () => {
  assert.equal(differenceInWords("devloper", "developer"), "this one differs by one letter");
  assert.equal(differenceInWords("Admin", "admin"), "this one differs only in capitals and hyphens");
});
