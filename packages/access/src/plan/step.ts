import type {
  AccountAssignment,
  PasswordPolicy,
  PolicyReference,
  PolicyTarget,
  Boundary,
  Source,
  Tags,
  UnitPath,
} from "../estate.ts";

/** A principal's row in the matrix, without the place in the file. */
export type AssignmentKey = Omit<AccountAssignment, "source">;

/** Where a permission set is provisioned: one account, or every account that has it. */
export type ProvisionScope = { readonly kind: "account"; readonly account: string } | { readonly kind: "everywhere" };

/** The attributes of an Identity Center user that Castellan writes. */
export interface UserAttributes {
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/** The attributes of a permission set that one UpdatePermissionSet call writes. */
export interface PermissionSetAttributes {
  readonly description?: string;
  readonly sessionDuration: string;
  readonly relayState?: string;
}

type Of<Kind extends string, Data = unknown> = { readonly kind: Kind } & Data;
type InSet<Data = unknown> = { readonly permissionSet: string } & Data;
type InAccount<Data = unknown> = { readonly account: string } & Data;

type OrganizationStep =
  | Of<"createOrganization">
  | Of<"enableServiceControlPolicies">
  | Of<"createOrganizationalUnit", { readonly path: UnitPath; readonly tags: Tags }>
  | Of<"createAccount", InAccount<{ readonly email: string; readonly tags: Tags }>>
  | Of<"moveAccount", InAccount<{ readonly from: UnitPath; readonly to: UnitPath }>>
  | Of<"tagAccount", InAccount<{ readonly tags: Tags }>>;

type GuardrailStep =
  | Of<
      "createServiceControlPolicy",
      { readonly policy: string; readonly description: string; readonly document: string; readonly tags: Tags }
    >
  | Of<
      "updateServiceControlPolicy",
      { readonly policy: string; readonly description: string; readonly document: string }
    >
  | Of<"tagServiceControlPolicy", { readonly policy: string; readonly tags: Tags }>
  | Of<"attachServiceControlPolicy", { readonly policy: string; readonly target: PolicyTarget }>
  | Of<"detachServiceControlPolicy", { readonly policy: string; readonly target: PolicyTarget }>
  | Of<"deleteServiceControlPolicy", { readonly policy: string }>;

type ManagedPolicyStep =
  | Of<
      "createManagedPolicy",
      InAccount<{
        readonly policy: PolicyReference;
        readonly description?: string;
        readonly document: string;
        readonly tags: Tags;
      }>
    >
  | Of<"updateManagedPolicy", InAccount<{ readonly policy: PolicyReference; readonly document: string }>>
  | Of<"tagManagedPolicy", InAccount<{ readonly policy: PolicyReference; readonly tags: Tags }>>;

type DirectoryStep =
  | Of<"createUser", { readonly user: string; readonly attributes: UserAttributes }>
  | Of<"updateUser", { readonly user: string; readonly attributes: Partial<UserAttributes> }>
  | Of<"deleteUser", { readonly user: string }>
  | Of<"createGroup", { readonly group: string; readonly description?: string }>
  | Of<"updateGroup", { readonly group: string; readonly description: string }>
  | Of<"deleteGroup", { readonly group: string }>
  | Of<"createMembership", { readonly group: string; readonly user: string }>
  | Of<"deleteMembership", { readonly group: string; readonly user: string }>;

type PermissionSetStep =
  | Of<"createPermissionSet", InSet<{ readonly attributes: PermissionSetAttributes; readonly tags: Tags }>>
  | Of<"updatePermissionSet", InSet<{ readonly attributes: PermissionSetAttributes }>>
  | Of<"tagPermissionSet", InSet<{ readonly tags: Tags }>>
  | Of<"putBoundary", InSet<{ readonly boundary: Boundary }>>
  | Of<"deleteBoundary", InSet>
  | Of<"putInlinePolicy", InSet<{ readonly document: string }>>
  | Of<"deleteInlinePolicy", InSet>
  | Of<"attachManagedPolicy", InSet<{ readonly policyArn: string }>>
  | Of<"detachManagedPolicy", InSet<{ readonly policyArn: string }>>
  | Of<"attachCustomerManagedPolicy", InSet<{ readonly policy: PolicyReference }>>
  | Of<"detachCustomerManagedPolicy", InSet<{ readonly policy: PolicyReference }>>
  | Of<"provisionPermissionSet", InSet<{ readonly where: ProvisionScope; readonly canary: boolean }>>
  | Of<"deletePermissionSet", InSet>;

type AssignmentStep =
  | Of<"createAssignment", { readonly assignment: AssignmentKey }>
  | Of<"deleteAssignment", { readonly assignment: AssignmentKey }>;

type IamStep =
  | Of<"setAccountAlias", InAccount<{ readonly alias: string }>>
  | Of<"setPasswordPolicy", InAccount<{ readonly policy: PasswordPolicy }>>
  | Of<"createIamGroup", InAccount<{ readonly group: string; readonly path: string }>>
  | Of<"attachIamGroupPolicy", InAccount<{ readonly group: string; readonly policyArn: string }>>
  | Of<"detachIamGroupPolicy", InAccount<{ readonly group: string; readonly policyArn: string }>>
  | Of<"putIamGroupPolicy", InAccount<{ readonly group: string; readonly policy: string; readonly document: string }>>
  | Of<"deleteIamGroupPolicy", InAccount<{ readonly group: string; readonly policy: string }>>
  | Of<
      "createIamUser",
      InAccount<{ readonly user: string; readonly path: string; readonly boundary?: string; readonly tags: Tags }>
    >
  | Of<"putIamUserBoundary", InAccount<{ readonly user: string; readonly boundary: string }>>
  | Of<"tagIamUser", InAccount<{ readonly user: string; readonly tags: Tags }>>
  | Of<"addIamUserToGroup", InAccount<{ readonly user: string; readonly group: string }>>
  | Of<"removeIamUserFromGroup", InAccount<{ readonly user: string; readonly group: string }>>
  | Of<"deleteIamUser", InAccount<{ readonly user: string }>>;

/** What one step does, by names; ids are looked up when it runs. One body is one logical write. */
export type StepBody =
  | OrganizationStep
  | GuardrailStep
  | ManagedPolicyStep
  | DirectoryStep
  | PermissionSetStep
  | AssignmentStep
  | IamStep;

/** Every kind of step. */
export type StepKind = StepBody["kind"];
/** The body of one kind of step. */
export type BodyOf<Kind extends StepKind> = Extract<StepBody, { readonly kind: Kind }>;

/** What the plan shows as one line: the object that steps belong to. */
export interface PlannedObject {
  readonly kind: ObjectKind;
  readonly name: string;
}

/** The kinds of objects in the "Objects" part of a plan. */
export type ObjectKind =
  | "organization"
  | "organizational unit"
  | "account"
  | "guardrail"
  | "managed policy"
  | "user"
  | "group"
  | "membership"
  | "permission set"
  | "assignment"
  | "account settings"
  | "iam group"
  | "iam user"
  | "iam membership";

/** What a step does to its object. */
export type Change = "add" | "change" | "remove";

/** All of `add` runs before any of `remove`, and that before `ownPath`: what the caller itself stands on goes last. */
export type Stage = "add" | "remove" | "ownPath";

/** What every step carries besides its body. */
export interface StepFacts {
  /** Stable: the same change has the same id in every plan. */
  readonly id: string;
  /** The change in words, for progress and for the journal. */
  readonly text: string;
  readonly object: PlannedObject;
  readonly change: Change;
  readonly stage: Stage;
  /** Ids of steps in the same plan that must have succeeded before. */
  readonly dependsOn: readonly string[];
  readonly source?: Source;
}

/** One step of a plan. */
export type Step = StepBody & StepFacts;
