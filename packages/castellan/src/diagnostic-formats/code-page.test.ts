import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { type FindingType, ownChecks } from "@castellan/policy";
import { codePage } from "./code-page.ts";

const lintPage = readFileSync(new URL("../../../../docs/lint.md", import.meta.url), "utf8");

const severities: Readonly<Record<FindingType, string>> = {
  ERROR: "Error",
  SECURITY_WARNING: "Warning",
  WARNING: "Warning",
  SUGGESTION: "Suggestion",
};

it("every code of a check that AWS does not have is a section of docs/lint.md, and every such section a code", () => {
  const sections = [...lintPage.matchAll(/^### ([A-Z_]+)$/gm)].map((match) => match[1]);
  assert.deepEqual(sections.toSorted(), ownChecks.map(({ code }) => code).toSorted());
});

it("a section says how severe the code is, shows an example and tells a fix", () => {
  for (const { code, type } of ownChecks) {
    const { markdown = "" } = codePage(code) ?? {};
    assert.match(markdown, new RegExp(`^# ${code}: .+\n\n${severities[type]}\\. `), code);
    assert.match(markdown, /\n```json\n[^]+\n```\n\nFix: /, code);
    assert.doesNotMatch(markdown, /^##/m, code);
  }
});
