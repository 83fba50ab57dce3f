/** The services whose input limits the catalogue has, named as AWS's model folders are. */
export const constraintServiceIds = [
  "iam",
  "sts",
  "organizations",
  "sso-admin",
  "identitystore",
  "sso-oidc",
  "sso",
  "account",
  "accessanalyzer",
  "cloudtrail",
  "budgets",
] as const;

/** One of {@link constraintServiceIds}. */
export type ConstraintServiceId = (typeof constraintServiceIds)[number];

/** A shape of an operation's input. What has no limit, and leads to none, is left out. */
export type ShapeConstraint =
  | {
      readonly type: "structure";
      readonly members: Readonly<Record<string, string>>;
      readonly required: readonly string[];
    }
  | { readonly type: "list"; readonly member?: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: "map";
      readonly key?: string;
      readonly value?: string;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly type: "string";
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly enum?: readonly string[];
    }
  | { readonly type: "number"; readonly min?: number; readonly max?: number };

/** The limits on one value: a string (lengths in characters, pattern as AWS words it) or a number (range). */
export type Constraint = Extract<ShapeConstraint, { readonly type: "string" | "number" }>;

/** The limits of a service: `operations` names the input shape of each operation that has limits; shapes refer to shapes by name. */
export interface ServiceConstraints {
  readonly shapes: Readonly<Record<string, ShapeConstraint>>;
  readonly operations: Readonly<Record<string, string>>;
}
