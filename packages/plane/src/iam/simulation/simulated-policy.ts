import { InvalidInputException, type PolicySourceType } from "@aws-sdk/client-iam";
import { type CompiledPolicy, compilePolicy, parsePolicy, type PolicyKind } from "@castellan/policy";
import { WireFault } from "@castellan/wire";
import { fail } from "../../frame/fault.ts";

/** Where a simulated policy comes from, in the words of `MatchedStatements`. */
export interface PolicySource {
  readonly SourcePolicyId: string;
  readonly SourcePolicyType: PolicySourceType;
}

/** A policy in a simulation. */
export interface SimulatedPolicy {
  readonly policy: CompiledPolicy;
  readonly source: PolicySource;
}

/** The parameters of a simulation that hold policy documents. */
export type PolicyParameter =
  | "PolicyInputList"
  | "PermissionsBoundaryPolicyInputList"
  | "OrderedOrganizationPolicyInputList"
  | "ResourcePolicy";

const kinds: Record<PolicyParameter, PolicyKind> = {
  PolicyInputList: "identity",
  PermissionsBoundaryPolicyInputList: "boundary",
  OrderedOrganizationPolicyInputList: "scp",
  ResourcePolicy: "resource",
};

/** The policies a list parameter holds, named as AWS names them: `PolicyInputList.1`. */
export const inputPolicies = (parameter: PolicyParameter, documents: readonly string[] = []): SimulatedPolicy[] =>
  documents.map((document, index) => inputPolicy(parameter, `${parameter}.${index + 1}`, document));

/**
 * A policy given as text. What can be evaluated is, even if IAM would no longer store it; what is not JSON is invalid
 * input, and JSON that is no policy cannot be evaluated.
 */
export function inputPolicy(parameter: PolicyParameter, id: string, document: string): SimulatedPolicy {
  const parsed = parsePolicy(document, { kind: kinds[parameter], accept: "meaningful" });
  if (parsed.kind === "malformed") return refuse(document, `${id}: ${parsed.message}`);
  const type = parameter === "ResourcePolicy" ? "resource" : "none";
  return { policy: compilePolicy(parsed.policy, id), source: { SourcePolicyId: id, SourcePolicyType: type } };
}

/** AWS gives PolicyEvaluation the status of a server's fault; it is no fault of ours for all that. */
function refuse(document: string, message: string): never {
  if (isJson(document)) throw new WireFault("PolicyEvaluation", 500, message);
  fail(InvalidInputException, message);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
