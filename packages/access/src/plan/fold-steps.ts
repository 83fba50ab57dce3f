import type {
  AccountIam,
  CustomerManagedPolicy,
  Estate,
  Group,
  IamGroup,
  IamUser,
  PermissionSet,
  PolicyReference,
  ServiceControlPolicy,
} from "../estate.ts";
import { localArn } from "./local-arn.ts";
import { assignmentKey } from "./plan-assignments.ts";
import { accountsWith } from "./plan-provisioning.ts";
import type { BodyOf, StepBody, StepKind } from "./step.ts";
import { referenceText } from "./step-words.ts";
import { targetKey } from "./unit-paths.ts";

type Fold<Kind extends StepKind> = (estate: Estate, body: BodyOf<Kind>) => Estate;
type FoldTable = { readonly [Kind in StepKind]: Fold<Kind> };

/** The estate after a step has succeeded: what AWS will then hold, as far as an estate says it. */
export function foldStep(estate: Estate, body: StepBody): Estate {
  // The table is total and indexed by the body's own kind, so the fold takes this body.
  return (foldTable[body.kind] as Fold<StepKind>)(estate, body);
}

/** The estate after all these steps. */
export function foldSteps(estate: Estate, bodies: readonly StepBody[]): Estate {
  return bodies.reduce(foldStep, estate);
}

function edit<Item>(
  list: readonly Item[],
  matches: (item: Item) => boolean,
  change: (item: Item) => Item,
): readonly Item[] {
  return list.map((item) => (matches(item) ? change(item) : item));
}

function editSet(estate: Estate, name: string, change: (set: PermissionSet) => PermissionSet): Estate {
  return { ...estate, permissionSets: edit(estate.permissionSets, (set) => set.name === name, change) };
}

/** A change of content: every account that has the set lags behind it until it is provisioned there. */
function editContent(estate: Estate, name: string, change: (set: PermissionSet) => PermissionSet): Estate {
  return editSet(estate, name, (set) => ({ ...change(set), outdatedIn: accountsWith(name, estate) }));
}

function editGuardrail(
  estate: Estate,
  name: string,
  change: (policy: ServiceControlPolicy) => ServiceControlPolicy,
): Estate {
  const serviceControlPolicies = edit(estate.serviceControlPolicies, (policy) => policy.name === name, change);
  return { ...estate, serviceControlPolicies };
}

function editGroup(estate: Estate, name: string, change: (group: Group) => Group): Estate {
  return { ...estate, groups: edit(estate.groups, (group) => group.displayName === name, change) };
}

function editIam(estate: Estate, account: string, change: (iam: AccountIam) => AccountIam): Estate {
  const there = estate.iam.some((iam) => iam.account === account);
  const iam = there ? estate.iam : [...estate.iam, { account, policies: [], groups: [], users: [] }];
  return { ...estate, iam: edit(iam, (candidate) => candidate.account === account, change) };
}

function editIamGroup(estate: Estate, account: string, name: string, change: (group: IamGroup) => IamGroup): Estate {
  return editIam(estate, account, (iam) => ({
    ...iam,
    groups: edit(iam.groups, (group) => group.name === name, change),
  }));
}

function editIamUser(estate: Estate, account: string, name: string, change: (user: IamUser) => IamUser): Estate {
  return editIam(estate, account, (iam) => ({ ...iam, users: edit(iam.users, (user) => user.name === name, change) }));
}

function editPolicy(
  estate: Estate,
  account: string,
  policy: PolicyReference,
  change: (policy: CustomerManagedPolicy) => CustomerManagedPolicy,
): Estate {
  const same = (held: PolicyReference) => referenceText(held) === referenceText(policy);
  return editIam(estate, account, (iam) => ({ ...iam, policies: edit(iam.policies, same, change) }));
}

function withoutKey<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

const foldTable: FoldTable = {
  createOrganization: (estate) => ({ ...estate, organization: { ...estate.organization, id: "o-planned" } }),
  enableServiceControlPolicies: (estate) => ({
    ...estate,
    organization: { ...estate.organization, serviceControlPoliciesEnabled: true },
  }),
  createOrganizationalUnit: (estate, { path }) => ({ ...estate, units: [...estate.units, { path }] }),
  createAccount: (estate, { account, email, tags }) => ({
    ...estate,
    accounts: [...estate.accounts, { name: account, email, unit: "/", tags }],
  }),
  moveAccount: (estate, { account, to }) => ({
    ...estate,
    accounts: edit(
      estate.accounts,
      (found) => found.name === account,
      (found) => ({ ...found, unit: to }),
    ),
  }),
  tagAccount: (estate, { account, tags }) => ({
    ...estate,
    accounts: edit(
      estate.accounts,
      (found) => found.name === account,
      (found) => ({ ...found, tags: { ...found.tags, ...tags } }),
    ),
  }),
  createServiceControlPolicy: (estate, { policy, description, document, tags }) => ({
    ...estate,
    serviceControlPolicies: [
      ...estate.serviceControlPolicies,
      { name: policy, description, document, tags, targets: [] },
    ],
  }),
  updateServiceControlPolicy: (estate, { policy, description, document }) =>
    editGuardrail(estate, policy, (found) => ({ ...found, description, document })),
  tagServiceControlPolicy: (estate, { policy, tags }) =>
    editGuardrail(estate, policy, (found) => ({ ...found, tags: { ...found.tags, ...tags } })),
  attachServiceControlPolicy: (estate, { policy, target }) =>
    editGuardrail(estate, policy, (found) => ({ ...found, targets: [...found.targets, target] })),
  detachServiceControlPolicy: (estate, { policy, target }) =>
    editGuardrail(estate, policy, (found) => ({
      ...found,
      targets: found.targets.filter((hung) => targetKey(hung) !== targetKey(target)),
    })),
  deleteServiceControlPolicy: (estate, { policy }) => ({
    ...estate,
    serviceControlPolicies: estate.serviceControlPolicies.filter((found) => found.name !== policy),
  }),
  createManagedPolicy: (estate, { account, policy, document, description, tags }) =>
    editIam(estate, account, (iam) => ({
      ...iam,
      policies: [...iam.policies, { ...policy, document, tags, ...(description === undefined ? {} : { description }) }],
    })),
  updateManagedPolicy: (estate, { account, policy, document }) =>
    editPolicy(estate, account, policy, (found) => ({ ...found, document })),
  tagManagedPolicy: (estate, { account, policy, tags }) =>
    editPolicy(estate, account, policy, (found) => ({ ...found, tags: { ...found.tags, ...tags } })),
  createUser: (estate, { user, attributes }) => ({
    ...estate,
    users: [...estate.users, { userName: user, ...attributes }],
  }),
  updateUser: (estate, { user, attributes }) => ({
    ...estate,
    users: edit(
      estate.users,
      (found) => found.userName === user,
      (found) => ({ ...found, ...attributes }),
    ),
  }),
  deleteUser: (estate, { user }) => ({
    ...estate,
    users: estate.users.filter((found) => found.userName !== user),
    groups: estate.groups.map((group) => ({ ...group, members: group.members.filter((member) => member !== user) })),
  }),
  createGroup: (estate, { group, description }) => ({
    ...estate,
    groups: [
      ...estate.groups,
      { displayName: group, members: [], ...(description === undefined ? {} : { description }) },
    ],
  }),
  updateGroup: (estate, { group, description }) => editGroup(estate, group, (found) => ({ ...found, description })),
  deleteGroup: (estate, { group }) => ({
    ...estate,
    groups: estate.groups.filter((found) => found.displayName !== group),
  }),
  createMembership: (estate, { group, user }) =>
    editGroup(estate, group, (found) => ({ ...found, members: [...found.members, user].toSorted() })),
  deleteMembership: (estate, { group, user }) =>
    editGroup(estate, group, (found) => ({ ...found, members: found.members.filter((member) => member !== user) })),
  createPermissionSet: (estate, { permissionSet, attributes, tags }) => ({
    ...estate,
    permissionSets: [
      ...estate.permissionSets,
      { name: permissionSet, ...attributes, tags, managedPolicies: [], customerManagedPolicies: [] },
    ],
  }),
  updatePermissionSet: (estate, { permissionSet, attributes }) =>
    editContent(estate, permissionSet, (set) => ({ ...set, ...attributes })),
  tagPermissionSet: (estate, { permissionSet, tags }) =>
    editSet(estate, permissionSet, (set) => ({ ...set, tags: { ...set.tags, ...tags } })),
  putBoundary: (estate, { permissionSet, boundary }) =>
    editContent(estate, permissionSet, (set) => ({ ...set, boundary })),
  deleteBoundary: (estate, { permissionSet }) =>
    editContent(estate, permissionSet, ({ boundary: _gone, ...set }) => set),
  putInlinePolicy: (estate, { permissionSet, document }) =>
    editContent(estate, permissionSet, (set) => ({ ...set, inlinePolicy: document })),
  deleteInlinePolicy: (estate, { permissionSet }) =>
    editContent(estate, permissionSet, ({ inlinePolicy: _gone, ...set }) => set),
  attachManagedPolicy: (estate, { permissionSet, policyArn }) =>
    editContent(estate, permissionSet, (set) => ({ ...set, managedPolicies: [...set.managedPolicies, policyArn] })),
  detachManagedPolicy: (estate, { permissionSet, policyArn }) =>
    editContent(estate, permissionSet, (set) => ({
      ...set,
      managedPolicies: set.managedPolicies.filter((arn) => arn !== policyArn),
    })),
  attachCustomerManagedPolicy: (estate, { permissionSet, policy }) =>
    editContent(estate, permissionSet, (set) => ({
      ...set,
      customerManagedPolicies: [...set.customerManagedPolicies, policy],
    })),
  detachCustomerManagedPolicy: (estate, { permissionSet, policy }) =>
    editContent(estate, permissionSet, (set) => ({
      ...set,
      customerManagedPolicies: set.customerManagedPolicies.filter(
        (held) => referenceText(held) !== referenceText(policy),
      ),
    })),
  provisionPermissionSet: (estate, { permissionSet, where }) =>
    editSet(estate, permissionSet, (set) => ({
      ...set,
      outdatedIn:
        where.kind === "everywhere" ? [] : (set.outdatedIn ?? []).filter((account) => account !== where.account),
    })),
  deletePermissionSet: (estate, { permissionSet }) => ({
    ...estate,
    permissionSets: estate.permissionSets.filter((set) => set.name !== permissionSet),
  }),
  createAssignment: (estate, { assignment }) => ({
    ...editSet(estate, assignment.permissionSet, (set) => ({
      ...set,
      outdatedIn: (set.outdatedIn ?? []).filter((account) => account !== assignment.account),
    })),
    assignments: [...estate.assignments, assignment],
  }),
  deleteAssignment: (estate, { assignment }) => ({
    ...estate,
    assignments: estate.assignments.filter((row) => assignmentKey(row) !== assignmentKey(assignment)),
  }),
  setAccountAlias: (estate, { account, alias }) => editIam(estate, account, (iam) => ({ ...iam, alias })),
  setPasswordPolicy: (estate, { account, policy }) =>
    editIam(estate, account, (iam) => ({ ...iam, passwordPolicy: policy })),
  createIamGroup: (estate, { account, group, path }) =>
    editIam(estate, account, (iam) => ({
      ...iam,
      groups: [...iam.groups, { name: group, path, managedPolicies: [], inlinePolicies: {} }],
    })),
  attachIamGroupPolicy: (estate, { account, group, policyArn }) =>
    editIamGroup(estate, account, group, (found) => ({
      ...found,
      managedPolicies: [...found.managedPolicies, policyArn],
    })),
  detachIamGroupPolicy: (estate, { account, group, policyArn }) =>
    editIamGroup(estate, account, group, (found) => ({
      ...found,
      managedPolicies: found.managedPolicies.filter((arn) => localArn(arn) !== localArn(policyArn)),
    })),
  putIamGroupPolicy: (estate, { account, group, policy, document }) =>
    editIamGroup(estate, account, group, (found) => ({
      ...found,
      inlinePolicies: { ...found.inlinePolicies, [policy]: document },
    })),
  deleteIamGroupPolicy: (estate, { account, group, policy }) =>
    editIamGroup(estate, account, group, (found) => ({
      ...found,
      inlinePolicies: withoutKey(found.inlinePolicies, policy),
    })),
  createIamUser: (estate, { account, user, path, boundary, tags }) =>
    editIam(estate, account, (iam) => ({
      ...iam,
      users: [...iam.users, { name: user, path, groups: [], tags, ...(boundary === undefined ? {} : { boundary }) }],
    })),
  putIamUserBoundary: (estate, { account, user, boundary }) =>
    editIamUser(estate, account, user, (found) => ({ ...found, boundary })),
  tagIamUser: (estate, { account, user, tags }) =>
    editIamUser(estate, account, user, (found) => ({ ...found, tags: { ...found.tags, ...tags } })),
  addIamUserToGroup: (estate, { account, user, group }) =>
    editIamUser(estate, account, user, (found) => ({ ...found, groups: [...found.groups, group] })),
  removeIamUserFromGroup: (estate, { account, user, group }) =>
    editIamUser(estate, account, user, (found) => ({
      ...found,
      groups: found.groups.filter((name) => name !== group),
    })),
  deleteIamUser: (estate, { account, user }) =>
    editIam(estate, account, (iam) => ({ ...iam, users: iam.users.filter((found) => found.name !== user) })),
};
