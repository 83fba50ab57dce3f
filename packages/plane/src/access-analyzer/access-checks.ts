import { type AccessCheckPolicyType, InvalidParameterException } from "@aws-sdk/client-accessanalyzer";
import {
  accessNotGranted,
  createProver,
  noNewAccess,
  noPublicAccess,
  type ParsedPolicy,
  parsePolicy,
  parseReferencePolicy,
  type Policy,
  type PolicyKind,
} from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { describeCheck } from "./check-result.ts";
import { invalidField } from "./refusals.ts";

const operation = operationsOf("accessanalyzer");

const kinds: Readonly<Record<AccessCheckPolicyType, PolicyKind>> = {
  IDENTITY_POLICY: "identity",
  RESOURCE_POLICY: "resource",
};

const readPolicy = (text: string, kind: PolicyKind): Policy =>
  policyIn(parsePolicy(text, { kind, accept: "meaningful" }));

/** AWS's words for a document that cannot be read are not documented. */
function policyIn(parsed: ParsedPolicy): Policy {
  if (parsed.kind === "policy") return parsed.policy;
  return fail(InvalidParameterException, `The policy document is not valid: ${parsed.message}`);
}

const checkNoNewAccess = operation("CheckNoNewAccess", {
  run: ({ input, catalog }) => {
    const kind = kinds[input.policyType];
    const newPolicy = readPolicy(input.newPolicyDocument, kind);
    const existing = policyIn(parseReferencePolicy(input.existingPolicyDocument, kind));
    return describeCheck(noNewAccess(newPolicy, existing, createProver({ catalog })), "noNewAccess");
  },
});

const checkAccessNotGranted = operation("CheckAccessNotGranted", {
  run: ({ input, catalog }) => {
    const [{ actions = [], resources = [] } = {}] = input.access;
    if (actions.length + resources.length === 0) invalidField("access", "Specify actions or resources to check.");
    for (const action of actions) requireAction(action);
    for (const resource of resources) requireResource(resource);
    const policy = readPolicy(input.policyDocument, kinds[input.policyType]);
    const check = accessNotGranted(policy, { actions, resources }, createProver({ catalog }));
    return describeCheck(check, "accessNotGranted");
  },
});

/** "Any strings that can be used as an action in an IAM policy" [Access Analyzer API, Access, 2026]. */
function requireAction(action: string): void {
  if (action === "*" || /^[\w-]+:[\w*?-]+$/.test(action)) return;
  fail(InvalidParameterException, `Invalid action: ${action}`);
}

/** "You can only use a wildcard in the portion of the ARN that specifies the resource ID" [Access Analyzer API, Access, 2026]. */
function requireResource(resource: string): void {
  const [prefix, partition, service, region, account] = resource.split(":");
  if (resource === "*") return;
  if (prefix !== "arn" || account === undefined) fail(InvalidParameterException, `Invalid resource: ${resource}`);
  if (/[*?]/.test(`${partition}${service}${region}${account}`))
    fail(InvalidParameterException, `Wildcards are only allowed in the resource ID of an ARN: ${resource}`);
}

const checkNoPublicAccess = operation("CheckNoPublicAccess", {
  run: ({ input, catalog }) => {
    const { policyDocument, resourceType } = input;
    const policy = readPolicy(policyDocument, resourceType === trustType ? "trust" : "resource");
    return describeCheck(noPublicAccess(policy, resourceType, createProver({ catalog })), "noPublicAccess");
  },
});

const trustType = "AWS::IAM::AssumeRolePolicyDocument";

/** The checks of one policy against what it shall not grant. */
export const accessCheckOperations = [checkNoNewAccess, checkAccessNotGranted, checkNoPublicAccess];
