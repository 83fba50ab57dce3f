import { type EscalationSet, escalation, target } from "./escalation-set.ts";

const admittingRole = target("a role whose trust policy already admits the caller");
const anyRole = target("a role outside those that AWS protects");
const keylessUser = target("an IAM user with more rights and fewer than two access keys", "iamUser");
const otherUser = target("an IAM user", "iamUser");

/** Sets that change IAM's policies. */
const policySets: readonly EscalationSet[] = [
  escalation(
    "own-policy-version",
    "writes a new version of a customer managed policy of its own",
    "iam:CreatePolicyVersion",
    { effect: "self", from: "FWCHRLP" },
  ),
  escalation(
    "policy-version-then-assume",
    "widens a policy of a role and assumes it",
    "iam:CreatePolicyVersion sts:AssumeRole",
    {
      effect: "other",
      needs: target("a role whose trust policy admits the caller and that has a customer managed policy"),
      from: "FWC",
    },
  ),
  escalation(
    "policy-version-then-trust",
    "widens a policy of a role and lets itself in",
    "iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy",
    { effect: "other", needs: target("a role that has a customer managed policy"), from: "FWC" },
  ),
  escalation(
    "own-default-version",
    "goes back to a wider version of a policy of its own",
    "iam:SetDefaultPolicyVersion",
    { effect: "self", needs: target("an older version of the policy that allows more"), from: "WCHRL" },
  ),
  escalation("put-own-user-policy", "writes itself an inline policy", "iam:PutUserPolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation("put-own-role-policy", "writes its own role an inline policy", "iam:PutRolePolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation("put-own-group-policy", "writes its own group an inline policy", "iam:PutGroupPolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation("attach-own-user-policy", "attaches AdministratorAccess to itself", "iam:AttachUserPolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation("attach-own-role-policy", "attaches AdministratorAccess to its own role", "iam:AttachRolePolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation("attach-own-group-policy", "attaches AdministratorAccess to its own group", "iam:AttachGroupPolicy", {
    effect: "self",
    from: "FWCHRLP",
  }),
  escalation(
    "put-role-policy-then-assume",
    "writes a role an inline policy and assumes it",
    "iam:PutRolePolicy sts:AssumeRole",
    { effect: "other", needs: admittingRole, from: "FWL" },
  ),
  escalation(
    "attach-role-policy-then-assume",
    "attaches AdministratorAccess to a role and assumes it",
    "iam:AttachRolePolicy sts:AssumeRole",
    { effect: "other", needs: admittingRole, from: "FWL" },
  ),
  escalation(
    "put-role-policy-then-trust",
    "writes a role an inline policy and lets itself in",
    "iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
    { effect: "other", needs: anyRole, from: "FWC" },
  ),
  escalation(
    "attach-role-policy-then-trust",
    "attaches AdministratorAccess to a role and lets itself in",
    "iam:AttachRolePolicy iam:UpdateAssumeRolePolicy",
    { effect: "other", needs: anyRole, from: "FWC" },
  ),
  escalation(
    "put-user-policy-then-key",
    "writes a user an inline policy and takes a key of it",
    "iam:PutUserPolicy iam:CreateAccessKey",
    { effect: "other", needs: otherUser, from: "FWC" },
  ),
  escalation(
    "attach-user-policy-then-key",
    "attaches AdministratorAccess to a user and takes a key of it",
    "iam:AttachUserPolicy iam:CreateAccessKey",
    { effect: "other", needs: otherUser, from: "FWC" },
  ),
];

/** Sets that take over a user or a role. */
const credentialSets: readonly EscalationSet[] = [
  escalation("access-key", "makes an access key of another user", "iam:CreateAccessKey", {
    effect: "other",
    needs: keylessUser,
    from: "FWCHRLP",
  }),
  escalation(
    "access-key-replaced",
    "replaces an access key of another user",
    "iam:DeleteAccessKey iam:CreateAccessKey",
    { effect: "other", needs: target("an IAM user with more rights", "iamUser"), from: "FWC" },
  ),
  escalation("login-profile", "gives another user a password", "iam:CreateLoginProfile", {
    effect: "other",
    needs: target("an IAM user with more rights and no password", "iamUser"),
    from: "FWCHRLP",
  }),
  escalation("login-profile-changed", "changes the password of another user", "iam:UpdateLoginProfile", {
    effect: "other",
    needs: target("an IAM user with more rights and a password, without MFA", "iamUser"),
    from: "FWCHRLP",
  }),
  escalation("join-group", "joins a group with more rights", "iam:AddUserToGroup", {
    effect: "self",
    needs: target("an IAM group with more rights"),
    from: "FWCHRL",
  }),
  escalation("trust", "lets itself into a role", "iam:UpdateAssumeRolePolicy", {
    effect: "other",
    needs: target("a role with more rights outside those that AWS protects"),
    from: "FWCHRLP",
  }),
  escalation(
    "trust-then-assume",
    "lets itself into a role and assumes it",
    "iam:UpdateAssumeRolePolicy sts:AssumeRole",
    { effect: "other", needs: target("a role with more rights outside those that AWS protects"), from: "FWC" },
  ),
  escalation("assume-role", "assumes a role", "sts:AssumeRole", {
    effect: "other",
    needs: target("a role with more rights whose trust policy admits the caller"),
    from: "FP",
  }),
];

/** Sets that take limits away. */
const limitSets: readonly EscalationSet[] = [
  escalation("drop-own-user-boundary", "takes off its own permissions boundary", "iam:DeleteUserPermissionsBoundary", {
    effect: "self",
    needs: target("a permissions boundary of the caller, and policies that allow more than it"),
    from: "FWH",
  }),
  escalation(
    "drop-own-role-boundary",
    "takes off the permissions boundary of its own role",
    "iam:DeleteRolePermissionsBoundary",
    {
      effect: "self",
      needs: target("a permissions boundary of the role, and policies that allow more than it"),
      from: "H",
    },
  ),
  escalation(
    "drop-role-boundary-then-assume",
    "takes off the permissions boundary of a role and assumes it",
    "iam:DeleteRolePermissionsBoundary sts:AssumeRole",
    {
      effect: "other",
      needs: target(
        "a role whose trust policy admits the caller and whose policies allow more than its permissions boundary",
      ),
      from: "FW",
    },
  ),
  escalation(
    "change-own-user-boundary",
    "changes its own permissions boundary to a wide one",
    "iam:PutUserPermissionsBoundary",
    {
      effect: "self",
      needs: target("a permissions boundary of the caller, and policies that allow more than it"),
      from: "H",
    },
  ),
  escalation(
    "change-own-role-boundary",
    "changes the permissions boundary of its own role to a wide one",
    "iam:PutRolePermissionsBoundary",
    {
      effect: "self",
      needs: target("a permissions boundary of the role, and policies that allow more than it"),
      from: "H",
    },
  ),
  escalation("delete-own-user-policy", "deletes an inline policy of its own that denies", "iam:DeleteUserPolicy", {
    effect: "self",
    needs: target("an inline policy of the caller whose denies hold back what others allow"),
    from: "H",
  }),
  escalation("delete-own-role-policy", "deletes an inline policy of its own role that denies", "iam:DeleteRolePolicy", {
    effect: "self",
    needs: target("an inline policy of the role whose denies hold back what others allow"),
    from: "H",
  }),
  escalation("detach-own-user-policy", "detaches a managed policy of its own that denies", "iam:DetachUserPolicy", {
    effect: "self",
    needs: target("an attached policy of the caller whose denies hold back what others allow"),
    from: "H",
  }),
  escalation(
    "detach-own-role-policy",
    "detaches a managed policy of its own role that denies",
    "iam:DetachRolePolicy",
    {
      effect: "self",
      needs: target("an attached policy of the role whose denies hold back what others allow"),
      from: "H",
    },
  ),
  escalation("all-of-iam", "may do everything in IAM", "iam:*", { effect: "self", from: "W", skipped: "pattern" }),
  escalation("all-puts-of-iam", "may call everything in IAM that begins with Put", "iam:Put*", {
    effect: "self",
    from: "W",
    skipped: "pattern",
  }),
];

/** Sets of IAM and STS: rows 1 to 15 of the merged table. */
export const iamSets: readonly EscalationSet[] = [...policySets, ...credentialSets, ...limitSets];
