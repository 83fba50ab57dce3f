import type { FindingType } from "./finding.ts";

const page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

const words: Readonly<Record<FindingType, string>> = {
  ERROR: "error",
  SECURITY_WARNING: "security-warning",
  WARNING: "general-warning",
  SUGGESTION: "suggestion",
};

/** Where AWS explains a code of its own, as ValidatePolicy's `learnMoreLink` [findings in zoph-io/MAMIP, 2026]. */
export function learnMoreLink(type: FindingType, code: string): string {
  const name = code.toLowerCase().replaceAll("_", "-");
  return `${page}#access-analyzer-reference-policy-checks-${words[type]}-${name}`;
}
