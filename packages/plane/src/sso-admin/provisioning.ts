import { ValidationException } from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { permissionSets, type Provisioning, provisionings } from "../records/identity-center.ts";
import { onAccount, onInstance, onPermissionSet, ownedInstance, ownedPermissionSet } from "./instance-access.ts";
import { ssoPage } from "./page.ts";
import { describeProvisioningRequest, openRequest } from "./requests.ts";

const operation = operationsOf("sso-admin");

const provisionPermissionSet = operation("ProvisionPermissionSet", {
  authorize: (call) => onAccount(call.input.TargetId, onPermissionSet(call)),
  run: (call) => {
    const { permissionSetArn } = ownedPermissionSet(call);
    const { TargetType: type, TargetId: accountId } = call.input;
    if (type === "AWS_ACCOUNT" && accountId === undefined)
      fail(ValidationException, "TargetId is required when TargetType is AWS_ACCOUNT");
    const target = type === "AWS_ACCOUNT" && accountId !== undefined ? { accountId } : {};
    const request = openRequest(call, { kind: "PROVISION", permissionSetArn, ...target });
    return { PermissionSetProvisioningStatus: describeProvisioningRequest(request) };
  },
});

/** Whether what was provisioned is, or is not, the newest version, as the caller asks. */
function inStatus(tx: Transaction, status: string | undefined): (provisioning: Provisioning) => boolean {
  return ({ permissionSetArn, version }) => {
    const newest = tx.get(permissionSets, permissionSetArn)?.version === version;
    return status === undefined || newest === (status === "LATEST_PERMISSION_SET_PROVISIONED");
  };
}

const listPermissionSets = operation("ListPermissionSetsProvisionedToAccount", {
  authorize: (call) => onAccount(call.input.AccountId, [onInstance(call)]),
  run: ({ input, tx, accountId }) => {
    ownedInstance({ input, tx, accountId });
    const provisioned = tx
      .list(provisionings, "account", input.AccountId)
      .filter(inStatus(tx, input.ProvisioningStatus));
    const { items, paging } = ssoPage(provisioned, input, ({ permissionSetArn }) => permissionSetArn);
    return { PermissionSets: items.map(({ permissionSetArn }) => permissionSetArn), ...paging };
  },
});

const listAccounts = operation("ListAccountsForProvisionedPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { permissionSetArn } = ownedPermissionSet(call);
    const { input, tx } = call;
    const provisioned = tx
      .list(provisionings, "permissionSet", permissionSetArn)
      .filter(inStatus(tx, input.ProvisioningStatus));
    const { items, paging } = ssoPage(provisioned, input, ({ accountId }) => accountId);
    return { AccountIds: items.map(({ accountId }) => accountId), ...paging };
  },
});

/** Operations on permission sets in accounts. */
export const provisioningOperations = [provisionPermissionSet, listPermissionSets, listAccounts];
