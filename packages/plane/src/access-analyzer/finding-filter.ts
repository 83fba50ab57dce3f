import type { Criterion } from "@aws-sdk/client-accessanalyzer";
import type { Finding, FindingFilter } from "./analyzer-record.ts";
import { invalidField } from "./refusals.ts";

/** The keys of conditions that findings show and filters know [IAM User Guide, access-analyzer-reference-filter-keys, 2025]. */
export const shownConditionKeys: readonly string[] = [
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:SourceIp",
  "aws:SourceVpc",
  "aws:UserId",
  "kms:CallerAccount",
  "accounts.google.com:aud",
  "cognito-identity.amazonaws.com:aud",
  "graph.facebook.com:app_id",
  "www.amazon.com:app_id",
];

type Attribute = (finding: Finding) => string | undefined;

const attributes: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ["id", ({ id }) => id],
  ["resource", ({ resource }) => resource],
  ["resourceType", ({ resourceType }) => resourceType],
  ["resourceOwnerAccount", ({ resourceOwnerAccount }) => resourceOwnerAccount],
  ["isPublic", ({ isPublic }) => String(isPublic)],
  ["findingType", () => "ExternalAccess"],
  ["status", ({ status }) => status],
  ["error", () => undefined],
  ["createdAt", ({ createdAt }) => createdAt],
  ["updatedAt", ({ updatedAt }) => updatedAt],
  ["principal.AWS", ({ principal }) => principal.AWS],
  ["principal.Federated", ({ principal }) => principal.Federated],
  ["principal.CanonicalUser", ({ principal }) => principal.CanonicalUser],
  ...shownConditionKeys.map((key) => [`condition.${key}`, ({ condition }: Finding) => condition[key]] as const),
]);

/** Refuses a filter by an attribute that no finding has. */
export function requireFilter(filter: FindingFilter): void {
  for (const name of Object.keys(filter))
    if (!attributes.has(name)) invalidField("filter", `Invalid filter key: ${name}`);
}

/** Whether a finding meets every criterion of a filter. */
export function meetsFilter(finding: Finding, filter: FindingFilter): boolean {
  return Object.entries(filter).every(([name, criterion]) => meets(attributes.get(name)?.(finding), criterion));
}

function meets(value: string | undefined, { eq, neq, contains, exists }: Criterion): boolean {
  if (exists !== undefined && exists !== (value !== undefined)) return false;
  if (eq !== undefined && !(value !== undefined && eq.includes(value))) return false;
  if (neq !== undefined && value !== undefined && neq.includes(value)) return false;
  return contains === undefined || contains.some((part) => value?.includes(part) === true);
}

/** Findings by an attribute, and alike ones by their age. */
export function sortFindings(
  found: readonly Finding[],
  {
    attributeName = "createdAt",
    orderBy = "ASC",
  }: { attributeName?: string | undefined; orderBy?: "ASC" | "DESC" | undefined } = {},
): readonly Finding[] {
  const attribute = attributes.get(attributeName) ?? invalidField("sort", `Invalid attribute: ${attributeName}`);
  const keyOf = (finding: Finding): string => [attribute(finding), finding.createdAt, finding.id].join("\n");
  const sorted = found.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return orderBy === "ASC" ? sorted : sorted.reverse();
}
