import type { ConditionKeyFacts } from "./condition-keys.ts";

/** How AWS classes an action. */
export type AccessLevel = "Read" | "Write" | "List" | "Tagging" | "Permissions management";

/** An action and its class; `name` is without the service prefix. */
export interface ActionSummary {
  readonly service: string;
  readonly name: string;
  readonly accessLevel: AccessLevel;
}

/** A resource type that an action works on; its ARN pattern stands at the service's resource type of that name. */
export interface ResourceUse {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

/** An action with the resources, condition keys and further actions (`iam:PassRole`) that it involves. */
export interface ActionFacts extends ActionSummary {
  readonly resourceTypes: readonly ResourceUse[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

/** A resource type; `arn` has placeholders such as `${Account}`. */
export interface ResourceTypeFacts {
  readonly name: string;
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** Everything known of one service. */
export interface ServiceFacts {
  readonly prefix: string;
  readonly name: string;
  /** Whether resource control policies bind calls to the service. */
  readonly resourceControlPolicies: boolean;
  readonly actions: readonly ActionFacts[];
  readonly resourceTypes: readonly ResourceTypeFacts[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}

/** Looks up services and their actions. Letter case does not matter. */
export interface ServiceLookup {
  /** Every service prefix, in alphabetical order. */
  services(): readonly string[];
  service(prefix: string): ServiceFacts | undefined;
  /** An action by `service:Name`. */
  action(name: string): ActionFacts | undefined;
  /** The actions of a service; none if there is no such service. */
  actionsOf(prefix: string): readonly ActionFacts[];
  /** Every action of every service, without opening the services. */
  actionSummaries(): readonly ActionSummary[];
}
