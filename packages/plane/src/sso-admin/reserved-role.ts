import { createHash } from "node:crypto";
import { quotas } from "@castellan/catalog";
import { newHex } from "../frame/ids.ts";
import type { Transaction } from "../frame/transaction.ts";
import { createRoleRecord, deleteRoleRecord, findRole, putRole } from "../iam/role-record.ts";
import { iamPolicies, type IamRole, nameKey } from "../records/iam.ts";
import {
  type Instance,
  type PermissionSet,
  type PolicyReference,
  type Provisioning,
  provisionings,
} from "../records/identity-center.ts";
import { accounts } from "../records/organizations.ts";
import { sessionSecondsOf } from "./session-duration.ts";

/** What became of work in an account; reasons are AWS's words where they are known. */
export type Outcome = { readonly kind: "done" } | { readonly kind: "failed"; readonly reason: string };

export const done: Outcome = { kind: "done" };

/** A failure as the asynchronous requests of sso-admin report it. */
export const notFound = (what: string): Outcome => ({ kind: "failed", reason: `Received a 404 status error: ${what}` });

/** What a permission set determines of its role in an account. */
type Contents = Pick<
  IamRole,
  "assumeRolePolicyDocument" | "maxSessionDuration" | "attachedPolicies" | "inlinePolicies"
> &
  Partial<Pick<IamRole, "description" | "permissionsBoundary">>;

/** Makes the reserved role of the set in the account, or brings the one that is there to the set's newest version. */
export function provision(
  tx: Transaction,
  now: string,
  instance: Instance,
  set: PermissionSet,
  accountId: string,
): Outcome {
  const obstacle = obstacleTo(tx, set, accountId);
  if (obstacle) return obstacle;
  const { permissionSetArn, version } = set;
  const before = tx.get(provisionings, `${accountId}/${permissionSetArn}`);
  const roleName = before?.roleName ?? `AWSReservedSSO_${set.name}_${newHex(16)}`;
  const role = findRole(tx, accountId, roleName);
  // Nobody but the plane changes a reserved role, so one made from this version is as the set wants it.
  if (role && before?.version === version) return done;
  const contents = contentsOf(instance, set, accountId);
  if (role) putRole(tx, revised(role, contents));
  else createRoleRecord(tx, now, { accountId, roleName, path: rolePath(instance.region), ...contents });
  tx.put(provisionings, { permissionSetArn, accountId, roleName, version });
  return done;
}

/** Removes the reserved role: nobody is assigned the set in the account any more. The next one gets another name. */
export function deprovision(tx: Transaction, provisioning: Provisioning): void {
  const role = findRole(tx, provisioning.accountId, provisioning.roleName);
  if (role) deleteRoleRecord(tx, role);
  tx.remove(provisionings, provisioning);
}

/** The Region is part of the path unless it is us-east-1 [IAM Identity Center User Guide, referencingpermissionsets]. */
const rolePath = (region: string): string =>
  `/aws-reserved/sso.amazonaws.com/${region === "us-east-1" ? "" : `${region}/`}`;

function obstacleTo(tx: Transaction, set: PermissionSet, accountId: string): Outcome | undefined {
  const account = tx.get(accounts, accountId);
  if (!account) return notFound(`AWS account ${accountId} was not found in the organization.`);
  if (account.status !== "ACTIVE") return { kind: "failed", reason: unreachable(accountId) };
  const missing = referencesOf(set).find((reference) => !exists(tx, accountId, reference));
  if (missing) return notFound(`Not supported policy ${policyArn(accountId, missing)}.`);
  const { value: limit } = quotas["iam.managedPoliciesPerRole"];
  const attached = set.managedPolicies.length + set.customerManagedPolicies.length;
  if (attached <= limit) return undefined;
  return { kind: "failed", reason: `Received a 409 status error: Cannot exceed quota for PoliciesPerRole: ${limit}` };
}

/** What AWS says of suspended and closing accounts, as its users report it. */
const unreachable = (accountId: string): string =>
  `AWS SSO is unable to complete your request at this time. Obtaining permissions to manage your AWS account '${accountId}' ` +
  "takes longer than usual. Please try again in a few minutes. If this problem continues, contact AWS Support.";

function referencesOf({ customerManagedPolicies, boundary }: PermissionSet): readonly PolicyReference[] {
  return boundary && "customerManagedPolicy" in boundary
    ? [...customerManagedPolicies, boundary.customerManagedPolicy]
    : customerManagedPolicies;
}

const exists = (tx: Transaction, accountId: string, { name, path }: PolicyReference): boolean =>
  tx.get(iamPolicies, nameKey(accountId, name))?.arn === policyArn(accountId, { name, path });

const policyArn = (accountId: string, { name, path }: PolicyReference): string =>
  `arn:aws:iam::${accountId}:policy${path}${name}`;

function contentsOf(instance: Instance, set: PermissionSet, accountId: string): Contents {
  const { boundary, description, inlinePolicy } = set;
  const customerManaged = set.customerManagedPolicies.map((reference) => policyArn(accountId, reference));
  return {
    assumeRolePolicyDocument: trustPolicy(instance, accountId),
    maxSessionDuration: sessionSecondsOf(set),
    attachedPolicies: [...set.managedPolicies, ...customerManaged],
    inlinePolicies: inlinePolicy === undefined ? {} : { AwsSSOInlinePolicy: inlinePolicy },
    ...(description !== undefined && { description }),
    ...(boundary && { permissionsBoundary: boundaryArn(boundary, accountId) }),
  };
}

const boundaryArn = (boundary: NonNullable<PermissionSet["boundary"]>, accountId: string): string =>
  "managedPolicyArn" in boundary ? boundary.managedPolicyArn : policyArn(accountId, boundary.customerManagedPolicy);

/** As AWS writes it; the provider is the one Identity Center keeps in each account. */
function trustPolicy(instance: Instance, accountId: string): string {
  const provider = `arn:aws:iam::${accountId}:saml-provider/${samlProviderName(instance, accountId)}`;
  const statement = {
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
    Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** One provider for each account and instance, so its digits are derived from both. */
function samlProviderName({ instanceArn }: Instance, accountId: string): string {
  const digits = createHash("sha256").update(`${instanceArn} ${accountId}`).digest("hex").slice(0, 16);
  return `AWSSSO_${digits}_DO_NOT_DELETE`;
}

/** The role with other contents; it stays the same role, so that sessions of it live on. */
function revised(role: IamRole, contents: Contents): IamRole {
  const { accountId, roleName, path, roleId, arn, createDate, tags, lastUsed } = role;
  return { accountId, roleName, path, roleId, arn, createDate, tags, ...(lastUsed && { lastUsed }), ...contents };
}
