/** What a role is held to, in the account where its permission set is assigned unless said otherwise. */
export type RoleClaim =
  /** Its holder may do the task; `core` are the actions that stand for it where the task's own ask more than role and guardrails leave. */
  | { readonly kind: "may"; readonly task: string; readonly core?: readonly string[] }
  | { readonly kind: "never"; readonly task: string }
  /** Its holder may not do the task in an account of production, wherever else. */
  | { readonly kind: "neverInProduction"; readonly task: string }
  /** Its holder reaches no account but sandboxes: those in which a role for sandboxes is assigned. */
  | { readonly kind: "onlySandboxes" };

/** The accounts that a role is made for. */
export type RolePlace = "anywhere" | "outside production" | "management account" | "sandbox accounts";

/** A ready role: what a permission set gives whoever has this work, and what it is held to. */
export interface Role {
  /** The word after `role`. */
  readonly name: string;
  /** What the role is for, in a sentence. */
  readonly purpose: string;
  readonly where: RolePlace;
  /** AWS managed policies and tasks. */
  readonly use: readonly string[];
  /** Tasks that are denied whatever else is given. */
  readonly never: readonly string[];
  /** How long a session lasts, in hours. */
  readonly sessionHours: number;
  /** Whether its holder signs in with a second factor; a machine has none. */
  readonly mfa: boolean;
  readonly billing: "none" | "read-only" | "full";
  readonly production: "none" | "read-only" | "limited" | "full";
  readonly claims: readonly RoleClaim[];
}
