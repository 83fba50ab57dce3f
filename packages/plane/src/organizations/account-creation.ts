import {
  type CreateAccountFailureReason,
  type CreateAccountStatus,
  CreateAccountStatusNotFoundException,
} from "@aws-sdk/client-organizations";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { newHex } from "../frame/ids.ts";
import { type JobHandler, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  accounts,
  type CreateAccountRequest,
  createAccountRequests,
  organizations,
  theOrganization,
} from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { createAccountRecord } from "./account-record.ts";
import { onCreation } from "./authorization.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { organizationsPage } from "./page.ts";
import { invalidInput, violates } from "./refusals.ts";
import { withTags } from "./tag-list.ts";

const operation = operationsOf("organizations");

/** What the job that makes an account has to know. */
interface Wanted {
  readonly requestId: string;
  readonly name: string;
  readonly email: string;
  readonly roleName?: string;
  readonly tags: readonly Tag[];
}

const createAccount = operation("CreateAccount", {
  authorize: ({ input }) => onCreation({}, input.Tags),
  run: (call) => {
    const { input, tx, now } = call;
    const { AccountName: name, Email: email, RoleName: roleName } = input;
    managedOrganization(call);
    requireCreatable(tx, roleName);
    const tags = withTags([], input.Tags);
    const id = `car-${newHex(32)}`;
    const request = tx.put(createAccountRequests, {
      id,
      accountName: name,
      state: "IN_PROGRESS",
      requestedTimestamp: now,
    });
    const wanted: Wanted = { requestId: id, name, email, ...(roleName !== undefined && { roleName }), tags };
    tx.schedule({ service: "organizations", name: "makeAccount", payload: wanted });
    return { CreateAccountStatus: describeRequest(request) };
  },
});

function requireCreatable(tx: Transaction, roleName = ""): void {
  if (roleName.startsWith("AWSServiceRoleFor"))
    invalidInput("INVALID_ROLE_NAME", "You specified an invalid role name.");
  const { value: most } = quotas["organizations.concurrentAccountCreations"];
  if (tx.count(createAccountRequests, "state", "IN_PROGRESS") < most) return;
  violates(
    "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
    "You have exceeded the number of accounts that can be in progress at a time.",
  );
}

/** Makes the account that was asked for, or writes down why not. */
export const makeAccount: JobHandler = (call, { requestId, ...wanted }: Wanted) => {
  const { tx, now } = call;
  const request = tx.get(createAccountRequests, requestId);
  const organization = tx.get(organizations, theOrganization);
  if (!request || !organization) return;
  const failureReason = obstacle(tx, wanted.email);
  if (failureReason !== undefined) {
    tx.put(createAccountRequests, { ...request, state: "FAILED", completedTimestamp: now, failureReason });
    return;
  }
  const { id: accountId } = createAccountRecord(call, {
    ...wanted,
    joinedMethod: "CREATED",
    parentId: organization.rootId,
  });
  tx.put(createAccountRequests, { ...request, state: "SUCCEEDED", completedTimestamp: now, accountId });
};

/**
 * Why an account cannot be made. Ten accounts is what AWS allows an organization until it asks for more; nobody can be
 * asked here, so the plane allows what AWS allows at most. Closed accounts count.
 */
function obstacle(tx: Transaction, email: string): CreateAccountFailureReason | undefined {
  if (tx.count(accounts, "email", email.toLowerCase()) > 0) return "EMAIL_ALREADY_EXISTS";
  const { value, maximum = value } = quotas["organizations.accounts"];
  return tx.count(accounts) >= maximum ? "ACCOUNT_LIMIT_EXCEEDED" : undefined;
}

const describe = operation("DescribeCreateAccountStatus", {
  run: (call) => {
    readableOrganization(call);
    const request = call.tx.get(createAccountRequests, call.input.CreateAccountRequestId);
    if (!request)
      return fail(
        CreateAccountStatusNotFoundException,
        "You specified a create account request ID that doesn't exist.",
      );
    return { CreateAccountStatus: describeRequest(request) };
  },
});

const list = operation("ListCreateAccountStatus", {
  run: (call) => {
    const { input, tx } = call;
    readableOrganization(call);
    const { States: states = [] } = input;
    const wanted = tx.list(createAccountRequests).filter(({ state }) => states.length === 0 || states.includes(state));
    const { items, paging } = organizationsPage(wanted, input, ({ id }) => id);
    return { CreateAccountStatuses: items.map(describeRequest), ...paging };
  },
});

/** A CreateAccount request in the API's words. */
function describeRequest(request: CreateAccountRequest): CreateAccountStatus {
  const { id, accountName, state, requestedTimestamp, completedTimestamp, accountId, failureReason } = request;
  return {
    Id: id,
    AccountName: accountName,
    State: state,
    RequestedTimestamp: new Date(requestedTimestamp),
    ...(completedTimestamp !== undefined && { CompletedTimestamp: new Date(completedTimestamp) }),
    ...(accountId !== undefined && { AccountId: accountId }),
    ...(failureReason !== undefined && { FailureReason: failureReason as CreateAccountFailureReason }),
  };
}

/** Operations that make accounts. */
export const accountCreationOperations = [createAccount, describe, list];
