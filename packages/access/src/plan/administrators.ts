import type { Boundary, Estate, PermissionSet, PolicyReference } from "../estate.ts";
import { routesOf } from "./routes.ts";
import { managementName } from "./scope.ts";
import { referenceText } from "./step-words.ts";

/** Text of an AWS managed policy by ARN, where the caller has the catalogue at hand. */
export type ManagedPolicyDocument = (arn: string) => string | undefined;

const administrativePolicies = new Set([
  "arn:aws:iam::aws:policy/AdministratorAccess",
  "arn:aws:iam::aws:policy/IAMFullAccess",
]);

/**
 * The living people who administer: users with a route to an administrative permission set in the management account,
 * and IAM users (method B) whose groups there are administrative. Sorted names; IAM users as `iam:NAME`.
 */
export function administratorsOf(
  estate: Estate,
  documentOf: ManagedPolicyDocument = () => undefined,
): readonly string[] {
  const management = managementName(estate);
  const sets = new Set(
    estate.permissionSets.filter((set) => isAdministrative(set, estate, documentOf)).map((set) => set.name),
  );
  const people = [...routesOf(estate).values()]
    .filter((route) => route.account === management && sets.has(route.permissionSet))
    .map((route) => route.user);
  return [...new Set([...people, ...iamAdministrators(estate, management, documentOf)])].toSorted();
}

/** True when a set's policies let its holder do everything in IAM, and neither a deny nor the boundary takes it away. */
export function isAdministrative(
  set: PermissionSet,
  estate: Estate,
  documentOf: ManagedPolicyDocument = () => undefined,
): boolean {
  const management = managementName(estate);
  const own = set.customerManagedPolicies.map((policy) => customerDocument(policy, estate, management));
  const documents = [set.inlinePolicy, ...own, ...set.managedPolicies.map(documentOf)];
  const granted = set.managedPolicies.some((arn) => administrativePolicies.has(arn)) || documents.some(allowsIam);
  return granted && !documents.some(deniesIam) && boundaryAllows(set.boundary, estate, documentOf);
}

function boundaryAllows(boundary: Boundary | undefined, estate: Estate, documentOf: ManagedPolicyDocument): boolean {
  if (boundary === undefined) return true;
  if (boundary.kind === "aws") return administrativePolicies.has(boundary.arn) || allowsIam(documentOf(boundary.arn));
  const document = customerDocument(boundary.policy, estate, managementName(estate));
  return allowsIam(document) && !deniesIam(document);
}

function customerDocument(policy: PolicyReference, estate: Estate, account: string): string | undefined {
  const iam = estate.iam.find((candidate) => candidate.account === account);
  return iam?.policies.find((held) => referenceText(held) === referenceText(policy))?.document;
}

function iamAdministrators(estate: Estate, management: string, documentOf: ManagedPolicyDocument): readonly string[] {
  const iam = estate.iam.find((candidate) => candidate.account === management);
  const groups = (iam?.groups ?? []).filter((group) => {
    const documents = [...Object.values(group.inlinePolicies), ...group.managedPolicies.map(documentOf)];
    const granted = group.managedPolicies.some((arn) => administrativePolicies.has(arn)) || documents.some(allowsIam);
    return granted && !documents.some(deniesIam);
  });
  const names = new Set(groups.map((group) => group.name));
  return (iam?.users ?? [])
    .filter((user) => user.groups.some((group) => names.has(group)))
    .map((user) => `iam:${user.name}`);
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

function statementsOf(document: string | undefined): readonly Statement[] {
  if (document === undefined) return [];
  try {
    const parsed = JSON.parse(document) as { readonly Statement?: Statement | readonly Statement[] };
    return [parsed.Statement ?? []].flat();
  } catch {
    return [];
  }
}

const listOf = (value: unknown): readonly string[] =>
  [value].flat().filter((item): item is string => typeof item === "string");

function coversIam(statement: Statement): boolean {
  if (statement.Condition !== undefined || !listOf(statement.Resource).includes("*")) return false;
  if (statement.NotAction === undefined) {
    return listOf(statement.Action).some(
      (action) => action === "*" || action === "*:*" || action.toLowerCase() === "iam:*",
    );
  }
  return !listOf(statement.NotAction).some(
    (action) => action.startsWith("*") || action.toLowerCase().startsWith("iam:"),
  );
}

function allowsIam(document: string | undefined): boolean {
  return statementsOf(document).some((statement) => statement.Effect === "Allow" && coversIam(statement));
}

function deniesIam(document: string | undefined): boolean {
  return statementsOf(document).some((statement) => statement.Effect === "Deny" && coversIam(statement));
}
