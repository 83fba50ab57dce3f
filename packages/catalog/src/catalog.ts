// What AWS is, as facts with a date: services and actions, managed policies, input limits, quotas.
export type {
  ActionFacts,
  ActionSummary,
  AccessLevel,
  ResourceUse,
  ResourceTypeFacts,
  ServiceFacts,
  ServiceLookup,
} from "./service-facts.ts";
export type { ConditionKeyLookup } from "./condition-key-reader.ts";
export type { ConditionKeyFacts, ConditionKeyType } from "./condition-keys.ts";
export type { ManagedPolicy, ManagedPolicyLookup, ManagedPolicySummary } from "./managed-policies.ts";
export type { Constraint, ConstraintServiceId, ServiceConstraints, ShapeConstraint } from "./constraints.ts";
export type { Catalog, CatalogSource } from "./open-catalog.ts";
export type { CatalogReader } from "./reader.ts";
export type { Quota, QuotaName, QuotaUnit } from "./quotas.ts";
export { openCatalog } from "./open-catalog.ts";
export { constraintServiceIds } from "./constraints.ts";
export { compilePattern } from "./pattern.ts";
export { policyIdOf } from "./policy-id.ts";
export { quotas } from "./quotas.ts";
