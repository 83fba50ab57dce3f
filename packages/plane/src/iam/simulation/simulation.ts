import { InvalidInputException, type SimulateCustomPolicyRequest } from "@aws-sdk/client-iam";
import { type DecisionFacts, type DecisionPolicies, parseArn, type RequestContext } from "@castellan/policy";
import { fail } from "../../frame/fault.ts";
import { readContextEntries } from "./context-entries.ts";
import type { EntityArn } from "./policy-source-entity.ts";
import { readCaller, readResourceOwner } from "./simulated-caller.ts";
import { inputPolicies, inputPolicy, type PolicySource, type SimulatedPolicy } from "./simulated-policy.ts";

/** Everything that bears on the requests of one simulation. */
export interface Simulation {
  readonly caller: EntityArn | undefined;
  /** The account of whoever asks for the simulation. */
  readonly accountId: string;
  readonly owner: string | undefined;
  readonly resources: readonly string[];
  readonly context: RequestContext;
  readonly facts: DecisionFacts;
  readonly policies: DecisionPolicies;
  /** Where the policies come from, by the id they are compiled with. */
  readonly sources: ReadonlyMap<string, PolicySource>;
}

/** What the request does not say itself but its operation finds out. */
export interface Participants {
  readonly accountId: string;
  readonly callerArn: string | undefined;
  readonly factsFor: (caller: EntityArn | undefined) => DecisionFacts;
  readonly identity: readonly SimulatedPolicy[];
  readonly boundary: SimulatedPolicy | undefined;
  readonly scps: DecisionPolicies["scps"];
}

/** The part of the input that both operations have. */
export type SimulationInput = Omit<SimulateCustomPolicyRequest, "PolicyInputList"> & {
  readonly PolicyInputList?: readonly string[] | undefined;
};

/** Checks the input and puts together what is to be simulated. */
export function readSimulation(input: SimulationInput, participants: Participants): Simulation {
  const { ResourceArns: resources = ["*"], ResourcePolicy: document } = input;
  requireInput(input);
  const caller = readCaller(participants.callerArn, document, resources);
  const resource = document === undefined ? undefined : inputPolicy("ResourcePolicy", "ResourcePolicy", document);
  const identity = [...participants.identity, ...inputPolicies("PolicyInputList", input.PolicyInputList)];
  const boundary = givenBoundary(input) ?? participants.boundary;
  const { accountId, scps } = participants;
  return {
    caller,
    accountId,
    owner: readResourceOwner(input.ResourceOwner),
    resources: resources.length === 0 ? ["*"] : resources,
    context: readContextEntries(input.ContextEntries),
    facts: participants.factsFor(caller),
    policies: {
      identity: identity.map(({ policy }) => policy),
      ...(resource && { resource: resource.policy }),
      ...(boundary && { boundary: boundary.policy }),
      ...(scps && { scps }),
    },
    sources: new Map([...identity, ...(resource ? [resource] : [])].map(({ policy, source }) => [policy.id, source])),
  };
}

function givenBoundary({
  PermissionsBoundaryPolicyInputList: documents,
}: SimulationInput): SimulatedPolicy | undefined {
  if (documents !== undefined && documents.length > 1)
    fail(InvalidInputException, "Only one permissions boundary policy can be simulated.");
  return inputPolicies("PermissionsBoundaryPolicyInputList", documents)[0];
}

const handlingOptions: ReadonlySet<string> = new Set([
  "EC2-VPC-InstanceStore",
  "EC2-VPC-InstanceStore-Subnet",
  "EC2-VPC-EBS",
  "EC2-VPC-EBS-Subnet",
]);

function requireInput({
  ActionNames: actions,
  ResourceArns: resources,
  ResourceHandlingOption: option,
}: SimulationInput) {
  const action = actions?.find((name) => !/^[a-z0-9-]+:[a-z0-9]+$/i.test(name));
  if (action !== undefined) fail(InvalidInputException, `Invalid action name: ${action}`);
  const resource = resources?.find((arn) => arn !== "*" && parseArn(arn) === undefined);
  if (resource !== undefined) fail(InvalidInputException, `ResourceNames are not in a valid ARN format: ${resource}.`);
  if (option !== undefined && !handlingOptions.has(option))
    fail(InvalidInputException, `Invalid resource handling option: ${option}`);
}
