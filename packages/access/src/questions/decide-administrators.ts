import { decideGrant } from "./decide-grant.ts";
import { type EstateView, isManagement } from "./estate-view.ts";
import { type Grant, grantsOf, holdersOf } from "./grant.ts";

/** Who can do all of this in the management account can let others in again. */
const probes = {
  permissionSet: [
    "sso:CreateAccountAssignment",
    "sso:PutInlinePolicyToPermissionSet",
    "identitystore:CreateGroupMembership",
    "iam:CreateUser",
    "iam:AttachRolePolicy",
    "organizations:AttachPolicy",
  ],
  iamGroup: ["iam:CreateUser", "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:CreateAccessKey"],
} as const satisfies Record<Grant["kind"], readonly string[]>;

const administratorAccess = /:policy\/AdministratorAccess$/;

/**
 * The people who administer the organization: those with a way into the management account that allows changing who may
 * do what there. With `enough`, stops at so many; the likeliest ways are asked first, so little needs to be read.
 */
export function decideAdministrators(view: EstateView, enough = Number.POSITIVE_INFINITY): readonly string[] {
  const { estate } = view;
  const home = grantsOf(estate).filter((grant) => isManagement(estate, grant.account));
  const people = new Set<string>();
  for (const grant of home.toSorted((a, b) => likelihood(b, view) - likelihood(a, view))) {
    if (people.size >= enough) break;
    const holders = holdersOf(grant, estate);
    if (holders.length > 0 && administers(view, grant, holders)) for (const holder of holders) people.add(holder);
  }
  return [...people].toSorted();
}

function administers(view: EstateView, grant: Grant, [person = ""]: readonly string[]): boolean {
  return probes[grant.kind].every(
    (action) => decideGrant(view, grant, person, { action, resource: "*" }).outcome === "Allowed",
  );
}

function likelihood(grant: Grant, { estate }: EstateView): number {
  const attached =
    grant.kind === "permissionSet"
      ? estate.permissionSets.find((set) => set.name === grant.permissionSet)?.managedPolicies
      : estate.iam.flatMap((iam) => iam.groups).find((group) => group.name === grant.principal.name)?.managedPolicies;
  return (attached ?? []).some((arn) => administratorAccess.test(arn)) ? 1 : 0;
}
