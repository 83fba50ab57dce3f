// oxlint-disable max-lines -- a table
/** What a quota counts. */
export type QuotaUnit =
  | "count"
  | "characters"
  | "characters without white space"
  | "bytes"
  | "days"
  | "seconds"
  | "requests per second"
  | "percent";

/** A limit that AWS sets: the default for a new account or organization. */
export interface Quota {
  readonly name: string;
  readonly value: number;
  readonly unit: QuotaUnit;
  /** The page or notice that states it. */
  readonly source: string;
  /** The day from which the value is known to hold: when AWS changed it, or else when the source was read. */
  readonly date: string;
  /** How far AWS raises it on request, where that is published; absent if it is fixed or not known. */
  readonly maximum?: number;
  /** The key under which IAM's GetAccountSummary shows it. */
  readonly summaryKey?: string;
}

/** The part of a quota that its place in the table does not already say. */
type Limit = Omit<Quota, "unit" | "source" | "date"> & Partial<Pick<Quota, "unit" | "source" | "date">>;

const READ = "2026-11-23";
const IAM = "IAM User Guide: IAM and AWS STS quotas";
const IAM_SERVICE = "AWS General Reference: IAM endpoints and quotas";
const ORGANIZATIONS = "Organizations User Guide: Quotas and service limits";
const SCP_NOTICE =
  "AWS Organizations: larger and more service control policies (reported by cevo.com.au and sjramblings.io)";
const IDENTITY_CENTER = "IAM Identity Center User Guide: Quotas and limits";
const IDENTITY_CENTER_API = "IAM Identity Center API model (AWS CLI 2.36.12)";

const iam = counted(IAM_SERVICE, {
  "iam.accessKeysPerUser": { name: "access keys per user", value: 2, summaryKey: "AccessKeysPerUserQuota" },
  "iam.accountAliases": { name: "aliases per account", value: 1, source: IAM },
  "iam.customerManagedPolicies": {
    name: "customer managed policies per account",
    value: 1500,
    maximum: 5000,
    summaryKey: "PoliciesQuota",
  },
  "iam.groups": { name: "groups per account", value: 300, maximum: 500, summaryKey: "GroupsQuota" },
  "iam.groupsPerUser": { name: "groups per user", value: 10, summaryKey: "GroupsPerUserQuota" },
  "iam.instanceProfiles": {
    name: "instance profiles per account",
    value: 1000,
    maximum: 5000,
    summaryKey: "InstanceProfilesQuota",
  },
  "iam.keysPerSamlProvider": { name: "keys per SAML provider", value: 10 },
  "iam.managedPoliciesPerGroup": {
    name: "managed policies per group",
    value: 10,
    summaryKey: "AttachedPoliciesPerGroupQuota",
  },
  "iam.managedPoliciesPerRole": {
    name: "managed policies per role",
    value: 10,
    maximum: 20,
    summaryKey: "AttachedPoliciesPerRoleQuota",
  },
  "iam.managedPoliciesPerUser": {
    name: "managed policies per user",
    value: 10,
    maximum: 20,
    summaryKey: "AttachedPoliciesPerUserQuota",
  },
  "iam.mfaDevicesPerUser": { name: "MFA devices per user", value: 8 },
  "iam.openIdConnectProviders": { name: "OpenID Connect providers per account", value: 100 },
  "iam.permissionsBoundariesPerPrincipal": { name: "permissions boundaries per user or role", value: 1, source: IAM },
  "iam.policyVersionsInUse": {
    name: "policy versions in use per account",
    value: 10_000,
    source: "IAM API: GetAccountSummary",
    summaryKey: "PolicyVersionsInUseQuota",
  },
  "iam.roles": { name: "roles per account", value: 1000, maximum: 5000, summaryKey: "RolesQuota" },
  "iam.rolesPerInstanceProfile": { name: "roles per instance profile", value: 1, source: IAM },
  "iam.samlProviders": { name: "SAML providers per account", value: 100 },
  "iam.serverCertificates": {
    name: "server certificates per account",
    value: 20,
    maximum: 1000,
    summaryKey: "ServerCertificatesQuota",
  },
  "iam.signingCertificatesPerUser": {
    name: "signing certificates per user",
    value: 2,
    summaryKey: "SigningCertificatesPerUserQuota",
  },
  "iam.sshPublicKeysPerUser": { name: "SSH public keys per user", value: 5 },
  "iam.tagsPerResource": { name: "tags per user, role or other IAM resource", value: 50 },
  "iam.users": { name: "users per account", value: 5000, summaryKey: "UsersQuota" },
  "iam.versionsPerPolicy": { name: "versions per managed policy", value: 5, summaryKey: "VersionsPerPolicyQuota" },
});

const iamSizes = counted(IAM, {
  "iam.accountAliasLength": { name: "characters of an account alias", value: 63, unit: "characters" },
  "iam.groupInlinePolicySize": {
    name: "all inline policies of a group",
    value: 5120,
    unit: "characters without white space",
    summaryKey: "GroupPolicySizeQuota",
  },
  "iam.groupNameLength": { name: "characters of a group name", value: 128, unit: "characters" },
  "iam.instanceProfileNameLength": { name: "characters of an instance profile name", value: 128, unit: "characters" },
  "iam.managedPolicySize": {
    name: "a managed policy",
    value: 6144,
    unit: "characters without white space",
    summaryKey: "PolicySizeQuota",
  },
  "iam.pathLength": { name: "characters of a path", value: 512, unit: "characters" },
  "iam.policyNameLength": { name: "characters of a policy name", value: 128, unit: "characters" },
  "iam.roleInlinePolicySize": {
    name: "all inline policies of a role",
    value: 10_240,
    unit: "characters without white space",
    summaryKey: "RolePolicySizeQuota",
  },
  "iam.roleNameLength": { name: "characters of a role name", value: 64, unit: "characters" },
  "iam.roleTrustPolicySize": {
    name: "the trust policy of a role",
    value: 2048,
    maximum: 4096,
    unit: "characters without white space",
    summaryKey: "AssumeRolePolicySizeQuota",
  },
  "iam.tagKeyLength": { name: "characters of a tag key", value: 128, unit: "characters" },
  "iam.tagValueLength": { name: "characters of a tag value", value: 256, unit: "characters" },
  "iam.userInlinePolicySize": {
    name: "all inline policies of a user",
    value: 2048,
    unit: "characters without white space",
    summaryKey: "UserPolicySizeQuota",
  },
  "iam.userNameLength": { name: "characters of a user name", value: 64, unit: "characters" },
});

const sts = counted(IAM, {
  "sts.chainedSessionDuration": {
    name: "session of a role assumed from a role",
    value: 3600,
    unit: "seconds",
    source: "IAM User Guide: Roles terms and concepts",
  },
  "sts.externalIdLength": { name: "characters of an external id", value: 1224, unit: "characters" },
  "sts.managedPoliciesPerSession": { name: "managed session policies per session", value: 10 },
  "sts.requests": { name: "STS requests per account and Region", value: 600, unit: "requests per second" },
  "sts.samlAssertionSize": { name: "base64 characters of a SAML response", value: 100_000, unit: "characters" },
  "sts.sessionDuration": { name: "longest role session", value: 43_200, unit: "seconds" },
  "sts.sessionNameLength": { name: "characters of a role session name", value: 64, unit: "characters" },
  "sts.sessionPolicySize": {
    name: "inline session policy and managed session policy ARNs",
    value: 2048,
    unit: "characters",
  },
  "sts.sessionTagKeyLength": { name: "characters of a session tag key", value: 128, unit: "characters" },
  "sts.sessionTagValueLength": { name: "characters of a session tag value", value: 256, unit: "characters" },
  "sts.sessionTags": { name: "session tags per session", value: 50 },
});

const organizations = counted(ORGANIZATIONS, {
  "organizations.accounts": { name: "accounts per organization", value: 10, maximum: 50_000 },
  "organizations.accountsClosedIn30Days": {
    name: "accounts closed in 30 days, in a small organization",
    value: 250,
    source: "Organizations API: CloseAccount (AWS CLI 2.36.12)",
  },
  "organizations.accountsClosedIn30DaysAtMost": {
    name: "accounts closed in 30 days, in any organization",
    value: 1000,
  },
  "organizations.accountsClosedIn30DaysShare": {
    name: "share of the members closed in 30 days, if that is more",
    value: 20,
    unit: "percent",
    source: "Organizations API: CloseAccount (AWS CLI 2.36.12)",
  },
  "organizations.accountMinimumAge": { name: "age of a created account before it may leave", value: 7, unit: "days" },
  "organizations.concurrentAccountClosures": { name: "accounts being closed at a time", value: 3 },
  "organizations.concurrentAccountCreations": { name: "accounts being created at a time", value: 5 },
  "organizations.delegationPolicySize": {
    name: "the resource-based delegation policy",
    value: 40_000,
    unit: "characters",
  },
  "organizations.handshakeEnableAllFeatures": {
    name: "life of a request to enable all features",
    value: 90,
    unit: "days",
  },
  "organizations.handshakeInvitation": { name: "life of an invitation", value: 15, unit: "days" },
  "organizations.handshakeKept": { name: "days a finished handshake is listed", value: 30, unit: "days" },
  "organizations.invitationsPerDay": { name: "invitations in 24 hours", value: 20 },
  "organizations.organizationalUnitDepth": { name: "nested organizational units under the root", value: 5 },
  "organizations.organizationalUnits": { name: "organizational units per organization", value: 2000 },
  "organizations.resourceControlPolicies": { name: "resource control policies per organization", value: 1000 },
  "organizations.resourceControlPoliciesPerTarget": {
    name: "resource control policies on a root, unit or account",
    value: 5,
  },
  "organizations.resourceControlPolicySize": { name: "a resource control policy", value: 5120, unit: "characters" },
  "organizations.roots": { name: "roots per organization", value: 1 },
  "organizations.serviceControlPolicies": { name: "service control policies per organization", value: 10_000 },
  "organizations.serviceControlPoliciesPerTarget": {
    name: "service control policies on a root, unit or account",
    value: 10,
    source: SCP_NOTICE,
    date: "2026-05-15",
  },
  "organizations.serviceControlPoliciesPerTargetAtLeast": {
    name: "service control policies on a root, unit or account, at least",
    value: 1,
  },
  "organizations.serviceControlPolicySize": {
    name: "a service control policy",
    value: 10_240,
    unit: "characters",
    source: SCP_NOTICE,
    date: "2026-05-15",
  },
  "organizations.tagsPerResource": { name: "tags on a root, unit, account or policy", value: 50 },
});

const identityCenter = counted(IDENTITY_CENTER, {
  "identityCenter.accountsAndApplications": { name: "accounts and applications that can be configured", value: 3000 },
  "identityCenter.assignmentsInFlight": { name: "CreateAccountAssignment calls outstanding", value: 15 },
  "identityCenter.groups": { name: "groups in the identity store", value: 100_000 },
  "identityCenter.groupsPerUser": { name: "groups that count towards a user's permissions", value: 1000 },
  "identityCenter.identityStoreRequests": {
    name: "requests per identity store operation",
    value: 20,
    unit: "requests per second",
  },
  "identityCenter.inlinePolicies": { name: "inline policies per permission set", value: 1 },
  "identityCenter.inlinePolicyBytes": { name: "the inline policy of a permission set", value: 32_768, unit: "bytes" },
  "identityCenter.inlinePolicySize": {
    name: "the inline policy of a permission set",
    value: 10_240,
    unit: "characters without white space",
  },
  "identityCenter.instancesPerAccount": { name: "instances per account", value: 1 },
  "identityCenter.managedPoliciesPerPermissionSet": {
    name: "managed policies per permission set (the role must be allowed as many)",
    value: 20,
  },
  "identityCenter.permissionSetDescriptionLength": {
    name: "characters of a permission set description",
    value: 700,
    unit: "characters",
    source: IDENTITY_CENTER_API,
  },
  "identityCenter.permissionSetNameLength": {
    name: "characters of a permission set name",
    value: 32,
    unit: "characters",
    source: IDENTITY_CENTER_API,
  },
  "identityCenter.permissionSets": { name: "permission sets per instance", value: 3500 },
  "identityCenter.permissionSetsPerAccount": { name: "permission sets provisioned per account", value: 500 },
  "identityCenter.provisionAllAccounts": {
    name: "accounts that one ProvisionPermissionSet for all accounts reaches",
    value: 3500,
  },
  "identityCenter.provisionsInFlight": { name: "ProvisionPermissionSet calls at a time", value: 3 },
  "identityCenter.requests": { name: "requests to IAM Identity Center", value: 20, unit: "requests per second" },
  "identityCenter.rolesUpdatedAtATime": { name: "roles updated at a time in an account", value: 1 },
  "identityCenter.scimReads": { name: "SCIM reads", value: 40, unit: "requests per second" },
  "identityCenter.scimWrites": { name: "SCIM writes", value: 25, unit: "requests per second" },
  "identityCenter.sessionDuration": {
    name: "longest session of a permission set",
    value: 43_200,
    unit: "seconds",
    source: "IAM Identity Center User Guide: Set session duration",
  },
  "identityCenter.trustedTokenIssuers": { name: "trusted token issuers", value: 10 },
  "identityCenter.users": { name: "users in the identity store", value: 100_000 },
});

const others = counted("AWS General Reference: service quotas", {
  "accessAnalyzer.accountAnalyzers": { name: "account analyzers per type and Region", value: 1 },
  "accessAnalyzer.archiveRules": { name: "archive rules per analyzer", value: 100 },
  "accessAnalyzer.organizationAnalyzers": { name: "organization analyzers per type and Region", value: 5, maximum: 20 },
  "accountAccess.groupsPerRole": {
    name: "groups entitled to a role by account access manager",
    value: 20,
    source: "IAM User Guide: Quotas and limits in account access manager",
  },
  "accountAccess.requests": {
    name: "requests to account access manager",
    value: 20,
    unit: "requests per second",
    source: "IAM User Guide: Quotas and limits in account access manager",
  },
  "accountAccess.writesInFlight": {
    name: "account access manager writes outstanding",
    value: 15,
    source: "IAM User Guide: Quotas and limits in account access manager",
  },
  "budgets.actionsPerBudget": {
    name: "actions per budget",
    value: 10,
    source: "Cost Management User Guide: Quotas and restrictions",
  },
  "budgets.budgets": {
    name: "budgets per management account",
    value: 20_000,
    source: "Cost Management User Guide: Quotas and restrictions",
  },
  "cloudTrail.eventDataStores": {
    name: "event data stores per Region",
    value: 10,
    source: "CloudTrail User Guide: Quotas",
  },
  "cloudTrail.eventSelectorsPerTrail": {
    name: "event selectors per trail",
    value: 5,
    source: "CloudTrail User Guide: Quotas",
  },
  "cloudTrail.trails": { name: "trails per Region", value: 5, source: "CloudTrail User Guide: Quotas" },
  "vpc.endpointPolicySize": {
    name: "a VPC endpoint policy",
    value: 20_480,
    unit: "characters",
    source: "PrivateLink Guide: Endpoint policies",
  },
});

/** AWS's limits, each with its unit, its source and a date. They change: read the value, never repeat it. */
export const quotas = { ...iam, ...iamSizes, ...sts, ...organizations, ...identityCenter, ...others };

/** The name of a quota, such as `iam.users`. */
export type QuotaName = keyof typeof quotas;

/** Completes a table whose rows are counts, stated by one source, unless a row says otherwise. */
function counted<Name extends string>(
  source: string,
  rows: Readonly<Record<Name, Limit>>,
): Readonly<Record<Name, Quota>> {
  const pairs = Object.entries<Limit>(rows).map(([name, row]) => [name, { unit: "count", source, date: READ, ...row }]);
  return Object.fromEntries(pairs) as Readonly<Record<Name, Quota>>;
}
