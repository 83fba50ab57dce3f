import type {
  EvaluationResult,
  PolicyEvaluationDecisionType,
  ResourceSpecificResult,
  Statement,
} from "@aws-sdk/client-iam";
import type { Catalog } from "@castellan/catalog";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { resourceTemplate } from "./resource-template.ts";
import type { Simulation } from "./simulation.ts";

/** The result of one action on all resources; over several resources the most restrictive decision counts. */
export function evaluationResult(catalog: Catalog, simulation: Simulation, action: string): EvaluationResult {
  const evaluations = simulation.resources.map((resource) => evaluate(simulation, action, resource));
  const specific = simulation.resources.some((resource) => resource !== "*");
  const organizations = everyOf(evaluations.map(({ allowedByOrganizations }) => allowedByOrganizations));
  return {
    EvalActionName: action,
    EvalResourceName: resourceTemplate(catalog, action, simulation.resources[0] ?? "*"),
    EvalDecision: strictest(evaluations.map(({ decision }) => decision)),
    MatchedStatements: distinct(decisive(evaluations).flatMap(({ statements }) => statements)),
    MissingContextValues: [...new Set(evaluations.flatMap(({ missing }) => missing))],
    ...(organizations !== undefined && { OrganizationsDecisionDetail: { AllowedByOrganizations: organizations } }),
    ...boundaryDetail(everyOf(evaluations.map(({ allowedByBoundary }) => allowedByBoundary))),
    ...(specific && {
      ...detailsMember(strictestDetails(evaluations)),
      ResourceSpecificResults: evaluations.map(resourceResult),
    }),
  };
}

const resourceResult = (evaluation: Evaluation): ResourceSpecificResult => ({
  EvalResourceName: evaluation.resource,
  EvalResourceDecision: evaluation.decision,
  MatchedStatements: [...evaluation.statements],
  MissingContextValues: [...evaluation.missing],
  ...detailsMember(evaluation.details),
  ...boundaryDetail(evaluation.allowedByBoundary),
});

const detailsMember = (details: Evaluation["details"]): Pick<EvaluationResult, "EvalDecisionDetails"> =>
  details === undefined ? {} : { EvalDecisionDetails: details };

const boundaryDetail = (allowed: boolean | undefined): Pick<EvaluationResult, "PermissionsBoundaryDecisionDetail"> =>
  allowed === undefined ? {} : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allowed } };

const restrictions: readonly PolicyEvaluationDecisionType[] = ["explicitDeny", "implicitDeny", "allowed"];

const strictest = (decisions: readonly PolicyEvaluationDecisionType[]): PolicyEvaluationDecisionType =>
  restrictions.find((decision) => decisions.includes(decision)) ?? "implicitDeny";

/** The evaluations whose decision is the one reported. */
function decisive(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  const reported = strictest(evaluations.map(({ decision }) => decision));
  return evaluations.filter(({ decision }) => decision === reported);
}

/** Undefined if none is known, false if one is. */
function everyOf(values: readonly (boolean | undefined)[]): boolean | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.every((value) => value);
}

function strictestDetails(evaluations: readonly Evaluation[]): Evaluation["details"] {
  const all = evaluations.flatMap(({ details }) => (details === undefined ? [] : [details]));
  if (all.length < evaluations.length) return undefined;
  const types = new Set(all.flatMap((details) => Object.keys(details)));
  return Object.fromEntries(
    [...types].map((type) => [type, strictest(all.flatMap((details) => details[type] ?? []))] as const),
  );
}

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values()];
}
