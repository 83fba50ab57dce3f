import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { lawFacts } from "./law-facts.ts";

const root = new URL("../../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending) && name !== "index.test.ts")
    .map((name) => `${folder}${name}`);

/** The numbers a text opens a note or a name with, as `"[4.3.2, 4.1.4] …`. */
const numbers = (text: string): readonly string[] =>
  [...text.matchAll(/["`]\[(\d+\.\d+[\d., ]*)\]/g)].flatMap(([, list = ""]) => list.split(", "));

/** Facts that a test of another part shows under a name of its own. */
const shownElsewhere: Readonly<Record<string, readonly [file: string, name: string]>> = {
  "1.7.6": ["packages/plane/src/iam/users.test.ts", "user names are unique without regard to letter case"],
  "1.8.3": ["packages/plane/src/sts/session-policies.test.ts", "policies take a share of the space that is told"],
  "1.8.4": ["packages/plane/src/iam/tags.test.ts", "a resource has fifty tags at most"],
  "1.8.6": ["packages/plane/src/organizations/policy-attachments.test.ts", "at least one and at most ten"],
  "1.8.8": ["packages/plane/src/iam/permissions-boundaries.test.ts", "a boundary has to be a managed policy"],
  "6.8.2": ["packages/plane/src/organizations/policy-attachments.test.ts", "off takes every attachment away"],
  "7.2.7": ["packages/plane/src/sts/assume-role.test.ts", "nor than an hour in a chain"],
  "7.2.9": ["packages/plane/src/sts/session-tags.test.ts", "transitive tags go down the chain, others do not"],
  "7.2.10": ["packages/plane/src/sts/session-tags.test.ts", "a source identity is said once and stays"],
  "7.5.4": ["packages/plane/src/iam/policies.test.ts", "default version and cannot be changed"],
  "9.1.1": [
    "packages/plane/src/iam/simulation/simulate-principal-policy.test.ts",
    "groups and roles are simulated with what is attached to them",
  ],
  "9.1.2": [
    "packages/plane/src/iam/simulation/simulate-principal-policy.test.ts",
    "the boundary in force counts until another is given",
  ],
  "9.1.3": [
    "packages/plane/src/iam/simulation/simulate-principal-policy.test.ts",
    "policies are left out by type, by ARN and by the name",
  ],
  "9.2.4": [
    "packages/plane/src/iam/simulation/simulate-custom-policy.test.ts",
    "the boundary and the organization each say whether they allow",
  ],
  "9.3.1": ["packages/plane/src/iam/simulation/simulate-custom-policy.test.ts", "not supported for IAM roles"],
  "9.3.2": [
    "packages/plane/src/iam/simulation/context-key-listing.test.ts",
    "the context keys of given policies are listed, each once",
  ],
};

const shown = new Set([
  ...filesIn("conformance/decisions/", ".json").flatMap((file) => numbers(read(file))),
  ...filesIn("packages/policy/src/law/", ".test.ts").flatMap((file) => numbers(read(file))),
  ...numbers(read("packages/plane/src/iam/simulation/law.test.ts")),
  ...Object.keys(shownElsewhere),
]);

test("every fact is shown by a case or a test that names its number", () => {
  assert.deepEqual(
    Object.entries(lawFacts).filter(([number]) => !shown.has(number)),
    [],
  );
});

test("every number that a case or a test names is a fact", () => {
  assert.deepEqual(
    [...shown].filter((number) => !Object.hasOwn(lawFacts, number)),
    [],
  );
});

test("the tests of other parts that show a fact are there", () => {
  for (const [number, [file, name]] of Object.entries(shownElsewhere)) assert.ok(read(file).includes(name), number);
});
