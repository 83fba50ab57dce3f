import type { PrincipalEntry, Statement } from "../../document/policy-node.ts";
import { matchesGlob } from "../../pattern/glob.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, parserError } from "./error-check.ts";

/** Errors of role trust policies. */
export const trustErrors: readonly LintCheck[] = [
  parserError("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", "Role trust policy syntax error notprincipal"),
  parserError("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", "Role trust policy syntax error resource"),
  parserError(
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
    "Role trust policy unsupported wildcard in principal",
  ),
  trustCheck(
    "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
    "Invalid federated principal syntax in role trust policy",
    ({ statements }) => statements.flatMap(findProviders),
  ),
  trustCheck("MISMATCHED_ACTION_FOR_PRINCIPAL", "Mismatched action for principal", ({ statements }) =>
    statements.flatMap(findMismatches),
  ),
  trustCheck(
    "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY",
    "Missing action for roles anywhere trust policy",
    ({ statements }) => findRolesAnywhere(statements),
  ),
  trustCheck("MISSING_ACTION_FOR_CONDITION_KEY", "Missing action for condition key", ({ statements }) =>
    statements.flatMap(findSessionKeys),
  ),
];

function trustCheck(code: string, title: string, find: LintCheck["find"]): LintCheck {
  return errorCheck(code, title, (subject: LintSubject) => (subject.kind === "trust" ? find(subject) : []));
}

const samlProvider = /^arn:[a-z-]+:iam::\d{12}:saml-provider\/.+$/;
const oidcProvider = /^arn:[a-z-]+:iam::\d{12}:oidc-provider\/.+$/;
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w.~/-]*)?$/i;

function findProviders({ principal }: Statement): readonly FoundAt[] {
  return (principal?.entries ?? [])
    .filter(({ type, value }) => type === "Federated" && !/[*?]|\$\{/.test(value))
    .filter(({ value }) => ![samlProvider, oidcProvider, domain].some((form) => form.test(value)))
    .map((entry) => ({
      at: [entry],
      details: `\`${entry.value}\` is neither a domain nor the ARN of a provider`,
      help: "write `accounts.google.com` or `arn:aws:iam::ACCOUNT:saml-provider/NAME`",
    }));
}

/** How a principal can take on a role. */
type Way = "sts:assumerole" | "sts:assumerolewithsaml" | "sts:assumerolewithwebidentity";

const wayNames: Readonly<Record<Way, string>> = {
  "sts:assumerole": "sts:AssumeRole",
  "sts:assumerolewithsaml": "sts:AssumeRoleWithSAML",
  "sts:assumerolewithwebidentity": "sts:AssumeRoleWithWebIdentity",
};

/** The way of a principal; undefined when its name does not say. */
function wayOf({ type, value }: PrincipalEntry): Way | undefined {
  if (type === "AWS" || type === "Service") return "sts:assumerole";
  if (samlProvider.test(value)) return "sts:assumerolewithsaml";
  return type === "Federated" && (oidcProvider.test(value) || domain.test(value))
    ? "sts:assumerolewithwebidentity"
    : undefined;
}

function isWay(action: string): action is Way {
  return Object.hasOwn(wayNames, action);
}

/** Actions written in full that none of the principals of the statement can call. */
function findMismatches({ effect, principal, action }: Statement): readonly FoundAt[] {
  if (effect !== "Allow" || principal === undefined || principal.negated || action.negated) return [];
  return action.patterns.flatMap((pattern) => {
    const lower = pattern.value.toLowerCase();
    if (!isWay(lower)) return [];
    const strangers = principal.entries.filter((entry) => wayOf(entry) !== undefined && wayOf(entry) !== lower);
    if (strangers.length === 0 || strangers.length < principal.entries.length) return [];
    const wanted = [...new Set(strangers.flatMap((entry) => wayOf(entry) ?? []))].map((way) => `\`${wayNames[way]}\``);
    const names = strangers.map(({ value }) => `\`${value}\``).join(", ");
    return [
      { at: [pattern], details: `${names} cannot call \`${pattern.value}\``, help: `allow ${wanted.join(" or ")}` },
    ];
  });
}

const anywhere = "rolesanywhere.amazonaws.com";
const anywhereActions = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

function findRolesAnywhere(statements: readonly Statement[]): readonly FoundAt[] {
  const trusting = statements.filter(
    ({ effect, principal }) =>
      effect === "Allow" && principal?.entries.some(({ type, value }) => type === "Service" && value === anywhere),
  );
  const missing = anywhereActions.filter((name) => !trusting.some((statement) => speaksOf(statement, name)));
  const [first] = trusting;
  if (first === undefined || missing.length === 0) return [];
  const names = missing.map((name) => `\`${name}\``).join(" and ");
  return [{ at: [first.action], details: `IAM Roles Anywhere needs ${names} as well`, help: "add what is missing" }];
}

function speaksOf({ action }: Statement, name: string): boolean {
  const lower = name.toLowerCase();
  return action.patterns.some(({ value }) => matchesGlob(value.toLowerCase(), lower)) !== action.negated;
}

/**
 * Keys that only a caller who may do something else besides can set, in lower case; one that ends in a slash is
 * followed by a name [STS keys in the Service Authorization Reference and IAM User Guide, id_session-tags, 2026].
 */
const sessionKeys: readonly (readonly [key: string, action: string])[] = [
  ["sts:sourceidentity", "sts:SetSourceIdentity"],
  ["sts:transitivetagkeys", "sts:TagSession"],
  ["aws:requesttag/", "sts:TagSession"],
  ["sts:requestcontext/", "sts:SetContext"],
  ["sts:requestcontextproviders", "sts:SetContext"],
];

function findSessionKeys(statement: Statement): readonly FoundAt[] {
  if (statement.effect !== "Allow") return [];
  return statement.conditions.flatMap(({ key, name }) => {
    const lower = key.value.toLowerCase();
    const row = sessionKeys.find(([known]) => (known.endsWith("/") ? lower.startsWith(known) : lower === known));
    const action = row?.[1];
    if (action === undefined || name === "Null" || speaksOf(statement, action)) return [];
    const details = `only a caller who may \`${action}\` can set \`${key.value}\``;
    return [{ at: [key], details, help: `add \`${action}\` to the actions` }];
  });
}
