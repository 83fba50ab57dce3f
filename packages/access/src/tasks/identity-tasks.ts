import { builtIn, everywhere, type Task } from "./task.ts";

const authorization =
  "Service Authorization Reference, actions of class Write, Tagging and Permissions management; 2026-09-26";

const iamVerbs = [
  "AcceptDelegation*",
  "Add*",
  "AssociateDelegation*",
  "Attach*",
  "ChangePassword",
  "CreateA*",
  "CreateD*",
  "CreateG*",
  "CreateI*",
  "CreateL*",
  "CreateO*",
  "CreateP*",
  "CreateR*",
  "CreateSAML*",
  "CreateServiceSpecific*",
  "CreateU*",
  "CreateV*",
  "Deactivate*",
  "DeleteA*",
  "DeleteC*",
  "DeleteG*",
  "DeleteI*",
  "DeleteL*",
  "DeleteO*",
  "DeleteP*",
  "DeleteR*",
  "DeleteSAML*",
  "DeleteSSH*",
  "DeleteServerC*",
  "DeleteServiceSpecific*",
  "DeleteSigning*",
  "DeleteU*",
  "DeleteV*",
  "Detach*",
  "Disable*",
  "Enable*",
  "Put*",
  "RejectD*",
  "Remove*",
  "Reset*",
  "Resync*",
  "SendD*",
  "Set*",
  "Tag*",
  "Untag*",
  "Update*",
  "Upload*",
];
const ssoVerbs = [
  "Add*",
  "Associate*",
  "Attach*",
  "Create*",
  "Delete*",
  "Detach*",
  "Disassociate*",
  "Import*",
  "Provision*",
  "Put*",
  "Remove*",
  "Start*",
  "Tag*",
  "Untag*",
  "Update*",
];
const directoryVerbs = [
  "Add*",
  "Complete*",
  "Create*",
  "Delete*",
  "Disable*",
  "Enable*",
  "Import*",
  "Remove*",
  "Start*",
  "Update*",
  "Verify*",
];
const identityStoreVerbs = ["Add*", "Create*", "Delete*", "Remove*", "Reserve*", "Update*"];
const syncVerbs = ["Allow*", "Create*", "Delete*", "Start*", "Stop*", "Update*"];
const entitlementVerbs = ["Create*", "Delete*", "Tag*", "Untag*"];
const organizationVerbs = [
  "Accept*",
  "Attach*",
  "Cancel*",
  "Close*",
  "Create*",
  "Decline*",
  "Delete*",
  "Deregister*",
  "Detach*",
  "Disable*",
  "Enable*",
  "Invite*",
  "Leave*",
  "Move*",
  "Put*",
  "Register*",
  "Remove*",
  "Tag*",
  "Terminate*",
  "Untag*",
  "Update*",
];
const accountVerbs = ["Accept*", "Close*", "Delete*", "Disable*", "Enable*", "Put*", "Start*"];

const of = (service: string, verbs: readonly string[]): readonly string[] => verbs.map((verb) => `${service}:${verb}`);

/** Tasks that change who may do what. */
export const identityTasks: readonly Task[] = [
  builtIn(
    "manage IAM",
    {
      doc: "Create, change and delete IAM users, groups, roles, policies and their credentials.",
      source: `${authorization}; without service-linked roles, which services make for themselves, and without passing roles`,
      core: [
        "iam:CreateUser",
        "iam:CreateRole",
        "iam:CreatePolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
      ],
    },
    everywhere(...of("iam", iamVerbs)),
  ),
  builtIn(
    "manage sign-in",
    {
      doc: "Change IAM Identity Center: people, groups, permission sets, who gets which account, and how people sign in.",
      source: `${authorization}; sso, sso-directory, identitystore, identity-sync, account-access`,
      core: [
        "sso:CreateAccountAssignment",
        "sso:CreatePermissionSet",
        "sso:PutInlinePolicyToPermissionSet",
        "identitystore:CreateGroupMembership",
      ],
    },
    everywhere(
      ...of("sso", ssoVerbs),
      ...of("sso-directory", directoryVerbs),
      ...of("identitystore", identityStoreVerbs),
      ...of("identity-sync", syncVerbs),
      ...of("account-access", entitlementVerbs),
    ),
  ),
  builtIn(
    "manage organization",
    {
      doc: "Create, move and close accounts, and change organizational units, service control policies and account settings.",
      source: `${authorization}; organizations, account`,
      core: ["organizations:CreateAccount", "organizations:MoveAccount", "organizations:AttachPolicy"],
    },
    everywhere(...of("organizations", organizationVerbs), ...of("account", accountVerbs)),
  ),
  builtIn(
    "make unbounded roles",
    {
      doc: "Make users and roles that no permissions boundary limits, or take the boundary off existing ones.",
      source: "IAM User Guide, permissions boundaries: delegating responsibility to others",
      core: ["iam:CreateRole", "iam:CreateUser"],
    },
    {
      actions: ["iam:CreateRole", "iam:CreateUser", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"],
      resources: ["*"],
      condition: { StringNotLike: { "iam:PermissionsBoundary": ["arn:aws:iam::*:policy/{boundary}"] } },
    },
    everywhere("iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"),
    {
      actions: [
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
      ],
      resources: ["arn:aws:iam::*:policy/{boundary}"],
      boundaryOnly: true,
    },
  ),
  builtIn(
    "pass any role",
    {
      doc: "Hand any role to a service, and with it the role's permissions.",
      source: "IAM User Guide, passing a role to a service",
    },
    everywhere("iam:PassRole"),
  ),
  builtIn(
    "manage own credentials",
    {
      doc: "Change one's own IAM password, access keys and authenticators; nobody else's.",
      source: "IAM User Guide, allowing users to manage their own credentials; the guide's method B",
    },
    everywhere("iam:GetAccountPasswordPolicy", "iam:GetAccountSummary", "iam:ListVirtualMFADevices"),
    {
      actions: [
        "iam:ChangePassword",
        "iam:GetUser",
        "iam:*AccessKey*",
        "iam:*LoginProfile",
        "iam:ListMFADevices",
        "iam:EnableMFADevice",
        "iam:ResyncMFADevice",
      ],
      resources: ["arn:aws:iam::*:user/${aws:username}"],
    },
    { actions: ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"], resources: ["arn:aws:iam::*:mfa/*"] },
  ),
];
