import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openCatalog } from "./catalog.ts";
import { installedCatalog } from "./node.ts";

const data = new URL("../data/", import.meta.url);
const catalog = installedCatalog();

const paths: Readonly<Record<string, string>> = {
  AdministratorAccess: "/",
  PowerUserAccess: "/",
  ReadOnlyAccess: "/",
  SecurityAudit: "/",
  AWSBillingReadOnlyAccess: "/",
  Billing: "/job-function/",
  ViewOnlyAccess: "/job-function/",
};

for (const [name, path] of Object.entries(paths)) {
  test(`${name} is found by name and by ARN, at its real path`, () => {
    const policy = catalog.managedPolicy(name);
    assert.equal(policy?.path, path);
    assert.equal(policy?.arn, `arn:aws:iam::aws:policy${path}${name}`);
    assert.deepEqual(catalog.managedPolicy(policy?.arn ?? ""), policy);
    assert.match(policy?.versionId ?? "", /^v\d+$/);
    assert.ok((policy?.createDate ?? "") <= (policy?.updateDate ?? ""));
  });
}

test("AdministratorAccess allows everything", () => {
  const document: unknown = JSON.parse(catalog.managedPolicy("AdministratorAccess")?.document ?? "");
  assert.deepEqual(document, { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
});

test("every managed policy has a document with statements", () => {
  const index = catalog.managedPolicyIndex();
  assert.ok(index.length >= 1594, `${index.length} policies`);
  for (const { arn } of index) {
    const document = JSON.parse(catalog.managedPolicy(arn)?.document ?? "") as { readonly Statement?: unknown };
    assert.ok(document.Statement !== undefined, arn);
  }
});

test("a policy is not found at another path, in another letter case or under a name every object has", () => {
  for (const name of [
    "arn:aws:iam::aws:policy/Billing",
    "administratoraccess",
    "constructor",
    "__proto__",
    "",
    "arn:aws:iam::123456789012:policy/AdministratorAccess",
  ]) {
    assert.equal(catalog.managedPolicy(name), undefined, name);
  }
});

test("an ARN of another partition answers with that partition", () => {
  const policy = catalog.managedPolicy("arn:aws-us-gov:iam::aws:policy/job-function/Billing");
  assert.equal(policy?.arn, "arn:aws-us-gov:iam::aws:policy/job-function/Billing");
  assert.equal(policy?.document, catalog.managedPolicy("Billing")?.document);
});

test("looking up a policy reads the index once and of the documents only its own", () => {
  const reads: string[] = [];
  const counting = openCatalog((file, offset, length) => {
    const bytes = readFileSync(new URL(file, data)).subarray(
      offset ?? 0,
      length === undefined ? undefined : (offset ?? 0) + length,
    );
    reads.push(`${file} ${length === undefined ? "whole" : bytes.length}`);
    return bytes;
  });
  assert.deepEqual(reads, []);
  const first = counting.managedPolicy("PowerUserAccess")?.document ?? "";
  const second = counting.managedPolicy("arn:aws:iam::aws:policy/job-function/Billing")?.document ?? "";
  counting.managedPolicy("PowerUserAccess");
  counting.managedPolicy("NoSuchPolicy");
  const bytes = (text: string): number => Buffer.byteLength(text);
  assert.deepEqual(reads, [
    "managed-policies.json whole",
    `managed-policies.blob ${bytes(first)}`,
    `managed-policies.blob ${bytes(second)}`,
  ]);
});
