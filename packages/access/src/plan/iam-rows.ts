import type { PolicyReference } from "../estate.ts";
import { named, type StepRows } from "./step-row.ts";
import { lastPart, referenceText } from "./step-words.ts";

type Kinds =
  | "setAccountAlias"
  | "setPasswordPolicy"
  | "createManagedPolicy"
  | "updateManagedPolicy"
  | "tagManagedPolicy"
  | "createIamGroup"
  | "attachIamGroupPolicy"
  | "detachIamGroupPolicy"
  | "putIamGroupPolicy"
  | "deleteIamGroupPolicy"
  | "createIamUser"
  | "putIamUserBoundary"
  | "tagIamUser"
  | "addIamUserToGroup"
  | "removeIamUserFromGroup"
  | "deleteIamUser";

const managedPolicy = named<{ account: string; policy: PolicyReference }>(
  "managed policy",
  (body) => `${referenceText(body.policy)} @ ${body.account}`,
);
const settings = named<{ account: string }>("account settings", (body) => body.account);
const iamGroup = named<{ account: string; group: string }>("iam group", (body) => `${body.group} @ ${body.account}`);
const iamUser = named<{ account: string; user: string }>("iam user", (body) => `${body.user} @ ${body.account}`);
const iamMembership = named<{ account: string; user: string; group: string }>(
  "iam membership",
  (body) => `${body.user} in ${body.group} @ ${body.account}`,
);

/** Steps on IAM inside an account. */
export const iamRows: StepRows<Kinds> = {
  setAccountAlias: {
    phase: 20,
    change: "change",
    ...settings,
    key: (body) => [body.account],
    text: (body) => `set the alias of ${body.account} to ${body.alias}`,
  },
  setPasswordPolicy: {
    phase: 20,
    change: "change",
    ...settings,
    key: (body) => [body.account],
    text: (body) => `set the password policy of ${body.account}`,
  },
  createManagedPolicy: {
    phase: 21,
    change: "add",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `create policy ${referenceText(body.policy)} in ${body.account}`,
  },
  updateManagedPolicy: {
    phase: 21,
    change: "change",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `make a new version of policy ${referenceText(body.policy)} in ${body.account}`,
  },
  tagManagedPolicy: {
    phase: 21,
    change: "change",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `tag policy ${referenceText(body.policy)} in ${body.account}`,
  },
  createIamGroup: {
    phase: 60,
    change: "add",
    ...iamGroup,
    key: (body) => [body.group, body.account],
    text: (body) => `create IAM group ${body.group} in ${body.account}`,
  },
  attachIamGroupPolicy: {
    phase: 63,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policyArn, body.account],
    text: (body) => `attach ${lastPart(body.policyArn)} to IAM group ${body.group} in ${body.account}`,
  },
  detachIamGroupPolicy: {
    phase: 62,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policyArn, body.account],
    text: (body) => `detach ${lastPart(body.policyArn)} from IAM group ${body.group} in ${body.account}`,
  },
  putIamGroupPolicy: {
    phase: 61,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policy, body.account],
    text: (body) => `put inline policy ${body.policy} into IAM group ${body.group} in ${body.account}`,
  },
  deleteIamGroupPolicy: {
    phase: 61,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policy, body.account],
    text: (body) => `delete inline policy ${body.policy} of IAM group ${body.group} in ${body.account}`,
  },
  createIamUser: {
    phase: 64,
    change: "add",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `create IAM user ${body.user} in ${body.account}`,
  },
  putIamUserBoundary: {
    phase: 64,
    change: "change",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `put the boundary on IAM user ${body.user} in ${body.account}`,
  },
  tagIamUser: {
    phase: 64,
    change: "change",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `tag IAM user ${body.user} in ${body.account}`,
  },
  addIamUserToGroup: {
    phase: 65,
    change: "add",
    ...iamMembership,
    key: (body) => [body.user, body.group, body.account],
    text: (body) => `put IAM user ${body.user} into ${body.group} in ${body.account}`,
  },
  removeIamUserFromGroup: {
    phase: 104,
    change: "remove",
    ...iamMembership,
    key: (body) => [body.user, body.group, body.account],
    text: (body) => `take IAM user ${body.user} out of ${body.group} in ${body.account}`,
  },
  deleteIamUser: {
    phase: 105,
    change: "remove",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `delete IAM user ${body.user} in ${body.account} with its password, keys and devices`,
  },
};
