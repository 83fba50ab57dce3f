import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { diagnosticCodes } from "@castellan/access";
import { checkPolicyLimits, kindRules, malformations, parsePolicy, type PolicyKind, runCase } from "@castellan/policy";

const root = new URL("../", import.meta.url);
const pagesFolder = new URL("docs/errors/", root);
const pageOf = (code: string): string => readFileSync(new URL(`${code}.md`, pagesFolder), "utf8");
const pages = readdirSync(pagesFolder).map((name) => name.replace(/\.md$/, ""));

/** The kernel's codes beside its table, which their makers write out. */
const besideTheTable = ["CST1042", "CST1043", "CST1050"];
const policyCodes = [...Object.values(malformations).map(({ code }) => code), ...besideTheTable];
const allCodes = [...Object.keys(diagnosticCodes), ...policyCodes];

/** The codes written anywhere in the kernel's sources. */
function writtenCodes(): readonly string[] {
  const folder = fileURLToPath(new URL("packages/policy/src", root));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return sources.flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").match(/\bCST\d{4}\b/g) ?? []);
}

test("every code has a page, and every page a code", () => {
  assert.deepEqual(pages.toSorted(), allCodes.toSorted());
});

test("no code of the kernel is unknown here", () => {
  assert.deepEqual([...new Set(writtenCodes())].toSorted(), policyCodes.toSorted());
});

test("a page is headed by its code and title, and says how severe it is", () => {
  for (const [code, { title }] of Object.entries(diagnosticCodes)) assert.equal(headingOf(code), `# ${code}: ${title}`);
  for (const code of policyCodes) {
    assert.match(headingOf(code), new RegExp(`^# ${code}: \\S`));
    assert.match(pageOf(code), /^.+\n\nError\. \S/);
  }
});

test("no two pages have one title", () => {
  const titles = pages.map((code) => headingOf(code).slice(code.length + 4));
  assert.equal(new Set(titles).size, titles.length);
});

function headingOf(code: string): string {
  return pageOf(code).split("\n", 1)[0] ?? "";
}

/** What AWS calls the example, and the example. */
function exampleOf(code: string): { readonly noun: string; readonly text: string } {
  const [, noun = "", text = ""] = /## Example\n\n(?:(An? .+):\n\n)?```\w+\n([\s\S]*?)\n```/.exec(pageOf(code)) ?? [];
  return { noun: noun.charAt(0).toLowerCase() + noun.slice(1), text };
}

const kinds = Object.keys(kindRules) as PolicyKind[];

function kindOf(noun: string): PolicyKind {
  const kind = kinds.find((candidate) => kindRules[candidate].noun === noun);
  return noun === "a managed policy" ? "identity" : (kind ?? assert.fail(`there is no ${noun}`));
}

for (const { code } of Object.values(malformations)) {
  test(`the example of ${code} leads to that code alone, and the page has AWS's words for it`, () => {
    const { noun, text } = exampleOf(code);
    const parsed = parsePolicy(text, { kind: kindOf(noun), managed: noun === "a managed policy" });
    assert.ok(parsed.kind === "malformed");
    assert.deepEqual([...new Set(parsed.diagnostics.map((diagnostic) => diagnostic.code))], [code]);
    assert.ok(pageOf(code).includes(`\`${parsed.message}\``), parsed.message);
  });
}

test("the examples of limits and of decision cases lead to their codes", () => {
  const limits = (text: string): readonly string[] =>
    checkPolicyLimits({ text }, "managedPolicy").map((diagnostic) => diagnostic.code);
  const result = runCase(JSON.parse(exampleOf("CST1050").text));
  assert.deepEqual(limits("x".repeat(6_145)), ["CST1042"]);
  assert.deepEqual(limits(exampleOf("CST1043").text), ["CST1043"]);
  assert.deepEqual(result.kind === "invalid" && result.diagnostics.map((diagnostic) => diagnostic.code), ["CST1050"]);
});
