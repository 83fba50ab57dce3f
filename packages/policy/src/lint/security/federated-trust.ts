import type { PrincipalEntry, Statement } from "../../document/policy-node.ts";
import { parseArn } from "../../pattern/arn.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, checkStatements, conditionsOn, type ConditionSite } from "../warnings/check-each.ts";
import { renameOperator } from "../warnings/edits.ts";

/** GitHub's issuer of OpenID Connect tokens. */
export const githubIssuer = "token.actions.githubusercontent.com";

/** Claims of GitHub that name a repository [IAM User Guide, reference_policies_iam-condition-keys, 2026]. */
const repositoryClaims = ["sub", "repository", "repository_id", "job_workflow_ref"] as const;

/** Issuers whose audience claim holds one value [IAM User Guide, reference_policies_iam-condition-keys, 2025]. */
const singleAudience: ReadonlySet<string> = new Set([
  "accounts.google.com:aud",
  "cognito-identity.amazonaws.com:aud",
  "graph.facebook.com:app_id",
  "www.amazon.com:app_id",
  `${githubIssuer}:aud`,
]);

/** The issuer (host and path) that a trust statement's federated principal stands for; SAML providers have none. */
export function issuerOf({ type, value }: PrincipalEntry): string | undefined {
  if (type !== "Federated") return undefined;
  const resource = parseArn(value)?.resource;
  if (resource === undefined) return /^[\w.-]+(\/\S*)?$/.test(value) ? value : undefined;
  return resource.startsWith("oidc-provider/") ? resource.slice("oidc-provider/".length) : undefined;
}

/** The OpenID Connect principals of an Allow statement of a trust policy with their issuers. */
export function trustedIssuers({ effect, principal }: Statement): readonly [entry: PrincipalEntry, issuer: string][] {
  if (effect === "Deny" || principal === undefined || principal.negated) return [];
  return principal.entries.flatMap((entry) => {
    const issuer = issuerOf(entry);
    return issuer === undefined ? [] : [[entry, issuer] as [PrincipalEntry, string]];
  });
}

/** Mistakes in trusting an identity provider. */
export const federatedTrust: readonly LintCheck[] = [
  checkStatements(
    {
      code: "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
      type: "SECURITY_WARNING",
      title: "Missing condition key for oidc principal",
    },
    (statement) =>
      trustedIssuers(statement)
        .filter(([, issuer]) => !hasClaim(statement, issuer))
        .map(([entry, issuer]) => ({
          at: [entry],
          details: `everybody whom \`${issuer}\` signs in may assume the role`,
          help: `add conditions on \`${issuer}:aud\` and \`${issuer}:sub\``,
        })),
  ),
  checkStatements(
    { code: "MISSING_GITHUB_REPO_CONDITION_KEY", type: "SECURITY_WARNING", title: "Missing github repo condition key" },
    (statement) =>
      trustedIssuers(statement)
        .filter(([, issuer]) => issuer.toLowerCase() === githubIssuer && !namesRepository(statement))
        .map(([entry]) => ({
          at: [entry],
          details: "workflows of every repository on GitHub may assume the role",
          help: `add a condition on \`${githubIssuer}:sub\` with repository and branch`,
        })),
  ),
  checkConditions(
    {
      code: "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
      type: "SECURITY_WARNING",
      title: "ForAnyValue with audience claim type",
    },
    (site) =>
      site.condition.qualifier === "ForAnyValue" && singleAudience.has(site.key) ? quantified(site) : undefined,
  ),
];

/** Quantified tests of an audience of which it is not known how many values it has. */
export const confirmAudience: LintCheck = checkConditions(
  { code: "CONFIRM_AUDIENCE_CLAIM_TYPE", type: "SUGGESTION", title: "Confirm audience claim type" },
  (site) => {
    const { condition, key, statement } = site;
    if (condition.qualifier === undefined || !key.endsWith(":aud") || singleAudience.has(key)) return undefined;
    const ours = trustedIssuers(statement).some(([, issuer]) => key.startsWith(`${issuer.toLowerCase()}:`));
    return ours ? quantified(site) : undefined;
  },
);

function quantified({ condition, statement, subject }: ConditionSite): FoundAt {
  const plain = `${condition.name}${condition.ifExists ? "IfExists" : ""}`;
  const fix = renameOperator(subject, statement, condition, plain);
  return {
    at: [condition.operator, condition.key],
    details: `\`${condition.key.value}\` is an audience of one value, \`${condition.qualifier ?? ""}:\` is for several`,
    help: `write \`${plain}\``,
    ...(fix && { fix }),
  };
}

function hasClaim({ conditions }: Statement, issuer: string): boolean {
  return conditions.some(({ key }) => key.value.toLowerCase().startsWith(`${issuer.toLowerCase()}:`));
}

function namesRepository(statement: Statement): boolean {
  return repositoryClaims.some((claim) => conditionsOn(statement, `${githubIssuer}:${claim}`).length > 0);
}
