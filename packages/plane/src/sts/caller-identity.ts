import { WireFault } from "@castellan/wire";
import { accountOfAccessKeyId } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";

const operation = operationsOf("sts");

const getCallerIdentity = operation("GetCallerIdentity", {
  run: ({ caller }) => ({ UserId: caller.userId, Account: caller.accountId, Arn: caller.arn }),
});

const getAccessKeyInfo = operation("GetAccessKeyInfo", {
  run: ({ input }) => {
    const account = accountOfAccessKeyId(input.AccessKeyId);
    if (account === undefined) throw new WireFault("ValidationError", 400, "The access key ID is not valid.");
    return { Account: account };
  },
});

/** Operations that tell whose credentials are. */
export const callerIdentityOperations = [getCallerIdentity, getAccessKeyInfo];
