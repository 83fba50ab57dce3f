import assert from "node:assert/strict";
import { test } from "node:test";
import { load, fileWith } from "../testing/load-text.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { applyFixes } from "./apply-edits.ts";
import { printDiagnostic } from "./print-diagnostic.ts";

const first = (text: string) => {
  const [diagnostic] = load(text).diagnostics;
  assert.ok(diagnostic !== undefined);
  return diagnostic;
};

test("a diagnostic is a frame with the line, carets, the name that was meant, and help", () => {
  const text = fileWith("access:\n  everywhere: {admin: AdminAccess}\n  sandbox: {devloper: DeveloperAccess}");
  assert.equal(
    printDiagnostic(first(text), text),
    [
      "error[CST0102]: unknown group `devloper`",
      "  --> castellan.yaml:15:13",
      "   |",
      "15 |   sandbox: {devloper: DeveloperAccess}",
      "   |             ^^^^^^^^ no such group",
      "   |",
      " 6 | groups: {admin: AWS-Admins, developer: AWS-Developers}",
      "   |                             --------- this one differs by one letter",
      "help: write `developer`  (castellan lint --fix does it)",
      "more: castellan help CST0102",
    ].join("\n"),
  );
});

test("carets stand under wide characters", () => {
  const text = fileWith("people:\n  한글@example.com: {is: 관리자}");
  const lines = printDiagnostic(first(text), text).split("\n");
  assert.equal(lines[4], "   |                          ^^^^^^ no such group");
});

test("a terminal's control characters in the file are not printed", () => {
  const text = fileWith('people:\n  yu@example.com: {is: "\\e[31mred"}');
  assert.ok(!printDiagnostic(first(text), text).includes("\u001b"));
  const span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 3, line: 1, column: 4 } };
  assert.ok(
    !printDiagnostic({ code: "CST0001", severity: "error", message: "m", span }, "\u001b[31m").includes("\u001b"),
  );
});

test("of a long line only the part around the fault is shown", () => {
  const text = fileWith(`people: {yu@example.com: {is: [${"admin, ".repeat(100)}nobody]}}`);
  const diagnostic = load(text).diagnostics.find(({ code }) => code === "CST0102");
  assert.ok(diagnostic !== undefined);
  assert.ok(
    printDiagnostic(diagnostic, text)
      .split("\n")
      .every((line) => line.length < 170),
  );
});

test("colour adds escape codes and nothing else", () => {
  const text = fileWith("castellan: 2");
  const colored = printDiagnostic(first(text), text, { color: true });
  assert.ok(colored.includes("\u001b[1;31m"));
  assert.equal(colored.replace(/\u001b\[[\d;]*m/g, ""), printDiagnostic(first(text), text));
});

test("a diagnostic without a place is printed without a frame", () => {
  const text = printDiagnostic(
    { code: "CST0403", severity: "error", message: "twice", notes: [{ message: "a note" }], help: "do" },
    "",
  );
  assert.equal(text, "error[CST0403]: twice\nnote: a note\nhelp: do\nmore: castellan help CST0403");
});

test("in JSON a diagnostic names its page", () => {
  const text = fileWith("castellan: 2");
  const json = diagnosticJson(first(text));
  assert.equal(json.page, "docs/errors/CST0009.md");
  assert.equal(json.title, "unknown version of the file");
  assert.equal(diagnosticJson({ code: "CST1001", severity: "error", message: "m" }).page, undefined);
});

test("fixes change the text to what was meant, and nothing beside it", () => {
  const text = fileWith('access:\n  everywhere: {admin: AdminAcces}\n  "sandbx": {developer: DeveloperAccess}');
  const fixed = applyFixes(text, load(text).diagnostics);
  assert.equal(fixed, text.replace("AdminAcces}", "AdminAccess}").replace('"sandbx"', '"sandbox"'));
  assert.deepEqual(load(fixed).diagnostics, []);
});
