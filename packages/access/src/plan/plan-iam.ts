import type { AccountIam, Estate, IamGroup, IamUser, PasswordPolicy } from "../estate.ts";
import { canonicalJson, sameDocument } from "./canonical-json.ts";
import { localArn } from "./local-arn.ts";
import { makeStep, stepId } from "./make-step.ts";
import { accountReady } from "./plan-managed-policies.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { isOwned } from "./scope.ts";
import type { Step } from "./step.ts";
import { missingTags, tagsWithOwner } from "./tags.ts";

/** Alias, password policy, and IAM groups and users (method B) inside accounts. */
export function planIam(desired: Estate, actual: Estate, policySteps: readonly Step[], context: PlanContext): PlanPart {
  return joinParts(
    desired.iam.map((iam) => {
      const found = actual.iam.find((candidate) => candidate.account === iam.account);
      const ready = [
        ...accountReady(iam.account),
        ...policySteps.filter((step) => "account" in step && step.account === iam.account).map((step) => step.id),
      ];
      return joinParts([
        settingsPart(iam, found),
        ...iam.groups.map((group) => groupPart(iam.account, group, found, ready)),
        ...iam.users.map((user) => userPart(iam.account, user, found, ready, context)),
      ]);
    }),
  );
}

function settingsPart(iam: AccountIam, found: AccountIam | undefined): PlanPart {
  const { account, alias, passwordPolicy } = iam;
  const dependsOn = accountReady(account);
  return {
    ...emptyPart,
    steps: [
      ...(alias === undefined || alias === found?.alias
        ? []
        : [makeStep({ kind: "setAccountAlias", account, alias }, { dependsOn })]),
      ...(passwordPolicy === undefined || samePasswordPolicy(passwordPolicy, found?.passwordPolicy)
        ? []
        : [makeStep({ kind: "setPasswordPolicy", account, policy: passwordPolicy }, { dependsOn })]),
    ],
  };
}

function samePasswordPolicy(left: PasswordPolicy, right: PasswordPolicy | undefined): boolean {
  return right !== undefined && canonicalJson(left) === canonicalJson(right);
}

function groupPart(
  account: string,
  group: IamGroup,
  found: AccountIam | undefined,
  ready: readonly string[],
): PlanPart {
  const there = found?.groups.find((candidate) => candidate.name === group.name);
  const { name, path, source } = group;
  const create = makeStep({ kind: "createIamGroup", account, group: name, path }, { source, dependsOn: ready });
  return {
    ...emptyPart,
    steps: [
      ...(there ? [] : [create]),
      ...inlineSteps(account, group, there),
      ...attachedSteps(account, group, there, ready),
    ],
  };
}

function inlineSteps(account: string, group: IamGroup, there: IamGroup | undefined): readonly Step[] {
  const { name, inlinePolicies, source } = group;
  const old = there?.inlinePolicies ?? {};
  const dependsOn = [stepId("createIamGroup", name, account)];
  const put = Object.entries(inlinePolicies).filter(([policy, document]) => !sameDocument(document, old[policy]));
  const gone = Object.keys(old).filter((policy) => inlinePolicies[policy] === undefined);
  return [
    ...put.map(([policy, document]) =>
      makeStep({ kind: "putIamGroupPolicy", account, group: name, policy, document }, { source, dependsOn }),
    ),
    ...gone.map((policy) => makeStep({ kind: "deleteIamGroupPolicy", account, group: name, policy }, { source })),
  ];
}

function attachedSteps(
  account: string,
  group: IamGroup,
  there: IamGroup | undefined,
  ready: readonly string[],
): readonly Step[] {
  const { name, source } = group;
  const wanted = new Map(group.managedPolicies.map((arn) => [localArn(arn), arn]));
  const old = new Map((there?.managedPolicies ?? []).map((arn) => [localArn(arn), arn]));
  const dependsOn = [
    ...ready,
    stepId("createIamGroup", name, account),
    ...Object.keys(group.inlinePolicies).map((policy) => stepId("putIamGroupPolicy", name, policy, account)),
  ];
  return [
    ...[...old]
      .filter(([key]) => !wanted.has(key))
      .map(([, policyArn]) => makeStep({ kind: "detachIamGroupPolicy", account, group: name, policyArn }, { source })),
    ...[...wanted]
      .filter(([key]) => !old.has(key))
      .map(([, policyArn]) =>
        makeStep({ kind: "attachIamGroupPolicy", account, group: name, policyArn }, { source, dependsOn }),
      ),
  ];
}

function userPart(
  account: string,
  user: IamUser,
  found: AccountIam | undefined,
  ready: readonly string[],
  context: PlanContext,
): PlanPart {
  const there = found?.users.find((candidate) => candidate.name === user.name);
  const own = there ? changedUser(account, user, there, context) : [newUser(account, user, ready, context)];
  const groups = user.groups.filter((group) => there?.groups.includes(group) !== true);
  const steps = [...own, ...groups.map((group) => memberStep(account, user, group))];
  const ours = !there || isOwned(there.tags, context.owner) || context.adopt.has(user.name);
  if (ours) return { ...emptyPart, steps };
  if (steps.every((step) => step.kind === "tagIamUser")) return emptyPart;
  const message = `IAM user \`${user.name}\` exists in \`${account}\` and is not tagged \`${context.owner.key}=${context.owner.value}\``;
  const help = "rename ours, or tag the existing user to hand it over";
  return { ...emptyPart, refusals: [refusal("notOwned", message, { source: user.source, help })] };
}

function newUser(account: string, user: IamUser, ready: readonly string[], context: PlanContext): Step {
  const { name, path, source } = user;
  const boundary = user.boundary === undefined ? {} : { boundary: user.boundary };
  const tags = tagsWithOwner(user.tags, context.owner);
  return makeStep(
    { kind: "createIamUser", account, user: name, path, tags, ...boundary },
    { source, dependsOn: ready },
  );
}

function changedUser(account: string, user: IamUser, there: IamUser, context: PlanContext): readonly Step[] {
  const { name, source } = user;
  const tags = missingTags(tagsWithOwner(user.tags, context.owner), there.tags);
  const boundary = user.boundary;
  const bound = boundary === undefined || localArn(boundary) === localArn(there.boundary ?? "");
  return [
    ...(tags ? [makeStep({ kind: "tagIamUser", account, user: name, tags }, { source })] : []),
    ...(bound ? [] : [makeStep({ kind: "putIamUserBoundary", account, user: name, boundary }, { source })]),
  ];
}

function memberStep(account: string, user: IamUser, group: string): Step {
  const dependsOn = [
    stepId("createIamUser", user.name, account),
    stepId("createIamGroup", group, account),
    stepId("putIamUserBoundary", user.name, account),
  ];
  return makeStep({ kind: "addIamUserToGroup", account, user: user.name, group }, { source: user.source, dependsOn });
}
