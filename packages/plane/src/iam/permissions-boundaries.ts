import { operationsOf } from "../frame/operation.ts";
import { type IamRole, type IamUser, iamUsers } from "../records/iam.ts";
import { boundaryContext, onBoundedRole, onBoundedUser, onRole, onUser, withContext } from "./authorization.ts";
import { requireBoundary } from "./permissions-boundary.ts";
import { putRole } from "./role-record.ts";
import { modifiableRole } from "./roles.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

const putUserPermissionsBoundary = operation("PutUserPermissionsBoundary", {
  authorize: (call) => withContext(onUser(call, call.input.UserName), boundaryContext(call.input.PermissionsBoundary)),
  run: (call) => {
    const { UserName: userName, PermissionsBoundary: permissionsBoundary } = call.input;
    const user = userNamed(call.tx, call.accountId, userName);
    requireBoundary(call, permissionsBoundary);
    call.tx.put(iamUsers, { ...user, permissionsBoundary });
    return {};
  },
});

const deleteUserPermissionsBoundary = operation("DeleteUserPermissionsBoundary", {
  authorize: (call) => onBoundedUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => {
    tx.put(iamUsers, unbounded<IamUser>(userNamed(tx, accountId, input.UserName)));
    return {};
  },
});

const putRolePermissionsBoundary = operation("PutRolePermissionsBoundary", {
  authorize: (call) => withContext(onRole(call, call.input.RoleName), boundaryContext(call.input.PermissionsBoundary)),
  run: (call) => {
    const { RoleName: roleName, PermissionsBoundary: permissionsBoundary } = call.input;
    const role = modifiableRole(call, roleName);
    requireBoundary(call, permissionsBoundary);
    putRole(call.tx, { ...role, permissionsBoundary });
    return {};
  },
});

const deleteRolePermissionsBoundary = operation("DeleteRolePermissionsBoundary", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => {
    putRole(call.tx, unbounded<IamRole>(modifiableRole(call, call.input.RoleName)));
    return {};
  },
});

function unbounded<Principal extends { readonly permissionsBoundary?: string }>(principal: Principal): Principal {
  const { permissionsBoundary: _, ...rest } = principal;
  return rest as Principal;
}

/** Operations on the permissions boundaries of users and roles. */
export const permissionsBoundaryOperations = [
  putUserPermissionsBoundary,
  deleteUserPermissionsBoundary,
  putRolePermissionsBoundary,
  deleteRolePermissionsBoundary,
];
