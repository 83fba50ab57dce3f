import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { checks, lintPolicy, type Edit, type Finding, type PolicyKind } from "@castellan/policy";

/** A document: its text, its value, or its only statement. */
interface CaseDocument {
  readonly kind: PolicyKind;
  readonly resourceType?: string;
  readonly text?: string;
  readonly policy?: unknown;
  readonly statement?: unknown;
  /** Spaces that follow the text. */
  readonly padding?: number;
  /** What stands at the places of the first finding. */
  readonly at?: readonly string[];
  /** Codes of the same severity that are found besides. */
  readonly also?: readonly string[];
}

/** Documents with a finding, and documents that nearly have it. */
interface LintCase {
  readonly code: string;
  readonly finds: readonly CaseDocument[];
  readonly passes: readonly CaseDocument[];
}

const folder = fileURLToPath(new URL("cases", import.meta.url));
const families = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, cases: JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as readonly LintCase[] }));
const types = new Map(checks.map(({ code, type }) => [code, type]));

for (const { name, cases } of families) {
  describe(`the lint cases of ${name}`, () => {
    for (const { code, finds, passes } of cases) {
      it(`${code} is found where it is and nowhere else`, () => {
        for (const document of finds) checkFound(code, document);
        for (const document of passes) checkPassed(code, document);
      });
    }
  });
}

it("every error has a case", () => {
  const covered = new Set(families.flatMap(({ cases }) => cases.map(({ code }) => code)));
  const errors = checks.filter(({ type }) => type === "ERROR").map(({ code }) => code);
  assert.deepEqual(
    errors.filter((code) => !covered.has(code)),
    [],
  );
});

function textOf({ text, policy, statement, padding = 0 }: CaseDocument): string {
  const written = text ?? JSON.stringify(policy ?? { Version: "2012-10-17", Statement: [statement] });
  return written + " ".repeat(padding);
}

function lint(document: CaseDocument): readonly Finding[] {
  const { kind, resourceType } = document;
  const catalog = installedCatalog();
  return lintPolicy(textOf(document), { kind, catalog, ...(resourceType !== undefined && { resourceType }) });
}

function checkFound(code: string, document: CaseDocument): void {
  const text = textOf(document);
  const findings = lint(document).filter(({ type }) => type === types.get(code));
  const expected = [code, ...(document.also ?? [])];
  assert.deepEqual(findings.map((finding) => finding.code).toSorted(), expected.toSorted(), text);
  const places = findings.find((finding) => finding.code === code)?.locations ?? [];
  assert.ok(places.length > 0, `${code} has a place in ${text}`);
  for (const finding of findings) checkFix(document, text, findings, finding);
  if (document.at !== undefined)
    assert.deepEqual(
      places.map(({ start, end }) => text.slice(start, end)),
      document.at,
      text,
    );
}

/** A fix takes its own finding away, and brings no other of its severity. */
function checkFix(document: CaseDocument, text: string, found: readonly Finding[], { code, fix }: Finding): void {
  if (fix === undefined) return;
  const left = lint({ ...document, text: applied(text, fix), padding: 0 }).filter(
    ({ type }) => type === types.get(code),
  );
  assert.ok(left.length < found.length, `${code} is fixed: ${applied(text, fix)}`);
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((left, right) => right.span.start.offset - left.span.start.offset)
    .reduce((all, { span, text: by }) => all.slice(0, span.start.offset) + by + all.slice(span.end.offset), text);
}

function checkPassed(code: string, document: CaseDocument): void {
  const wrong = (finding: Finding): boolean =>
    types.get(code) === "ERROR" ? finding.type === "ERROR" : finding.code === code;
  assert.deepEqual(lint(document).filter(wrong), [], textOf(document));
}
