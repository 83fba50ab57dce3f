import type { AccessCatalog } from "../access-catalog.ts";
import type { Boundary, Estate } from "../estate.ts";
import type { ControlPolicyLevels } from "./control-policy-levels.ts";
import type { Grant } from "./grant.ts";

/** A policy as JSON text; `id` is what explanations call it. */
export interface NamedDocument {
  readonly id: string;
  readonly document: string;
}

/** The policies of a grant by layer, and which of them could not be found. */
export interface GrantDocuments {
  readonly identity: readonly NamedDocument[];
  readonly boundary?: NamedDocument;
  /** Service control policies, level by level from the root. */
  readonly levels: readonly (readonly NamedDocument[])[];
  readonly missing: readonly string[];
}

type Found = NamedDocument | { readonly missing: string };

/** Finds the policies that decide what a grant gives, under the service control policies that bind its account. */
export function grantDocuments(
  grant: Grant,
  estate: Estate,
  catalog: AccessCatalog,
  controls: ControlPolicyLevels,
): GrantDocuments {
  const where = { account: grant.account, estate, catalog };
  const { identity, boundary } =
    grant.kind === "permissionSet" ? ofSet(grant.permissionSet, where) : ofIamGroup(grant.principal.name, where);
  const levels = controls.map((level) => level.map(({ name, document }) => ({ id: name, document })));
  return {
    identity: identity.filter(isDocument),
    ...(boundary !== undefined && isDocument(boundary) ? { boundary } : {}),
    levels,
    missing: [...identity, ...(boundary === undefined ? [] : [boundary])].flatMap((one) =>
      isDocument(one) ? [] : [one.missing],
    ),
  };
}

interface Where {
  readonly account: string;
  readonly estate: Estate;
  readonly catalog: AccessCatalog;
}

interface Attached {
  readonly identity: readonly Found[];
  readonly boundary?: Found;
}

function ofSet(name: string, where: Where): Attached {
  const set = where.estate.permissionSets.find((one) => one.name === name);
  if (set === undefined) return { identity: [{ missing: `there is no permission set \`${name}\`` }] };
  const inline = set.inlinePolicy === undefined ? [] : [{ id: `${name} (inline)`, document: set.inlinePolicy }];
  const customer = set.customerManagedPolicies.map((policy) => customerManaged(policy.name, where));
  const identity = [...set.managedPolicies.map((arn) => awsManaged(arn, where)), ...customer, ...inline];
  return set.boundary === undefined ? { identity } : { identity, boundary: ofBoundary(set.boundary, where) };
}

function ofIamGroup(name: string, where: Where): Attached {
  const group = where.estate.iam.find((iam) => iam.account === where.account)?.groups.find((one) => one.name === name);
  const inline = Object.entries(group?.inlinePolicies ?? {}).map(([id, document]) => ({ id, document }));
  const attached = (group?.managedPolicies ?? []).map((arn) => managed(arn, where));
  return { identity: [...attached, ...inline] };
}

/** The documents of a grant as they bind one of its holders: an IAM user has a boundary of its own. */
export function withUserBoundary(
  documents: GrantDocuments,
  arn: string,
  { account }: Grant,
  estate: Estate,
  catalog: AccessCatalog,
): GrantDocuments {
  const boundary = managed(arn, { account, estate, catalog });
  return isDocument(boundary)
    ? { ...documents, boundary }
    : { ...documents, missing: [...documents.missing, boundary.missing] };
}

function managed(arn: string, where: Where): Found {
  return /^arn:aws[a-z-]*:iam::aws:/.test(arn)
    ? awsManaged(arn, where)
    : customerManaged(arn.split("/").at(-1) ?? arn, where);
}

function ofBoundary(boundary: Boundary, where: Where): Found {
  return boundary.kind === "aws" ? awsManaged(boundary.arn, where) : customerManaged(boundary.policy.name, where);
}

function awsManaged(arn: string, { catalog }: Where): Found {
  const policy = catalog.managedPolicy(arn);
  return policy === undefined
    ? { missing: `the catalogue has no AWS managed policy \`${arn}\`` }
    : { id: policy.name, document: policy.document };
}

function customerManaged(name: string, { account, estate }: Where): Found {
  const found = estate.iam.find((iam) => iam.account === account)?.policies.find((policy) => policy.name === name);
  return found === undefined
    ? { missing: `account \`${account}\` has no customer managed policy \`${name}\`` }
    : { id: name, document: found.document };
}

function isDocument(found: Found): found is NamedDocument {
  return "document" in found;
}
