import { InvalidRequestException, ResourceNotFoundException, UnauthorizedException } from "@aws-sdk/client-sso";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf, type ServiceModule } from "../frame/operation.ts";
import { pageOf } from "../frame/paging.ts";
import type { DirectoryUser } from "../records/identity-center.ts";
import { type SignInSession, signInSessions } from "../records/sign-in.ts";
import { type AccountRole, accountRolesOf } from "../sso-admin/instance-record.ts";
import { accountAccessScope } from "../sso-oidc/clients.ts";
import { sessionOfToken } from "../sso-oidc/sign-in-sessions.ts";
import { issueRoleCredentials } from "./role-credentials.ts";

const operation = operationsOf("sso");

/** The person an access token belongs to, or UnauthorizedException. */
function signedIn({ input, tx, now }: Call<{ accessToken: string | undefined }>): {
  session: SignInSession;
  person: DirectoryUser;
} {
  const found = sessionOfToken(tx, now, "application", input.accessToken ?? "");
  return found && reachesAccounts(found.session)
    ? found
    : fail(UnauthorizedException, "Session token not found or invalid");
}

/** A client of the time before scopes asked for none and may use accounts all the same. */
const reachesAccounts = ({ scopes }: SignInSession): boolean =>
  scopes.length === 0 || scopes.includes(accountAccessScope);

const invalidToken = (): never => fail(InvalidRequestException, "Invalid next token");

/** AWS's page size of the portal API where none is asked for is not documented; 100 is its largest. */
const defaultPage = 100;

const listAccounts = operation("ListAccounts", {
  authentication: "none",
  run: (call) => {
    const { person } = signedIn(call);
    const byId = new Map(accountRolesOf(call.tx, person.userId).map((role) => [role.accountId, role]));
    const accounts = [...byId.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    const { maxResults: limit = defaultPage, nextToken: marker } = call.input;
    const page = pageOf(accounts, { marker, limit, keyOf: ({ accountId }) => accountId, invalid: invalidToken });
    return {
      accountList: page.items.map(({ accountId, accountName, email }) => ({
        accountId,
        accountName,
        emailAddress: email,
      })),
      ...(page.next !== undefined && { nextToken: page.next }),
    };
  },
});

const listAccountRoles = operation("ListAccountRoles", {
  authentication: "none",
  run: (call) => {
    const { person } = signedIn(call);
    const { accountId, maxResults: limit = defaultPage, nextToken: marker } = call.input;
    const roles = accountRolesOf(call.tx, person.userId).filter((role) => role.accountId === accountId);
    if (roles.length === 0) forbidden();
    const names = [...new Set(roles.map(({ roleName }) => roleName))].sort();
    const page = pageOf(names, { marker, limit, keyOf: (name) => name, invalid: invalidToken });
    return {
      roleList: page.items.map((roleName) => ({ accountId, roleName })),
      ...(page.next !== undefined && { nextToken: page.next }),
    };
  },
});

const getRoleCredentials = operation("GetRoleCredentials", {
  authentication: "none",
  audited: true,
  run: (call) => {
    const { person } = signedIn(call);
    const { accountId, roleName } = call.input;
    const role = accountRolesOf(call.tx, person.userId).find(
      (r) => r.accountId === accountId && r.roleName === roleName,
    );
    return { roleCredentials: roleCredentials(call, person, role ?? forbidden()) };
  },
});

function roleCredentials(call: Call<unknown>, person: DirectoryUser, role: AccountRole) {
  const issued =
    issueRoleCredentials(call, person, role) ?? fail(ResourceNotFoundException, "The role is not provisioned");
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = issued;
  return { accessKeyId, secretAccessKey, sessionToken, expiration: expiration.getTime() };
}

const logout = operation("Logout", {
  authentication: "none",
  run: (call) => {
    call.tx.remove(signInSessions, signedIn(call).session);
    return {};
  },
});

/** What AWS answers for an account or role that is not (or no longer) assigned, though its model does not list it. */
function forbidden(): never {
  throw new WireFault("ForbiddenException", 403, "No access");
}

/** The portal API of IAM Identity Center: a signed-in person's accounts, roles and credentials. */
export const sso: ServiceModule = {
  id: "sso",
  prefix: "sso",
  operations: [listAccounts, listAccountRoles, getRoleCredentials, logout],
};
