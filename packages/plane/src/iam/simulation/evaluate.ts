import type { PolicyEvaluationDecisionType, Position, Statement } from "@aws-sdk/client-iam";
import {
  type DecidingStatement,
  type DecisionInput,
  explain,
  type Explanation,
  knownValue,
  type Layer,
  type LayerState,
  type Outcome,
  type Position as TextPosition,
} from "@castellan/policy";
import { referredKeys } from "./referred-keys.ts";
import { type SimulatedRequest, simulatedRequest } from "./simulated-caller.ts";
import type { Simulation } from "./simulation.ts";

/** What a simulation answers for one action on one resource. */
export interface Evaluation {
  readonly resource: string;
  readonly decision: PolicyEvaluationDecisionType;
  readonly statements: readonly Statement[];
  readonly missing: readonly string[];
  /** Absent when no service control policy binds. */
  readonly allowedByOrganizations?: boolean;
  /** Absent when there is no boundary. */
  readonly allowedByBoundary?: boolean;
  /** Absent when the organization has already refused; empty inside one account. */
  readonly details?: Readonly<Record<string, PolicyEvaluationDecisionType>>;
}

const decisions: Record<Outcome, PolicyEvaluationDecisionType> = {
  Allowed: "allowed",
  ExplicitDeny: "explicitDeny",
  ImplicitDeny: "implicitDeny",
};

const layerDecisions: Record<LayerState, PolicyEvaluationDecisionType> = {
  allow: "allowed",
  deny: "explicitDeny",
  silent: "implicitDeny",
  absent: "implicitDeny",
  notApplicable: "implicitDeny",
};

/** Decides one action on one resource. */
export function evaluate(simulation: Simulation, action: string, resource: string): Evaluation {
  const asked = simulatedRequest(simulation.caller, resource, simulation);
  const input = inputOf(simulation, asked, { action, resource });
  const explanation = explain(input);
  const { outcome, because } = explanation.decision;
  const organizations = allowedBy(explanation, "scp");
  const boundary = allowedBy(explanation, "boundary");
  return {
    resource,
    decision: decisions[outcome],
    statements: because.flatMap((statement) => describeStatement(statement, simulation.sources)),
    missing: missingKeys(input, simulation.context),
    ...(organizations !== undefined && { allowedByOrganizations: organizations }),
    ...(boundary !== undefined && { allowedByBoundary: boundary }),
    ...(organizations !== false && { details: asked.crossAccount ? detailsOf(explanation) : {} }),
  };
}

function inputOf(
  { policies, facts, context }: Simulation,
  { principal, hidden, resourceAccount }: SimulatedRequest,
  target: { readonly action: string; readonly resource: string },
): DecisionInput {
  const owner = resourceAccount === undefined ? {} : { resourceAccount };
  return { principal, request: { ...target, ...owner, context: { ...hidden, ...context } }, policies, facts };
}

const stateOf = ({ layers }: Explanation, name: Layer): LayerState =>
  layers.find(({ layer }) => layer === name)?.state ?? "absent";

function allowedBy(explanation: Explanation, layer: Layer): boolean | undefined {
  const state = stateOf(explanation, layer);
  return state === "absent" || state === "notApplicable" ? undefined : state === "allow";
}

const detailsOf = (explanation: Explanation): Record<string, PolicyEvaluationDecisionType> => ({
  "IAM Policy": layerDecisions[stateOf(explanation, "identity")],
  "Resource Policy": layerDecisions[stateOf(explanation, "resource")],
});

/** Only statements of identity-based and resource-based policies are shown [IAM API Reference, EvaluationResult]. */
function describeStatement({ layer, policyId, span }: DecidingStatement, sources: Simulation["sources"]): Statement[] {
  const source = layer === "identity" || layer === "resource" ? sources.get(policyId) : undefined;
  if (source === undefined || span === undefined) return [];
  return [{ ...source, StartPosition: describePosition(span.start), EndPosition: describePosition(span.end) }];
}

const describePosition = ({ line, column }: TextPosition): Position => ({ Line: line, Column: column });

/** Keys the policies refer to, those of service control policies apart, that neither the request nor the caller gives. */
function missingKeys(input: DecisionInput, given: Simulation["context"]): string[] {
  const { identity = [], resource, boundary } = input.policies;
  const compiled = [...identity, ...(resource ? [resource] : []), ...(boundary ? [boundary] : [])];
  const supplied = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  return referredKeys(compiled).filter(
    (key) => !supplied.has(key.toLowerCase()) && (knownValue(input, key)?.length ?? 0) === 0,
  );
}
