import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { codesOf, fileWith } from "../testing/load-text.ts";
import { type DiagnosticCode, diagnosticCodes, documentOf } from "./codes.ts";

const repository = new URL("../../../../", import.meta.url);
const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
const pageOf = (code: DiagnosticCode): string => readFileSync(new URL(documentOf(code), repository), "utf8");

test("every code of the access file has a page, and every such page a code", () => {
  const pages = readdirSync(new URL("docs/errors/", repository)).filter((name) => /^CST0\d{3}\.md$/.test(name));
  assert.deepEqual(pages.toSorted(), codes.map((code) => `${code}.md`).toSorted());
});

test("a page is headed by its code and title, and says how severe it is", () => {
  for (const code of codes) {
    const { title, severity } = diagnosticCodes[code];
    assert.ok(
      pageOf(code).startsWith(`# ${code}: ${title}\n\n${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}. `),
      code,
    );
  }
});

/** Refusals of a plan speak of a target as well as of a file. */
const refusals = codes.filter((code) => code.startsWith("CST06"));

/** Pages whose example is told and not shown, is no access file, or is longer than a page. */
const told = new Set<DiagnosticCode>(["CST0002", "CST0003", "CST0210", "CST0401", "CST0402", ...refusals]);

test("the example on a page leads to the code of the page", () => {
  for (const code of codes.filter((one) => !told.has(one))) {
    const example = /```yaml\n([\s\S]*?)```/.exec(pageOf(code))?.[1] ?? "";
    assert.ok(codesOf(fileWith(example)).includes(code), `${code}: ${codesOf(fileWith(example)).join(" ")}`);
  }
});
