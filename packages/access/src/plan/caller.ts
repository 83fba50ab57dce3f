import type { Estate } from "../estate.ts";
import { isAdministrative, type ManagedPolicyDocument } from "./administrators.ts";
import { routeKey, routesOf } from "./routes.ts";

/** Who the credentials belong to, as STS says. */
export interface CallerIdentity {
  readonly arn: string;
  readonly accountId: string;
  readonly userId: string;
}

/** The way by which the caller came in, as far as an estate knows such ways. */
export type CallerPath =
  | { readonly kind: "permissionSet"; readonly permissionSet: string; readonly user: string; readonly account: string }
  | { readonly kind: "iamUser"; readonly user: string; readonly account: string }
  | { readonly kind: "outside" };

/** Reads the caller's path out of its ARN: a permission set's role session, an IAM user, or something outside the file. */
export function callerPath(caller: CallerIdentity, estate: Estate): CallerPath {
  const account = estate.accounts.find((candidate) => candidate.id === caller.accountId)?.name ?? caller.accountId;
  const session = /:assumed-role\/AWSReservedSSO_(.+)_[0-9a-f]{16}\/(.+)$/.exec(caller.arn);
  if (session) return { kind: "permissionSet", permissionSet: session[1] ?? "", user: session[2] ?? "", account };
  const user = /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn);
  return user ? { kind: "iamUser", user: user[1] ?? "", account } : { kind: "outside" };
}

/** What the caller would lose by these changes, in words; undefined when its path stands as before. */
export function cutOfCaller(
  path: CallerPath,
  before: Estate,
  after: Estate,
  documentOf: ManagedPolicyDocument,
): string | undefined {
  switch (path.kind) {
    case "outside":
      return undefined;
    case "permissionSet":
      return cutOfSession(path, before, after, documentOf);
    case "iamUser":
      return cutOfIamUser(path, before, after);
  }
}

function cutOfSession(
  path: Extract<CallerPath, { kind: "permissionSet" }>,
  before: Estate,
  after: Estate,
  documentOf: ManagedPolicyDocument,
): string | undefined {
  const key = routeKey(path);
  if (!routesOf(before).has(key)) return undefined;
  if (!routesOf(after).has(key)) return `\`${path.permissionSet}\` of \`${path.user}\` in \`${path.account}\``;
  const administers = (estate: Estate) =>
    estate.permissionSets.some((set) => set.name === path.permissionSet && isAdministrative(set, estate, documentOf));
  return administers(before) && !administers(after) ? `the administration in \`${path.permissionSet}\`` : undefined;
}

function cutOfIamUser(
  path: Extract<CallerPath, { kind: "iamUser" }>,
  before: Estate,
  after: Estate,
): string | undefined {
  const held = groupsOfIamUser(path, before);
  const kept = groupsOfIamUser(path, after);
  if (held === undefined) return undefined;
  if (kept === undefined) return `the IAM user \`${path.user}\` itself`;
  const lost = held.filter((group) => !kept.includes(group));
  return lost.length === 0 ? undefined : `the membership of \`${path.user}\` in \`${lost.join("`, `")}\``;
}

function groupsOfIamUser(
  path: Extract<CallerPath, { kind: "iamUser" }>,
  estate: Estate,
): readonly string[] | undefined {
  const iam = estate.iam.find((candidate) => candidate.account === path.account);
  return iam?.users.find((user) => user.name === path.user)?.groups;
}
