import { InvalidInputException, NoSuchEntityException } from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newRequestId } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import { serviceLinkedRoleDeletions } from "../records/iam.ts";
import { onRole } from "./authorization.ts";
import { createRoleRecord, deleteRoleRecord, findRole } from "./role-record.ts";
import { describeRole, roleNamed } from "./roles.ts";
import { serviceLinkedRoles } from "./service-linked-role-table.ts";

const operation = operationsOf("iam");

const pathOf = (serviceName: string): string => `/aws-service-role/${serviceName}/`;

/** The name a service gives its role; the bare service where it is not known. */
function nameOf(serviceName: string, suffix: string | undefined): string {
  const name = serviceLinkedRoles.get(serviceName)?.roleName ?? serviceName;
  return suffix === undefined ? name : `${name}_${suffix}`;
}

const trustIn = (serviceName: string): string => {
  const statement = { Effect: "Allow", Principal: { Service: serviceName }, Action: "sts:AssumeRole" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
};

const createServiceLinkedRole = operation("CreateServiceLinkedRole", {
  authorize: ({ input, accountId }) => ({
    resource: arns.role(accountId, pathOf(input.AWSServiceName), nameOf(input.AWSServiceName, input.CustomSuffix)),
    context: { "iam:AWSServiceName": input.AWSServiceName },
  }),
  run: ({ input, tx, accountId, now }) => {
    const { AWSServiceName: service, CustomSuffix: suffix, Description: description } = input;
    const known =
      serviceLinkedRoles.get(service) ??
      fail(InvalidInputException, `Service role creation is not supported for ${service}`);
    if (suffix !== undefined && !known.suffix)
      fail(InvalidInputException, `Custom suffix is not allowed for ${service}`);
    const roleName = nameOf(service, suffix);
    if (findRole(tx, accountId, roleName)) {
      fail(
        InvalidInputException,
        `Service role name ${roleName} has been taken in this account, please try a different suffix.`,
      );
    }
    const attachedPolicies = known.policies.map((name) => `arn:aws:iam::aws:policy/aws-service-role/${name}`);
    const facts = {
      accountId,
      roleName,
      path: pathOf(service),
      assumeRolePolicyDocument: trustIn(service),
      attachedPolicies,
    };
    return {
      Role: describeRole(createRoleRecord(tx, now, { ...facts, description: description ?? known.description })),
    };
  },
});

const deleteServiceLinkedRole = operation("DeleteServiceLinkedRole", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => {
    const role = roleNamed(tx, accountId, input.RoleName);
    if (!role.path.startsWith("/aws-service-role/"))
      fail(NoSuchEntityException, `The role with name ${input.RoleName} cannot be found.`);
    deleteRoleRecord(tx, role);
    const taskId = `task${role.path}${role.roleName}/${newRequestId()}`;
    tx.put(serviceLinkedRoleDeletions, { accountId, taskId, roleName: role.roleName });
    return { DeletionTaskId: taskId };
  },
});

const getServiceLinkedRoleDeletionStatus = operation("GetServiceLinkedRoleDeletionStatus", {
  authorize: (call) => ({ resource: `arn:aws:iam::${call.accountId}:role${roleIn(call.input.DeletionTaskId)}` }),
  run: ({ input: { DeletionTaskId: taskId }, tx, accountId }) => {
    const task = tx.get(serviceLinkedRoleDeletions, taskId);
    if (task?.accountId !== accountId)
      fail(NoSuchEntityException, `The deletion task with id ${taskId} cannot be found.`);
    // No service of the plane uses such a role, so none is ever in the way of its deletion.
    return { Status: "SUCCEEDED" as const };
  },
});

/** The role's path and name in a task's id: `task/aws-service-role/SERVICE/NAME/UUID`. */
const roleIn = (taskId: string): string => taskId.replace(/^task/, "").replace(/\/[^/]*$/, "");

/** Operations on roles linked to services. */
export const serviceLinkedRoleOperations = [
  createServiceLinkedRole,
  deleteServiceLinkedRole,
  getServiceLinkedRoleDeletionStatus,
];
