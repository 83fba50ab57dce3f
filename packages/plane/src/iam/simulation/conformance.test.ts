import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
  type ContextEntry,
  SimulateCustomPolicyCommand,
  type SimulateCustomPolicyCommandInput,
} from "@aws-sdk/client-iam";
import { type CasePolicy, type CaseValue, type DecisionCase, parseArn, runCase } from "@castellan/policy";
import { testIam } from "../../testing/iam-for-tests.ts";

const folder = new URL("../../../../../conformance/decisions/", import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly DecisionCase[]);

const text = (policy: CasePolicy): string => (typeof policy === "string" ? policy : JSON.stringify(policy));

/** A case in the words of the simulator; undefined if it has none for it. */
function asInput(decisionCase: DecisionCase): SimulateCustomPolicyCommandInput | undefined {
  const { principal, request, policies = {} } = decisionCase;
  if (!isExpressible(decisionCase)) return undefined;
  const { resource, boundary, scps, identity = [] } = policies;
  return {
    CallerArn: principal,
    ActionNames: [request.action],
    ResourceArns: [request.resource],
    PolicyInputList: identity.length === 0 ? [nothing] : identity.map(text),
    ContextEntries: Object.entries(request.context ?? {}).map(contextEntry),
    ...(request.resourceAccount && { ResourceOwner: `arn:aws:iam::${request.resourceAccount}:root` }),
    ...(resource && { ResourcePolicy: text(resource) }),
    ...(boundary && { PermissionsBoundaryPolicyInputList: [text(boundary)] }),
    ...(scps && {
      OrderedOrganizationPolicyInputList: scps.map((level) => ({ ServiceControlPolicyInputList: level.map(text) })),
    }),
  };
}

/** Stands for no policy: the API wants one. */
const nothing = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"none:Nothing","Resource":"*"}]}';

function isExpressible({ principal, request, policies = {}, facts }: DecisionCase): boolean {
  const { session, rcps, vpcEndpoint, resource } = policies;
  const account = parseArn(request.resource)?.accountId ?? "";
  const ownerIsSaid = account === "" || request.resourceAccount === undefined || account === request.resourceAccount;
  const isTrust = resource !== undefined && /^arn:aws:iam::\d*:role\//.test(request.resource);
  const isEntity = /^arn:aws:iam::\d{12}:(user|role)\//.test(principal);
  // IAM takes no context key of fewer than five characters.
  const hasKeyNames = Object.keys(request.context ?? {}).every((key) => key.length >= 5);
  return isEntity && hasKeyNames && !session && !rcps && !vpcEndpoint && !facts && !isTrust && ownerIsSaid;
}

const contextEntry = ([ContextKeyName, value]: [string, CaseValue]): ContextEntry =>
  Array.isArray(value)
    ? { ContextKeyName, ContextKeyType: "stringList", ContextKeyValues: value.map(String) }
    : { ContextKeyName, ContextKeyType: "string", ContextKeyValues: [String(value)] };

const words = { Allowed: "allowed", ExplicitDeny: "explicitDeny", ImplicitDeny: "implicitDeny" };

test("the simulator decides every case it can express as the kernel does", async (t) => {
  const { iam } = await testIam(t);
  let expressed = 0;
  for (const decisionCase of cases) {
    const input = asInput(decisionCase);
    if (input === undefined) continue;
    expressed += 1;
    const decided = runCase(decisionCase);
    assert.ok(decided.kind === "decided", decisionCase.id);
    const { EvaluationResults: [result] = [] } = await iam
      .send(new SimulateCustomPolicyCommand(input))
      .catch((error: Error) => {
        throw new Error(`${decisionCase.id}: ${error.name} ${error.message}`);
      });
    assert.equal(result?.EvalDecision, words[decided.decision], decisionCase.id);
  }
  t.diagnostic(`${expressed} of ${cases.length} cases expressed`);
  assert.ok(expressed >= 240, String(expressed));
});
