export type { Diagnostic, DiagnosticNote, Edit, Position, Severity, Span } from "./diagnostic.ts";
export type { Located, Source } from "./document/source.ts";
export { positionAt, spanOf } from "./document/source.ts";

export type { JsonFault, JsonMember, JsonNode, JsonProblem, ParsedJson } from "./json/json-node.ts";
export type { JsonLimits } from "./json/parse-json.ts";
export { parseJson } from "./json/parse-json.ts";

export type {
  ActionElement,
  Condition,
  Effect,
  Policy,
  PolicyKind,
  PolicyNode,
  PolicyVersion,
  PrincipalElement,
  PrincipalEntry,
  PrincipalType,
  ResourceElement,
  SetQualifier,
  Statement,
  Text,
} from "./document/policy-node.ts";
export { contextKeysOf } from "./document/context-keys.ts";
export type { PolicyVisitor } from "./document/policy-visitor.ts";
export { childrenOf, visit, walk } from "./document/policy-visitor.ts";
export type { Dialect, IncompleteArn, KindRules } from "./document/kind-rules.ts";
export { kindRules } from "./document/kind-rules.ts";
export type { Malformation, MalformationName } from "./document/malformation.ts";
export { malformations } from "./document/malformation.ts";
export type { ParsedPolicy, ParseOptions } from "./document/parse-policy.ts";
export { parsePolicy } from "./document/parse-policy.ts";
export type { PolicyLimit, PolicyStore } from "./document/policy-limits.ts";
export { checkPolicyLimits, countCharacters, policyLimits } from "./document/policy-limits.ts";
export type { PrintPolicyOptions } from "./document/print-policy.ts";
export { printPolicy } from "./document/print-policy.ts";

export type { Arn } from "./pattern/arn.ts";
export { parseArn } from "./pattern/arn.ts";
export type { Glob, GlobPart } from "./pattern/glob.ts";
export { anyOne, anyRun, compileGlob, globMatches, globParts, matchesGlob, parseGlob } from "./pattern/glob.ts";
export type { TemplatePart, TemplateSyntax, Variable } from "./pattern/template.ts";
export { isVariable, parseTemplate } from "./pattern/template.ts";
export type { OperatorName } from "./condition/operator-name.ts";
export { operatorNames } from "./condition/operator-name.ts";
export type { ConditionOperator, OperatorType, ValueTest } from "./condition/operators.ts";
export { conditionOperators } from "./condition/operators.ts";
export { parseDate } from "./condition/date.ts";
export type { IpRange } from "./condition/ip-range.ts";
export { parseIpRange, rangeHolds } from "./condition/ip-range.ts";
export { parseNumber } from "./condition/number.ts";

export type { CompiledPolicy, CompiledStatement } from "./match/compiled-policy.ts";
export { compilePolicy } from "./match/compile-policy.ts";

export type { Caller, CallerKind } from "./principal/caller.ts";
export { readCaller } from "./principal/caller.ts";
export type { PrincipalName } from "./principal/principal-name.ts";
export { parsePrincipalName } from "./principal/principal-name.ts";

export type { BlockPublicAccess, DecisionFacts } from "./request/facts.ts";
export type { AuthorizationRequest, ContextValue, RequestContext } from "./request/request.ts";
export { knownValue } from "./request/known-value.ts";
export type { DecisionPolicies } from "./decide/decision-policies.ts";
export type { DecidingStatement, Decision, DecisionRule, Layer, Outcome } from "./decide/decision.ts";
export { decisionRules, layers } from "./decide/decision.ts";
export type { DecisionInput } from "./decide/decide.ts";
export { decide } from "./decide/decide.ts";
export { rcpServices } from "./decide/rcp-services.ts";
export { isPublicPolicy } from "./decide/s3-public-access.ts";

export type {
  ConditionExplanation,
  ElementExplanation,
  Explanation,
  GrantName,
  LayerExplanation,
  LayerState,
  ListedExplanation,
  ListingExplanation,
  PolicyExplanation,
  StatementExplanation,
} from "./explain/explanation.ts";
export type { ExplainOptions } from "./explain/explain.ts";
export { explain } from "./explain/explain.ts";
export { printExplanation } from "./explain/print-explanation.ts";
export type { OpenDecision } from "./explain/decide-open.ts";
export { conditionInWords, decideOpen } from "./explain/decide-open.ts";
export type { OpenCondition } from "./explain/open-statement.ts";
export type { SmallestChange } from "./explain/smallest-change.ts";
export { changeInWords, smallestChange } from "./explain/smallest-change.ts";

export type { Finding, FindingType } from "./lint/finding.ts";
export type { LintOptions } from "./lint/lint-policy.ts";
export { lintPolicy } from "./lint/lint-policy.ts";
export { asDiagnostic } from "./lint/as-diagnostic.ts";
export type { LintCheck } from "./lint/lint-check.ts";
export { checks } from "./lint/checks.ts";
export { ownChecks } from "./lint/own/own-checks.ts";
export { learnMoreLink } from "./lint/learn-more-link.ts";
export type { AccessAnalyzerLocation, AccessAnalyzerPosition, PathElement } from "./lint/access-analyzer-location.ts";
export { accessAnalyzerLocation } from "./lint/access-analyzer-location.ts";

export type { FutureProof, Proof, ProofSide, Question, Refutation, Region } from "./prove/question.ts";
export type { ProofOptions, Prover } from "./prove/prover.ts";
export { createProver, prove } from "./prove/prover.ts";
export type { AccessCheck, GrantingStatement, Verdict } from "./prove/checks/access-check.ts";
export type { Access } from "./prove/checks/access-not-granted.ts";
export { accessNotGranted } from "./prove/checks/access-not-granted.ts";
export type { CheckedResourceType } from "./prove/checks/checked-resource-types.ts";
export type { ExternalAccess, ZoneOfTrust } from "./prove/checks/external-access.ts";
export { externalAccess } from "./prove/checks/external-access.ts";
export { noNewAccess } from "./prove/checks/no-new-access.ts";
export { noPublicAccess } from "./prove/checks/no-public-access.ts";
export { parseReferencePolicy } from "./prove/checks/reference-policy.ts";

export type { CasePolicy, CaseValue, DecisionCase } from "./case/decision-case.ts";
export type { CaseInput, CaseResult } from "./case/run-case.ts";
export { prepareCase, runCase } from "./case/run-case.ts";

export type {
  AccessLevel,
  ActionFacts,
  Catalog,
  ConditionKeyFacts,
  ResourceTypeFacts,
  ServiceFacts,
} from "./catalog.ts";
