import { type AccessKeyMetadata, NoSuchEntityException } from "@aws-sdk/client-iam";
import { WireFault } from "@castellan/wire";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newAccessKeyId, newSecretAccessKey } from "../frame/ids.ts";
import { type Authorization, type Call, operationsOf } from "../frame/operation.ts";
import { type AccessKey, accessKeys, accessKeyUses, nameKey } from "../records/iam.ts";
import { onUser } from "./authorization.ts";
import { userNameOrCaller } from "./calling-user.ts";
import { requireWithin } from "./limit.ts";
import { iamPage } from "./page.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

/** Calls about the keys of a user, by default the caller; without a user they are about the root user's keys. */
type KeyCall = Call<{ readonly UserName?: string | undefined }>;

function onKeyHolder(call: KeyCall): Authorization {
  const userName = userNameOrCaller(call.caller, call.input.UserName);
  return userName === undefined ? { resource: arns.root(call.accountId) } : onUser(call, userName);
}

/** The user the call is about under the name it was made with, or undefined for the root user. */
function keyHolder({ input, caller, tx, accountId }: KeyCall): string | undefined {
  const userName = userNameOrCaller(caller, input.UserName);
  return userName === undefined ? undefined : userNamed(tx, accountId, userName).userName;
}

const keysOf = ({ tx, accountId }: KeyCall, holder: string | undefined): AccessKey[] =>
  tx.list(accessKeys, "user", nameKey(accountId, holder ?? "<root>"));

function keyWithId(call: Call<{ readonly UserName?: string | undefined; readonly AccessKeyId: string }>): AccessKey {
  const { AccessKeyId: id } = call.input;
  const key = keysOf(call, keyHolder(call)).find(({ accessKeyId }) => accessKeyId === id);
  return key ?? fail(NoSuchEntityException, `The Access Key with id ${id} cannot be found.`);
}

const createAccessKey = operation("CreateAccessKey", {
  authorize: onKeyHolder,
  audited: true,
  run: (call) => {
    const { tx, accountId, now: createDate, vault } = call;
    const userName = keyHolder(call);
    requireWithin("iam.accessKeysPerUser", keysOf(call, userName).length + 1);
    const secret = newSecretAccessKey();
    const identity = {
      accessKeyId: newAccessKeyId("AKIA", accountId),
      accountId,
      ...(userName !== undefined && { userName }),
    };
    const key = tx.put(accessKeys, { ...identity, status: "Active", createDate, sealedSecret: vault.seal(secret) });
    const shown = {
      AccessKeyId: key.accessKeyId,
      Status: key.status,
      SecretAccessKey: secret,
      CreateDate: new Date(createDate),
    };
    return { AccessKey: { UserName: userName, ...shown } };
  },
});

const listAccessKeys = operation("ListAccessKeys", {
  authorize: onKeyHolder,
  run: (call) => {
    const { items, paging } = iamPage(keysOf(call, keyHolder(call)), call.input, ({ accessKeyId }) => accessKeyId);
    return { AccessKeyMetadata: items.map(describeKey), ...paging };
  },
});

const describeKey = (key: AccessKey): AccessKeyMetadata => ({
  ...(key.userName !== undefined && { UserName: key.userName }),
  AccessKeyId: key.accessKeyId,
  Status: key.status,
  CreateDate: new Date(key.createDate),
});

const updateAccessKey = operation("UpdateAccessKey", {
  authorize: onKeyHolder,
  run: (call) => {
    const { Status: status } = call.input;
    if (status === "Expired") throw new WireFault("ValidationError", 400, "Status must be Active or Inactive");
    call.tx.put(accessKeys, { ...keyWithId(call), status });
    return {};
  },
});

const deleteAccessKey = operation("DeleteAccessKey", {
  authorize: onKeyHolder,
  run: (call) => {
    const key = keyWithId(call);
    const use = call.tx.get(accessKeyUses, key.accessKeyId);
    if (use) call.tx.remove(accessKeyUses, use);
    call.tx.remove(accessKeys, key);
    return {};
  },
});

const getAccessKeyLastUsed = operation("GetAccessKeyLastUsed", {
  authorize: (call) => {
    const userName = call.tx.get(accessKeys, call.input.AccessKeyId)?.userName;
    return userName === undefined ? {} : onUser(call, userName);
  },
  run: ({ input: { AccessKeyId: id }, tx, caller, accountId }) => {
    const key = tx.get(accessKeys, id);
    if (key?.accountId !== accountId) {
      const message = `User: ${caller.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${id}`;
      throw new WireFault("AccessDenied", 403, message);
    }
    const use = tx.get(accessKeyUses, id);
    const last = use && { LastUsedDate: new Date(use.date), ServiceName: use.serviceName, Region: use.region };
    return { UserName: key.userName, AccessKeyLastUsed: last ?? { ServiceName: "N/A", Region: "N/A" } };
  },
});

/** Operations on long-term access keys. */
export const accessKeyOperations = [
  createAccessKey,
  listAccessKeys,
  updateAccessKey,
  deleteAccessKey,
  getAccessKeyLastUsed,
];
