import type {
  GroupDetail,
  IAM,
  ManagedPolicyDetail,
  PasswordPolicy as AwsPasswordPolicy,
  UserDetail,
} from "@aws-sdk/client-iam";
import type { AccountIam, CustomerManagedPolicy, IamGroup, IamUser, PasswordPolicy } from "../estate.ts";
import { isMissing } from "./aws-fault.ts";
import type { AwsClients } from "./clients.ts";
import { everyPage, present, readEach, sortedBy, tagRecord, unlessFault } from "./reading.ts";

/** IAM in one account: customer managed policies, groups, users, alias and password policy. */
export async function readAccountIam(
  clients: AwsClients,
  account: { readonly id: string; readonly name: string },
): Promise<AccountIam> {
  const iam = await clients.iam(account.id);
  const [details, aliases, password] = await Promise.all([
    readDetails(iam),
    iam.listAccountAliases({}),
    unlessFault(() => iam.getAccountPasswordPolicy({}), isMissing),
  ]);
  const alias = aliases.AccountAliases?.[0];
  const policies = await readEach(details.policies, (policy) => readPolicy(iam, policy));
  return {
    account: account.name,
    policies: sortedBy(policies, (policy) => policy.name),
    groups: sortedBy(details.groups.map(groupOf), (group) => group.name),
    users: sortedBy(details.users.map(userOf), (user) => user.name),
    ...(alias === undefined ? {} : { alias }),
    ...(password?.PasswordPolicy ? { passwordPolicy: passwordPolicyOf(password.PasswordPolicy) } : {}),
  };
}

interface Details {
  readonly users: readonly UserDetail[];
  readonly groups: readonly GroupDetail[];
  readonly policies: readonly ManagedPolicyDetail[];
}

async function readDetails(iam: IAM): Promise<Details> {
  const pages = await everyPage(
    (Marker) => iam.getAccountAuthorizationDetails({ Filter: ["User", "Group", "LocalManagedPolicy"], Marker }),
    (page) => [page],
    (page) => (page.IsTruncated === true ? page.Marker : undefined),
  );
  return {
    users: pages.flatMap((page) => page.UserDetailList ?? []),
    groups: pages.flatMap((page) => page.GroupDetailList ?? []),
    policies: pages.flatMap((page) => page.Policies ?? []),
  };
}

async function readPolicy(iam: IAM, detail: ManagedPolicyDetail): Promise<CustomerManagedPolicy> {
  const arn = present(detail.Arn, "a policy's ARN");
  const tags = await everyPage(
    (Marker) => iam.listPolicyTags({ PolicyArn: arn, Marker }),
    (page) => page.Tags,
    (page) => (page.IsTruncated === true ? page.Marker : undefined),
  );
  const current = detail.PolicyVersionList?.find((version) => version.IsDefaultVersion === true);
  return {
    name: detail.PolicyName ?? "",
    path: detail.Path ?? "/",
    document: decodeDocument(current?.Document),
    tags: tagRecord(tags),
    arn,
    ...(detail.Description === undefined ? {} : { description: detail.Description }),
  };
}

function groupOf(detail: GroupDetail): IamGroup {
  return {
    name: detail.GroupName ?? "",
    path: detail.Path ?? "/",
    managedPolicies: (detail.AttachedManagedPolicies ?? []).map(({ PolicyArn = "" }) => PolicyArn).toSorted(),
    inlinePolicies: Object.fromEntries(
      (detail.GroupPolicyList ?? []).map(({ PolicyName = "", PolicyDocument }) => [
        PolicyName,
        decodeDocument(PolicyDocument),
      ]),
    ),
  };
}

function userOf(detail: UserDetail): IamUser {
  const boundary = detail.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    name: detail.UserName ?? "",
    path: detail.Path ?? "/",
    groups: (detail.GroupList ?? []).toSorted(),
    tags: tagRecord(detail.Tags),
    ...(boundary === undefined ? {} : { boundary }),
  };
}

function passwordPolicyOf(policy: AwsPasswordPolicy): PasswordPolicy {
  const { MaxPasswordAge: maxAge, PasswordReusePrevention: reusePrevention } = policy;
  return {
    minimumLength: policy.MinimumPasswordLength ?? 6,
    requireSymbols: policy.RequireSymbols === true,
    requireNumbers: policy.RequireNumbers === true,
    requireUppercase: policy.RequireUppercaseCharacters === true,
    requireLowercase: policy.RequireLowercaseCharacters === true,
    allowUsersToChange: policy.AllowUsersToChangePassword === true,
    ...(maxAge === undefined || maxAge === 0 ? {} : { maxAge }),
    ...(reusePrevention === undefined || reusePrevention === 0 ? {} : { reusePrevention }),
  };
}

/** IAM sends documents percent-encoded. */
export function decodeDocument(document: string | undefined): string {
  if (document === undefined) return "";
  return document.trimStart().startsWith("{") ? document : decodeURIComponent(document);
}
