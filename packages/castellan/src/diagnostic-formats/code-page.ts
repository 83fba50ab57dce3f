import { existsSync, readFileSync } from "node:fs";
import { ownChecks } from "@castellan/policy";

/** The pages of docs/errors: beside the bundle, or in the repository. */
const folders = ["./errors/", "../../../../docs/errors/"].map((path) => new URL(path, import.meta.url));

/** What is told about a diagnostic's code. */
export interface CodePage {
  /** A few words. */
  readonly title: string;
  /** The whole page, in Markdown. */
  readonly markdown: string;
}

/** The page about the linter, with a section for each code of a check that AWS does not have. */
const lintPages = ["./lint.md", "../../../../docs/lint.md"].map((path) => new URL(path, import.meta.url));

/** The page of a code, or its section of the page about the linter; undefined for one that has none. */
export function codePage(code: string): CodePage | undefined {
  if (!/^[A-Z0-9_]+$/.test(code)) return undefined;
  return ownPage(code) ?? lintSection(code);
}

/** A section without a heading of its own words: the check has a title. */
function lintSection(code: string): CodePage | undefined {
  const check = ownChecks.find((one) => one.code === code);
  const path = lintPages.find((page) => existsSync(page));
  if (check === undefined || path === undefined) return undefined;
  const [, after] = readFileSync(path, "utf8").split(`\n### ${code}\n`);
  const section = after?.split(/\n##+ /, 1)[0]?.trim();
  const title = check.title.toLowerCase();
  return section === undefined ? undefined : { title, markdown: `# ${code}: ${title}\n\n${section}` };
}

function ownPage(code: string): CodePage | undefined {
  const path = folders.map((folder) => new URL(`${code}.md`, folder)).find((page) => existsSync(page));
  if (path === undefined) return undefined;
  const markdown = readFileSync(path, "utf8").trimEnd();
  const [heading = ""] = markdown.split("\n", 1);
  return { title: heading.replace(/^# [A-Z0-9_]+: /, ""), markdown };
}
