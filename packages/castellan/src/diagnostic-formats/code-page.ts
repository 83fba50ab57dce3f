import { existsSync, readFileSync } from "node:fs";

/** The pages of docs/errors: beside the bundle, or in the repository. */
const folders = ["./errors/", "../../../../docs/errors/"].map((path) => new URL(path, import.meta.url));

/** What is told about a diagnostic's code. */
export interface CodePage {
  /** A few words. */
  readonly title: string;
  /** The whole page, in Markdown. */
  readonly markdown: string;
}

/** The page of a code; undefined for one that has none. */
export function codePage(code: string): CodePage | undefined {
  if (!/^[A-Z0-9_]+$/.test(code)) return undefined;
  const path = folders.map((folder) => new URL(`${code}.md`, folder)).find((page) => existsSync(page));
  if (path === undefined) return undefined;
  const markdown = readFileSync(path, "utf8").trimEnd();
  const [heading = ""] = markdown.split("\n", 1);
  return { title: heading.replace(/^# [A-Z0-9_]+: /, ""), markdown };
}
