import { checks, learnMoreLink, ownChecks } from "@castellan/policy";
import { codePage } from "./code-page.ts";

/** What is told about a diagnostic's code wherever it is listed. */
export interface CodeFacts {
  /** A few words. */
  readonly title: string;
  /** Everything, in Markdown; undefined for a code without a page. */
  readonly markdown?: string;
  /** Where AWS tells about it; undefined for what only Castellan says. */
  readonly uri?: string;
}

/** The grammar that AWS refuses a policy by. */
const grammar = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";

/** What is known of a code: of a page of docs/errors, of a check of policies, or what the code says itself. */
export function codeFacts(code: string): CodeFacts {
  const page = codePage(code);
  const uri = addressOf(code);
  return { title: page?.title ?? titleOf(code), ...(page && { markdown: page.markdown }), ...(uri && { uri }) };
}

/** True for a code that something is known of. */
export function isKnownCode(code: string): boolean {
  return checks.some((check) => check.code === code) || codePage(code) !== undefined;
}

function titleOf(code: string): string {
  return checks.find((check) => check.code === code)?.title ?? code.toLowerCase().replaceAll("_", " ");
}

function addressOf(code: string): string | undefined {
  if (/^CST10[0-4]\d$/.test(code)) return grammar;
  const check = checks.find((one) => one.code === code);
  return check === undefined || ownChecks.includes(check) ? undefined : learnMoreLink(check.type, code);
}
