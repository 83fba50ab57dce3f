import type { CompiledPolicy, DecisionFacts, DecisionPolicies } from "@castellan/policy";
import type { Caller, SessionClaims } from "../frame/caller.ts";
import { iamGroups, iamRoles, type IamRole, iamUsers, nameKey, type PolicyHolder } from "../records/iam.ts";
import { serviceControlPoliciesOf } from "./organization-policies.ts";
import type { PolicyLibrary, Reader } from "./policy-library.ts";
import type { Tag } from "../records/tag.ts";

/** What the kernel has to know of a caller besides the request. */
export interface Standing {
  readonly policies: DecisionPolicies;
  readonly facts: DecisionFacts;
}

/** All policies that bear on a caller: its own, its groups', boundary, session policies and SCPs down to its account. */
export function standingOf(reader: Reader, library: PolicyLibrary, caller: Caller): Standing {
  const organization = serviceControlPoliciesOf(reader, library, caller.accountId);
  const own = ownPolicies(reader, library, caller);
  return {
    policies: { ...own.policies, ...(organization.scps && { scps: organization.scps }) },
    facts: { ...own.facts, ...organization.facts },
  };
}

function ownPolicies(reader: Reader, library: PolicyLibrary, caller: Caller): Standing {
  switch (caller.kind) {
    case "iamUser":
      return userStanding(reader, library, caller.accountId, caller.userName);
    case "assumedRole":
      return sessionStanding(reader, library, caller.session);
    case "root":
    case "plane":
    case "anonymous":
      return { policies: {}, facts: {} };
  }
}

function userStanding(reader: Reader, library: PolicyLibrary, accountId: string, userName: string): Standing {
  const user = reader.get(iamUsers, nameKey(accountId, userName));
  if (!user) return { policies: { identity: [] }, facts: {} };
  const groups = user.groups
    .map((name) => reader.get(iamGroups, nameKey(accountId, name)))
    .filter((group) => group !== undefined);
  return {
    policies: {
      identity: [user, ...groups].flatMap((holder) => policiesOf(reader, library, holder)),
      ...boundaryOf(reader, library, user.permissionsBoundary),
    },
    facts: { principalId: user.userId, principalTags: tagRecord(user.tags) },
  };
}

function sessionStanding(reader: Reader, library: PolicyLibrary, session: SessionClaims): Standing {
  const role = reader.get(iamRoles, nameKey(session.accountId, session.roleName));
  if (!role) return { policies: { identity: [] }, facts: {} };
  return {
    policies: { ...rolePolicies(reader, library, role), ...sessionPoliciesOf(reader, library, session) },
    facts: {
      principalId: role.roleId,
      roleArn: role.arn,
      principalTags: sessionTagsOver(role.tags, session.tags),
      ...(session.sourceIdentity !== undefined && { sourceIdentity: session.sourceIdentity }),
    },
  };
}

/** INVARIANT: a session with session policies stays limited by them even when one of them is gone. */
function sessionPoliciesOf(
  reader: Reader,
  library: PolicyLibrary,
  { policies, policyArns }: SessionClaims,
): DecisionPolicies {
  if (!policies && !policyArns) return {};
  const inline = policies?.map(({ id, document }) => library.compile("session", `${id} ${document}`, document)) ?? [];
  const gone = () => library.compile("session", "deleted session policy", allowsNothing);
  const managed = policyArns?.map((arn) => library.managed(reader, "session", arn) ?? gone()) ?? [];
  return { session: [...inline, ...managed] };
}

/** Stands for a policy that is no longer there. */
const allowsNothing =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"castellan:Nothing","Resource":"*"}]}';

/** Session tags win over the role's, whatever the letter case of their keys. */
function sessionTagsOver(
  roleTags: readonly Tag[],
  sessionTags: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const taken = new Set(Object.keys(sessionTags).map((key) => key.toLowerCase()));
  return { ...sessionTags, ...tagRecord(roleTags.filter(({ key }) => !taken.has(key.toLowerCase()))) };
}

/** A role's identity-based policies and boundary. */
export function rolePolicies(reader: Reader, library: PolicyLibrary, role: IamRole): DecisionPolicies {
  return { identity: policiesOf(reader, library, role), ...boundaryOf(reader, library, role.permissionsBoundary) };
}

function policiesOf(reader: Reader, library: PolicyLibrary, holder: PolicyHolder): CompiledPolicy[] {
  const attached = holder.attachedPolicies.map((arn) => library.managed(reader, "identity", arn));
  const inline = Object.entries(holder.inlinePolicies).map(([name, document]) =>
    library.compile("identity", `${holder.arn}/${name}`, document),
  );
  return [...attached.filter((policy) => policy !== undefined), ...inline];
}

function boundaryOf(reader: Reader, library: PolicyLibrary, arn: string | undefined): DecisionPolicies {
  const boundary = arn === undefined ? undefined : library.managed(reader, "boundary", arn);
  return boundary ? { boundary } : {};
}

const tagRecord = (tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ key, value }) => [key, value]));
