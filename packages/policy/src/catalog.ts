/** What an action does, in AWS's words [Service Authorization Reference, 2025]. */
export type AccessLevel = "Read" | "Write" | "List" | "Tagging" | "Permissions management";

/** What is known of an action. */
export interface ActionFacts {
  /** Name without the service prefix, in AWS's case. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
  readonly conditionKeys: readonly string[];
  /** Actions (`service:Action`) that a caller needs besides. */
  readonly dependentActions: readonly string[];
}

/** What is known of a type of resource. */
export interface ResourceTypeFacts {
  readonly name: string;
  /** ARN with `${Placeholder}`s. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** What is known of a condition key. */
export interface ConditionKeyFacts {
  /** The key in AWS's case; `${TagKey}` stands for any tag. */
  readonly name: string;
  /** AWS's type, as `String`, `ARN`, `Bool`, `ArrayOfString`. */
  readonly type: string;
}

/** What is known of a service. */
export interface ServiceFacts {
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly ActionFacts[];
  readonly resourceTypes: readonly ResourceTypeFacts[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}

/** The facts about AWS that linting and proving ask for; deciding needs none. */
export interface Catalog {
  /** All service prefixes. */
  services(): readonly string[];
  service(prefix: string): ServiceFacts | undefined;
  /** An action by its full name, `iam:CreateUser`, in any case. */
  action(name: string): ActionFacts | undefined;
}
