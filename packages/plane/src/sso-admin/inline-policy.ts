import { ValidationException } from "@aws-sdk/client-sso-admin";
import { quotas } from "@castellan/catalog";
import { parsePolicy } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { sizeOf } from "../iam/policy-document.ts";
import { onPermissionSet, ownedPermissionSet } from "./instance-access.ts";
import { reviseSet } from "./permission-set-record.ts";

const operation = operationsOf("sso-admin");

/** AWS's words, as its users report them; undocumented. */
function checkInlinePolicy(document: string): void {
  const size = sizeOf(document);
  const { value: limit } = quotas["identityCenter.inlinePolicySize"];
  if (size > limit) {
    const what = "Current size of the non-whitespace characters present in the InlinePolicy Document is";
    fail(ValidationException, `${what} ${size} bytes which has exceeded the maximum limit of ${limit} bytes`);
  }
  if (parsePolicy(document, { kind: "identity" }).kind === "malformed") {
    fail(ValidationException, `Invalid PermissionsPolicy Document ${document}`);
  }
}

const put = operation("PutInlinePolicyToPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const { InlinePolicy: inlinePolicy } = call.input;
    checkInlinePolicy(inlinePolicy);
    reviseSet(call.tx, { ...set, inlinePolicy });
    return {};
  },
});

const get = operation("GetInlinePolicyForPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => ({ InlinePolicy: ownedPermissionSet(call).inlinePolicy ?? "" }),
});

const remove = operation("DeleteInlinePolicyFromPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { inlinePolicy, ...set } = ownedPermissionSet(call);
    if (inlinePolicy !== undefined) reviseSet(call.tx, set);
    return {};
  },
});

/** Operations on the inline policy of a permission set. */
export const inlinePolicyOperations = [put, get, remove];
