import { conditionOperators } from "../../condition/operators.ts";
import type { LintCheck } from "../lint-check.ts";
import { githubIssuer, trustedIssuers } from "../security/federated-trust.ts";
import { checkConditions, conditionsOn } from "./check-each.ts";

/** Subjects of GitHub with a wildcard, unless the repository is plain and the branch is tested by itself. */
export const githubSubject: LintCheck = checkConditions(
  {
    code: "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
    type: "WARNING",
    title: "Specific github repo and branch recommended",
  },
  ({ condition, key, statement }) => {
    if (key !== `${githubIssuer}:sub` || !trustedIssuers(statement).some(([, issuer]) => issuer === githubIssuer))
      return undefined;
    const branchTested = conditionsOn(statement, `${githubIssuer}:ref`).length > 0;
    const wide = condition.values.filter(({ value }) => /[*?]/.test(branchTested ? repositoryOf(value) : value));
    if (!conditionOperators[condition.name].wildcards || wide.length === 0) return undefined;
    return {
      at: wide,
      details: `${wide.map(({ value }) => `\`${value}\``).join(", ")} admits more repositories or branches than one`,
      help: `name repository and branch, as in \`repo:owner/name:ref:refs/heads/main\`, or test the branch with \`${githubIssuer}:ref\``,
    };
  },
);

/** `repo:owner/name` of a subject. */
function repositoryOf(subject: string): string {
  return subject.split(":").slice(0, 2).join(":");
}
