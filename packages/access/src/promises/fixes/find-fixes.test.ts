import assert from "node:assert/strict";
import { test } from "node:test";
import { fileWith, load, loadGood, provedOver } from "../../testing/load-text.ts";
import { addNever } from "./add-never.ts";
import { findFixes, type PromiseFix, type ProveText } from "./find-fixes.ts";
import { removeAssignment } from "./remove-assignment.ts";

const prove: ProveText = (text) => {
  const loaded = load(text);
  return loaded.kind === "loaded" ? provedOver(text, loaded.promises) : undefined;
};

function fixesOf(fragment: string): readonly PromiseFix[] {
  const text = fileWith(fragment);
  const broken = provedOver(text, loadGood(text).promises).find(({ verdict }) => verdict === "broken");
  return findFixes(text, broken ?? assert.fail("nothing is broken"), prove);
}

test("a broken promise is mended by denying the task, or by taking the assignment away", () => {
  const fixes = fixesOf("promises: [only admin may see billing]");
  assert.deepEqual(
    fixes.map(({ title }) => title),
    [
      "add `see billing` to `never` of `DeveloperAccess`",
      "take the assignment AWS-Developers > DeveloperAccess > sandbox away",
    ],
  );
  for (const { text } of fixes)
    assert.equal(
      prove(text)?.every(({ verdict }) => verdict === "proved"),
      true,
    );
});

test("an edit that would break another promise is not offered", () => {
  const titles = fixesOf("promises: [only admin may see billing, developer may write in sandbox]").map(
    ({ title }) => title,
  );
  assert.deepEqual(titles, ["add `see billing` to `never` of `DeveloperAccess`"]);
  assert.deepEqual(fixesOf("promises: [developer may never write, developer may write in sandbox]"), []);
});

test("a task told by access levels cannot be denied, so the assignment goes", () => {
  const titles = fixesOf("promises: [developer may never write]").map(({ title }) => title);
  assert.deepEqual(titles, ["take the assignment AWS-Developers > DeveloperAccess > sandbox away"]);
});

test("the edit is repeated for whatever else gets through", () => {
  const [fix] = fixesOf(
    "groups: {admin: AWS-Admins, developer: AWS-Developers, tester: AWS-Testers}\n" +
      "permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: PowerUserAccess}\n  TesterAccess: {use: PowerUserAccess}\n" +
      "access:\n  everywhere: {admin: AdminAccess}\n  sandbox: {developer: DeveloperAccess, tester: TesterAccess}\n" +
      "promises: [only admin may see billing]",
  );
  assert.equal(
    fix?.title,
    "add `see billing` to `never` of `DeveloperAccess`, add `see billing` to `never` of `TesterAccess`",
  );
});

const layouts: readonly (readonly [string, string])[] = [
  ["  A: {use: X}  # note", "  A: {use: X, never: [see billing]}  # note"],
  ["  A: { use: X, }", "  A: { use: X, never: [see billing], }"],
  ["  A: {use: X, never: read data}", "  A: {use: X, never: [read data, see billing]}"],
  ["  A: {use: X, never: [read data]}", "  A: {use: X, never: [read data, see billing]}"],
  ["  A: {use: X, never: []}", "  A: {use: X, never: [see billing]}"],
  ["  A:\n    use: X  # note\n", "  A:\n    use: X  # note\n    never: [see billing]\n"],
  [
    "  A:\n    use: X\n    # note\n    session: 2h",
    "  A:\n    use: X\n    # note\n    never: [see billing]\n    session: 2h",
  ],
  [
    "  A:\n    use: X\n    never:\n      - read data  # note",
    "  A:\n    use: X\n    never:\n      - see billing\n      - read data  # note",
  ],
  [
    "  A:\n    use:\n      - X\n  B: {use: Y}\n",
    "  A:\n    use:\n      - X\n    never: [see billing]\n  B: {use: Y}\n",
  ],
];

test("a task is added in the layout that the permission set has", () => {
  for (const [before, after] of layouts)
    assert.equal(addNever(`permission-sets:\n${before}`, "A", "see billing"), `permission-sets:\n${after}`);
});

const rows: readonly (readonly [string, string, string])[] = [
  ["  all: {a: A, b: B}  # note", "B", "  all: {a: A}  # note"],
  ["  all: {a: A, b: B}", "A", "  all: {b: B}"],
  ["  all: {a: [A, C], b: B}", "C", "  all: {a: [A], b: B}"],
  ["  all: {a: A}\n  one: {b: B}\n", "B", "  all: {a: A}\n"],
  ["  all:\n    a: A\n    b: B  # note\n    c: C\n", "B", "  all:\n    a: A\n    c: C\n"],
];

test("an assignment is taken out of a row, and its row with it when nothing is left", () => {
  for (const [before, set, after] of rows) {
    const text = `access:\n${before}`;
    const lines = text.slice(0, text.indexOf(set, text.indexOf(":\n") + 1)).split("\n");
    const source = { file: "castellan.yaml", line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
    assert.equal(removeAssignment(text, source), `access:\n${after}`);
  }
});
