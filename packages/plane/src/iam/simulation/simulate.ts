import type { EvaluationResult } from "@aws-sdk/client-iam";
import { type Call, operationsOf } from "../../frame/operation.ts";
import { serviceControlPoliciesOf } from "../../security/organization-policies.ts";
import { iamPage } from "../page.ts";
import { attachedBoundary, attachedSources } from "./attached-sources.ts";
import { evaluationResult } from "./evaluation-result.ts";
import { readExclusion } from "./exclusion.ts";
import { factsOf, findEntity, onSourceEntity, sourceEntity } from "./policy-source-entity.ts";
import { inputPolicies } from "./simulated-policy.ts";
import { readSimulation, type Simulation, type SimulationInput } from "./simulation.ts";

const operation = operationsOf("iam");

const simulateCustomPolicy = operation("SimulateCustomPolicy", {
  run: ({ input, catalog, accountId }) => {
    const levels = input.OrderedOrganizationPolicyInputList?.map(({ ServiceControlPolicyInputList: documents }) =>
      inputPolicies("OrderedOrganizationPolicyInputList", documents).map(({ policy }) => policy),
    );
    const simulation = readSimulation(input, {
      accountId,
      callerArn: input.CallerArn,
      factsFor: () => ({}),
      identity: [],
      boundary: undefined,
      scps: levels?.length ? levels : undefined,
    });
    return simulate({ input, catalog }, simulation);
  },
});

const simulatePrincipalPolicy = operation("SimulatePrincipalPolicy", {
  authorize: (call) => onSourceEntity(call, call.input.PolicySourceArn),
  run: (call) => {
    const { input, tx, policies, accountId } = call;
    const entity = sourceEntity(call, input.PolicySourceArn);
    const excluded = readExclusion(input.PolicyExclusionList);
    const organization = serviceControlPoliciesOf(tx, policies, accountId);
    // Only a user stands in for the caller of a resource-based policy [IAM API Reference, SimulatePrincipalPolicy].
    const isCaller = entity.kind === "user" || input.ResourcePolicy === undefined;
    const simulation = readSimulation(input, {
      accountId,
      callerArn: input.CallerArn ?? (isCaller ? entity.record.arn : undefined),
      factsFor: (caller) => ({ ...factsOf(caller && findEntity(tx, caller)), ...organization.facts }),
      identity: attachedSources(call, entity, excluded),
      boundary: attachedBoundary(call, entity, excluded),
      scps: excluded.scps ? undefined : organization.scps,
    });
    return simulate(call, simulation);
  },
});

/** One page of results, in the order of the actions; only the actions of the page are evaluated. */
function simulate(
  { input, catalog }: Pick<Call<SimulationInput>, "input" | "catalog">,
  simulation: Simulation,
): { EvaluationResults: EvaluationResult[]; IsTruncated: boolean; Marker?: string } {
  const actions = (input.ActionNames ?? []).map((name, index) => ({ name, place: String(index).padStart(9, "0") }));
  const { items, paging } = iamPage(actions, input, ({ place }) => place);
  return { EvaluationResults: items.map(({ name }) => evaluationResult(catalog, simulation, name)), ...paging };
}

/** The IAM policy simulator. */
export const simulationOperations = [simulateCustomPolicy, simulatePrincipalPolicy];
