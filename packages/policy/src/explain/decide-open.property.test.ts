import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { operatorNames } from "../condition/operator-name.ts";
import { decide, type DecisionInput } from "../decide/decide.ts";
import { contextKeysOf } from "../document/context-keys.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { knownValue } from "../request/known-value.ts";
import type { ContextValue, RequestContext } from "../request/request.ts";
import { parseDocument, type PolicyDocument } from "../testing/arbitrary-policy.ts";
import { mapPolicies } from "./map-policies.ts";
import { decideOpen } from "./decide-open.ts";

const seed = 20_261_123;
const account = "111111111111";

const keys = ["aws:SourceIp", "aws:PrincipalTag/team", "aws:TagKeys", "aws:MultiFactorAuthPresent", "aws:username"];
const literals = ["blue", "b*", "true", "10", "203.0.113.0/24", "${aws:username}", "${aws:PrincipalTag/team, 'none'}"];
/** Values that the listed ones match, or none of them does; the literals are tried besides. */
const values = ["", "blue", "bx", "fresh", "false", "10", "203.0.113.77", "alice", "none"];

const conditions = fc
  .tuple(
    fc.constantFrom("", "", "ForAllValues:", "ForAnyValue:"),
    fc.constantFrom(...operatorNames.filter((name) => !name.startsWith("Date"))),
    fc.constantFrom("", "", "IfExists"),
    fc.constantFrom(...keys),
    fc.uniqueArray(fc.constantFrom(...literals), { minLength: 1, maxLength: 2 }),
  )
  .map(([qualifier, name, suffix, key, listed]): PolicyDocument => ({
    [`${qualifier}${name}${name === "Null" ? "" : suffix}`]: { [key]: listed },
  }));

const resources = fc.constantFrom<PolicyDocument>(
  { Resource: "*" },
  { Resource: "*" },
  { Resource: "arn:aws:s3:::home/${aws:username}/*" },
  { Resource: ["arn:aws:s3:::other/*", "arn:aws:s3:::home/${aws:PrincipalTag/team}/*"] },
  { NotResource: "arn:aws:s3:::home/${aws:PrincipalTag/team}/*" },
  { NotResource: ["arn:aws:s3:::other/*", "arn:aws:s3:::*/${aws:username}/x"] },
);

const principals = [`arn:aws:iam::${account}:user/alice`, account, "*", `arn:aws:iam::${account}:role/Deploy`];

const statements = (named: boolean): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(
      fc.constantFrom("Allow", "Allow", "Allow", "Allow", "Deny"),
      fc.constantFrom<PolicyDocument>({ Action: "*" }, { Action: ["s3:Get*", "iam:*"] }, { NotAction: "sqs:*" }),
      resources,
      fc.constantFrom(...principals),
      fc.option(conditions, { nil: undefined, freq: 2 }),
    )
    .map(([Effect, action, resource, AWS, Condition]) => ({
      Effect,
      ...(named && { Principal: { AWS } }),
      ...action,
      ...resource,
      ...(Condition && { Condition }),
    }));

/** Policies that allow much, so that many answers hang on their conditions. */
function policies(kind: PolicyKind): fc.Arbitrary<CompiledPolicy> {
  const named = kind === "resource" || kind === "vpcEndpoint";
  const wide = { Effect: "Allow", ...(named && { Principal: "*" }), Action: "*", Resource: "*" };
  const first = fc
    .option(conditions, { nil: undefined, freq: 1 })
    .map((Condition) => ({ ...wide, ...(Condition && { Condition }) }));
  return fc
    .tuple(fc.boolean(), first, fc.array(statements(named), { minLength: 1, maxLength: 2 }))
    .map(([has, one, more]) => ({ Version: "2012-10-17", Statement: has ? [one, ...more] : more }))
    .map((document) => compilePolicy(parseDocument(document, kind), kind));
}

const fillings = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: fc.constantFrom(...values, ...literals) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...values, ...literals), { maxLength: 3 }) },
);
const contexts = fc
  .tuple(...keys.map((key) => fillings.map((value) => [key, value] as const)))
  .map((entries) => contextOf(entries));

function contextOf(entries: readonly (readonly [string, ContextValue | undefined])[]): RequestContext {
  return Object.fromEntries(entries.filter((entry): entry is [string, ContextValue] => entry[1] !== undefined));
}

const inputs: fc.Arbitrary<DecisionInput> = fc.record({
  principal: fc.constantFrom(
    `arn:aws:iam::${account}:user/alice`,
    `arn:aws:sts::${account}:assumed-role/Deploy/run`,
    `arn:aws:sts::${account}:federated-user/fred`,
    `arn:aws:iam::${account}:root`,
    "arn:aws:iam::222222222222:user/bob",
    "anonymous",
  ),
  request: fc.record({
    action: fc.constantFrom("s3:GetObject", "iam:GetUser"),
    resource: fc.constantFrom("arn:aws:s3:::home/alice/x", "arn:aws:s3:::home/blue/x", "*"),
    resourceAccount: fc.constant(account),
    context: fc.oneof(
      fc.constant({}),
      contexts.map((context) => contextOf(Object.entries(context).slice(0, 2))),
    ),
  }),
  policies: fc.record(
    {
      identity: fc.array(policies("identity"), { minLength: 1, maxLength: 2 }),
      resource: policies("resource"),
      boundary: policies("boundary"),
      session: fc.array(policies("session"), { maxLength: 1 }),
      scps: fc.array(fc.array(policies("identity"), { minLength: 1, maxLength: 2 }), { maxLength: 1 }),
      vpcEndpoint: policies("vpcEndpoint"),
    },
    { requiredKeys: ["identity"] },
  ),
  facts: fc.record(
    {
      principalTags: fc.constantFrom<Readonly<Record<string, string>>>({}, { team: "blue" }),
      sessionToken: fc.constant(true),
      blockPublicAccess: fc.constant({ restrictPublicBuckets: true }),
      federatedUserParentArn: fc.constant(`arn:aws:iam::${account}:user/alice`),
    },
    { requiredKeys: [] },
  ),
});

/** The keys without value on which an answer may depend: those of the policies, and MFA for credentials from GetSessionToken. */
function valueless(input: DecisionInput): readonly string[] {
  const found = new Set<string>(input.facts?.sessionToken === true ? ["aws:multifactorauthpresent"] : []);
  mapPolicies(input.policies, (compiled) => {
    for (const key of contextKeysOf(compiled.policy)) found.add(key.toLowerCase());
    return compiled;
  });
  return [...found].filter((key) => knownValue(input, key) === undefined);
}

interface Question {
  readonly input: DecisionInput;
  /** What is asked about: undefined leaves every key without value open. */
  readonly named: readonly string[] | undefined;
  readonly filled: readonly RequestContext[];
}

const questions: fc.Arbitrary<Question> = fc.record({
  input: inputs,
  named: fc.option(fc.subarray(keys), { nil: undefined, freq: 3 }),
  filled: fc.array(contexts, { minLength: 12, maxLength: 12 }),
});

/** The request with the open keys among the given ones filled in, the others left as they are. */
function fill(input: DecisionInput, open: readonly string[], context: RequestContext): DecisionInput {
  const more = Object.entries(context).filter(([key]) => open.includes(key.toLowerCase()));
  return {
    ...input,
    request: { ...input.request, context: { ...input.request.context, ...Object.fromEntries(more) } },
  };
}

const allowed = (input: DecisionInput): boolean => decide(input).outcome === "Allowed";

test("yes and no hold for every filling of the open keys, and what depends names open keys only", () => {
  const seen = { yes: 0, no: 0, depends: 0 };
  fc.assert(
    fc.property(questions, ({ input, named, filled }) => {
      const asked = named?.map((key) => key.toLowerCase());
      const open = valueless(input).filter((key) => asked?.includes(key) ?? true);
      const { kind, on } = decideOpen(input, named);
      seen[kind] += 1;
      if (kind === "depends") {
        assert.notEqual(on.length, 0);
        for (const key of on) assert.ok(open.includes(key.toLowerCase()), `${key} is open`);
        return;
      }
      assert.deepEqual(on, []);
      for (const context of [{}, ...filled]) {
        const closed = fill(input, open, context);
        assert.equal(allowed(closed), kind === "yes", JSON.stringify(closed.request.context));
      }
    }),
    { numRuns: 2_000, seed },
  );
  assert.ok(
    Object.values(seen).every((count) => count > 100),
    JSON.stringify(seen),
  );
});
