import { AccessDeniedException, ResourceNotFoundException } from "@aws-sdk/client-account";
import type { RequestContext } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import { findOrganization } from "../organizations/organization-access.ts";
import { accountArn } from "../organizations/organization-arns.ts";
import { findAccount } from "../organizations/organization-tree.ts";
import { isTrusted } from "../organizations/service-access.ts";
import { type Account, accounts, delegatedAdministrators, type Organization } from "../records/organizations.ts";

/** The service principal that has to have trusted access before accounts can be managed from above. */
const accountManagement = "account.amazonaws.com";

/** A call about the caller's own account, or about a member when it names one. */
type AccountCall = Pick<Call<{ readonly AccountId?: string | undefined }>, "tx" | "accountId" | "caller" | "input">;

/** The account a call is about [Service Authorization Reference, AWS Account Management]. */
export function onAccount(call: AccountCall, context: RequestContext = {}): Authorization {
  const { AccountId: member } = call.input;
  const organization = member === undefined ? undefined : findOrganization(call);
  if (member === undefined || !organization) return { resource: `arn:aws:account::${call.accountId}:account`, context };
  return { resource: accountArn(organization, member).replace(":organizations:", ":account:"), context };
}

/**
 * The account a call is about. Members are reached from the management account or a delegated administrator, once
 * trusted access is on; the management account must not name itself. All else is AccessDenied, in words observed by
 * turbot/steampipe-plugin-aws (issue 1309).
 */
export function accountOf(call: AccountCall, operation: string): Account {
  const { AccountId: member } = call.input;
  const { tx, caller } = call;
  if (member === undefined)
    return tx.get(accounts, call.accountId) ?? fail(ResourceNotFoundException, "Account not found.");
  const organization = findOrganization(call);
  const found = findAccount(tx, member);
  if (organization && found && mayManage(call, organization) && member !== organization.managementAccountId)
    return found;
  return fail(AccessDeniedException, `User: ${caller.arn} is not authorized to perform: account:${operation}`);
}

function mayManage({ tx, accountId }: AccountCall, organization: Organization): boolean {
  if (!isTrusted(organization, accountManagement)) return false;
  const delegated = tx.get(delegatedAdministrators, `${accountId}/${accountManagement}`) !== undefined;
  return delegated || organization.managementAccountId === accountId;
}
