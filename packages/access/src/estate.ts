/**
 * What is, or shall be, in an AWS organization as far as access goes: plain records, names instead of ids where people
 * use names. The access file resolves to one (`desired`), the reader returns one (`actual`), plan compares the two, and
 * every question (matrix, explain, verify) is asked of one, so the same code answers before and after an apply.
 */

/** Twelve digits, as text: ids may begin with zeros. */
export type AccountId = string;
/** `/` for the root, else names from the root downwards: `/Workloads/Production`. */
export type UnitPath = string;
/** Tags by key. */
export type Tags = Readonly<Record<string, string>>;

/** Everything Castellan reads, compares and applies. Lists are sorted by name. */
export interface Estate {
  readonly organization: Organization;
  readonly accounts: readonly Account[];
  readonly units: readonly OrganizationalUnit[];
  readonly serviceControlPolicies: readonly ServiceControlPolicy[];
  readonly users: readonly User[];
  readonly groups: readonly Group[];
  readonly permissionSets: readonly PermissionSet[];
  readonly assignments: readonly AccountAssignment[];
  /** What lives in IAM inside single accounts (method B, boundaries, customer managed policies). */
  readonly iam: readonly AccountIam[];
  /** What a desired estate asks to be gone, by word (`left:`, `retired:`); absent in an actual estate. */
  readonly removals?: Removals;
}

/** What shall go, by name. Nothing is removed that is not named here. */
export interface Removals {
  readonly users?: readonly Removal[];
  readonly groups?: readonly Removal[];
  readonly permissionSets?: readonly Removal[];
  readonly assignments?: readonly AccountAssignment[];
  readonly memberships?: readonly MembershipRemoval[];
  readonly serviceControlPolicies?: readonly Removal[];
  /** IAM users (method B), `account` by name. */
  readonly iamUsers?: readonly (Removal & { readonly account: string })[];
}

/** One object that shall go, and the place in the file that says so. */
export interface Removal {
  readonly name: string;
  readonly source?: Source;
}

/** A person who shall leave a group but stay otherwise. */
export interface MembershipRemoval {
  readonly group: string;
  readonly user: string;
  readonly source?: Source;
}

/** The organization and its Identity Center instance; ids are absent in a desired estate that has not been applied. */
export interface Organization {
  readonly name: string;
  readonly id?: string;
  /** The root's id, `r-…`; absent in a desired estate. */
  readonly rootId?: string;
  /** The management account, by name or by id. */
  readonly managementAccount: string;
  readonly region: string;
  readonly serviceControlPoliciesEnabled: boolean;
  /** The Identity Center instance: `arn:aws:sso:::instance/ssoins-…`, its directory `d-…`, its portal address. */
  readonly identityCenter?: {
    readonly instanceArn: string;
    readonly identityStoreId: string;
    readonly startUrl: string;
  };
}

/** One AWS account; `name` is the account's name in Organizations and its key in the file. */
export interface Account {
  readonly name: string;
  readonly id?: AccountId;
  readonly email?: string;
  readonly unit: UnitPath;
  readonly tags: Tags;
  readonly source?: Source;
}

/** An organizational unit by its path; parents come first in a list. */
export interface OrganizationalUnit {
  readonly path: UnitPath;
  readonly id?: string;
  readonly source?: Source;
}

/** A service control policy and what it is attached to. */
export interface ServiceControlPolicy {
  readonly name: string;
  readonly description: string;
  /** The policy as JSON text, as it is sent. */
  readonly document: string;
  readonly targets: readonly PolicyTarget[];
  readonly id?: string;
  readonly tags: Tags;
  readonly source?: Source;
}

/** Where a service control policy hangs. */
export type PolicyTarget =
  | { readonly kind: "root" }
  | { readonly kind: "unit"; readonly path: UnitPath }
  | { readonly kind: "account"; readonly name: string };

/** A person in the Identity Center directory. */
export interface User {
  readonly userName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly id?: string;
  /** True when an external identity provider owns the record (it carries ExternalIds): read-only for us. */
  readonly external?: boolean;
  readonly source?: Source;
}

/** A group in the Identity Center directory, with its members by user name. */
export interface Group {
  readonly displayName: string;
  readonly description?: string;
  readonly members: readonly string[];
  readonly id?: string;
  /** True when an external identity provider owns the record (it carries ExternalIds): read-only for us. */
  readonly external?: boolean;
  readonly source?: Source;
}

/** A permission set with everything that is in it. */
export interface PermissionSet {
  readonly name: string;
  readonly description?: string;
  /** ISO 8601 duration, `PT1H` to `PT12H`. */
  readonly sessionDuration: string;
  readonly relayState?: string;
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly customerManagedPolicies: readonly PolicyReference[];
  /** The inline policy as JSON text, as it is sent. */
  readonly inlinePolicy?: string;
  readonly boundary?: Boundary;
  readonly tags: Tags;
  readonly arn?: string;
  /** True when an account still runs an older version of the set than the instance holds. */
  readonly outdatedIn?: readonly string[];
  readonly source?: Source;
}

/** A customer managed policy by name and path, present in each account. */
export interface PolicyReference {
  readonly name: string;
  readonly path: string;
}

/** What a permission set's permissions boundary points at. */
export type Boundary =
  | { readonly kind: "aws"; readonly arn: string }
  | { readonly kind: "customer"; readonly policy: PolicyReference };

/** A principal's permission set in an account, all by name. Its identity is these four words. */
export interface AccountAssignment {
  readonly account: string;
  readonly permissionSet: string;
  readonly principal: { readonly kind: "group" | "user"; readonly name: string };
  readonly source?: Source;
}

/** IAM inside one account, as far as the file speaks of it. */
export interface AccountIam {
  readonly account: string;
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicy;
  readonly policies: readonly CustomerManagedPolicy[];
  readonly groups: readonly IamGroup[];
  readonly users: readonly IamUser[];
}

/** IAM's account password policy; lengths in characters, age in days. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireSymbols: boolean;
  readonly requireNumbers: boolean;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly allowUsersToChange: boolean;
  readonly maxAge?: number;
  readonly reusePrevention?: number;
}

/** A customer managed policy with its default version's document. */
export interface CustomerManagedPolicy extends PolicyReference {
  readonly description?: string;
  readonly document: string;
  readonly tags: Tags;
  readonly arn?: string;
  readonly source?: Source;
}

/** An IAM group with its policies. */
export interface IamGroup {
  readonly name: string;
  readonly path: string;
  /** ARNs; customer managed ones by the ARN they will have. */
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: Readonly<Record<string, string>>;
  readonly source?: Source;
}

/** An IAM user (method B), with its groups by name. */
export interface IamUser {
  readonly name: string;
  readonly path: string;
  readonly groups: readonly string[];
  readonly boundary?: string;
  readonly tags: Tags;
  readonly source?: Source;
}

/** The place in the access file that asks for a record. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Offset of the place in the file's text, from 0, where known. */
  readonly offset?: number;
}
