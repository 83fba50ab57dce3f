import assert from "node:assert/strict";
import { test } from "node:test";
import { nameAccounts } from "./name-accounts.ts";
import type { AccountName } from "./scope.ts";

const found = [
  { name: "Example Corp", id: "111111111111", email: "root@example.com" },
  { name: "prod", id: "222222222222", email: "aws+prod@example.com" },
  { name: "sandbox", id: "333333333333", email: "aws+sandbox@example.com" },
];
const named = (accounts: readonly Partial<AccountName>[], accountIds: "binding" | "nominal" = "binding") =>
  Object.fromEntries(
    nameAccounts(found, "111111111111", {
      accountIds,
      accounts: accounts.map((account) => ({ name: "", management: false, ...account })),
    }),
  );

test("an account goes by the file's name for its id, its e-mail address or its name", () => {
  const names = named([
    { name: "management", management: true },
    { name: "production", email: "AWS+Prod@example.com" },
    { name: "sandbox" },
  ]);
  assert.deepEqual(names, { "111111111111": "management", "222222222222": "production", "333333333333": "sandbox" });
});

test("an id in the file binds: another account of the same name keeps its own, told apart", () => {
  assert.deepEqual(named([{ name: "sandbox", id: "999999999999" }]), {
    "111111111111": "Example Corp",
    "222222222222": "prod",
    "333333333333": "sandbox (333333333333)",
  });
});

test("where ids are wishes, the management account and accounts of the same name are meant", () => {
  const accounts = [
    { name: "main", id: "888888888888", management: true },
    { name: "sandbox", id: "999999999999" },
  ];
  const names = named(accounts, "nominal");
  assert.deepEqual([names["111111111111"], names["333333333333"]], ["main", "sandbox"]);
});
