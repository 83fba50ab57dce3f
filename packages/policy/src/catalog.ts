/** What an action does, in AWS's words [Service Authorization Reference, 2025]. */
export type AccessLevel = "Read" | "Write" | "List" | "Tagging" | "Permissions management";

/** An action and its class; `name` is without the service prefix. */
export interface ActionSummary {
  readonly service: string;
  /** Name in AWS's case. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
}

/** A type of resource that an action works on. */
export interface ResourceUse {
  readonly name: string;
  readonly required: boolean;
  /** The keys that a request has for this resource. */
  readonly conditionKeys: readonly string[];
}

/** What is known of an action. */
export interface ActionFacts extends ActionSummary {
  readonly resourceTypes: readonly ResourceUse[];
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

/** What a condition key holds; `ArrayOf…` keys hold several values. */
export type ConditionKeyType =
  | "String"
  | "ArrayOfString"
  | "ARN"
  | "ArrayOfARN"
  | "Bool"
  | "ArrayOfBool"
  | "Numeric"
  | "Date"
  | "IPAddress";

/** What is known of a condition key. */
export interface ConditionKeyFacts {
  /** The key in AWS's case; `${TagKey}` stands for any tag. */
  readonly key: string;
  readonly type: ConditionKeyType;
}

/** What is known of a service. */
export interface ServiceFacts {
  readonly prefix: string;
  readonly name: string;
  /** Whether resource control policies bind calls to the service. */
  readonly resourceControlPolicies: boolean;
  readonly actions: readonly ActionFacts[];
  readonly resourceTypes: readonly ResourceTypeFacts[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}

/** The facts about AWS that linting and proving ask for; deciding needs none. Letter case never matters. */
export interface Catalog {
  /** All service prefixes. */
  services(): readonly string[];
  service(prefix: string): ServiceFacts | undefined;
  /** An action by its full name, `iam:CreateUser`. */
  action(name: string): ActionFacts | undefined;
  /** Every action of every service, without opening the services. */
  actionSummaries(): readonly ActionSummary[];
  /** A condition key by a name as policies write it, such as `aws:PrincipalTag/team`. */
  conditionKey(name: string): ConditionKeyFacts | undefined;
  /** The condition keys that do not belong to one service. */
  globalConditionKeys(): readonly ConditionKeyFacts[];
}
