import { ConflictException, ValidationException } from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { requestTags, withContext } from "../iam/authorization.ts";
import { accountAssignments, permissionSets, provisionings } from "../records/identity-center.ts";
import { idOf, onInstance, onPermissionSet, ownedInstance, ownedPermissionSet } from "./instance-access.ts";
import { ssoPage } from "./page.ts";
import { createPermissionSetRecord, describePermissionSet, reviseSet } from "./permission-set-record.ts";
import { requireWithin } from "./quota.ts";
import { secondsOf } from "./session-duration.ts";
import { checkedTags } from "./tags.ts";

const operation = operationsOf("sso-admin");

/** Sessions of a permission set last between one and twelve hours [IAM Identity Center User Guide, Set session duration]. */
function checkSession(duration: string | undefined): void {
  if (duration === undefined) return;
  const seconds = secondsOf(duration);
  if (seconds === undefined || seconds < 3600 || seconds > 43_200) {
    fail(ValidationException, `SessionDuration ${duration} is not valid: it must be between PT1H and PT12H`);
  }
}

const createPermissionSet = operation("CreatePermissionSet", {
  authorize: (call) => {
    const context = requestTags(call.input.Tags);
    const resource = `arn:aws:sso:::permissionSet/${idOf(call.input.InstanceArn)}/*`;
    return [{ resource, context }, withContext(onInstance(call), context)];
  },
  run: (call) => {
    const instance = ownedInstance(call);
    const { tx, now } = call;
    const {
      Name: name,
      Description: description,
      SessionDuration: sessionDuration,
      RelayState: relayState,
    } = call.input;
    if (tx.list(permissionSets, "name", name).some((set) => set.instanceArn === instance.instanceArn)) {
      fail(ConflictException, `PermissionSet with name ${name} already exists.`);
    }
    requireWithin(
      "identityCenter.permissionSets",
      tx.count(permissionSets, "instance", instance.instanceArn) + 1,
      "PermissionSet",
      idOf(instance.instanceArn),
    );
    checkSession(sessionDuration);
    const tags = checkedTags([], call.input.Tags ?? []);
    const set = createPermissionSetRecord(tx, now, instance, { name, description, sessionDuration, relayState, tags });
    return { PermissionSet: describePermissionSet(set) };
  },
});

const describe = operation("DescribePermissionSet", {
  authorize: onPermissionSet,
  run: (call) => ({ PermissionSet: describePermissionSet(ownedPermissionSet(call)) }),
});

const updatePermissionSet = operation("UpdatePermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    // A relay state that is not named again is cleared; description and session stay [terraform-provider-aws #17411].
    const { relayState: _cleared, ...set } = ownedPermissionSet(call);
    const { Description: description, SessionDuration: sessionDuration, RelayState: relayState } = call.input;
    checkSession(sessionDuration);
    reviseSet(call.tx, {
      ...set,
      ...(description !== undefined && { description }),
      ...(sessionDuration !== undefined && { sessionDuration }),
      ...(relayState !== undefined && { relayState }),
    });
    return {};
  },
});

const deletePermissionSet = operation("DeletePermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const { permissionSetArn: arn } = set;
    if (
      call.tx.count(accountAssignments, "permissionSet", arn) + call.tx.count(provisionings, "permissionSet", arn) >
      0
    ) {
      fail(ConflictException, "Could not delete because PermissionSet has ApplicationProfile associated with it.");
    }
    call.tx.remove(permissionSets, set);
    return {};
  },
});

const listPermissionSets = operation("ListPermissionSets", {
  authorize: onInstance,
  run: (call) => {
    const { instanceArn } = ownedInstance(call);
    const arns = call.tx.list(permissionSets, "instance", instanceArn).map(({ permissionSetArn }) => permissionSetArn);
    const { items, paging } = ssoPage(arns, call.input, (arn) => arn);
    return { PermissionSets: items, ...paging };
  },
});

/** Operations on permission sets as a whole. */
export const permissionSetOperations = [
  createPermissionSet,
  describe,
  updatePermissionSet,
  deletePermissionSet,
  listPermissionSets,
];
