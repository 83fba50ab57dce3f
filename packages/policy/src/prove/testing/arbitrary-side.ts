import fc from "fast-check";
import type { DecisionPolicies } from "../../decide/decision-policies.ts";
import type { PolicyKind } from "../../document/policy-node.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import type { CompiledPolicy } from "../../match/compiled-policy.ts";
import type { DecisionFacts } from "../../request/facts.ts";
import type { AuthorizationRequest } from "../../request/request.ts";
import { account, arbitraryDocument, parseDocument, type PolicyDocument } from "../../testing/arbitrary-policy.ts";
import type { ProofSide } from "../question.ts";

/** The accounts whose resources generated requests ask for. */
export const accounts = [account, "222222222222"] as const;

const principals = [
  `arn:aws:iam::${account}:user/alice`,
  `arn:aws:sts::${account}:assumed-role/Deploy/run`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:sts::${account}:federated-user/fred`,
  "sns.amazonaws.com",
  "anonymous",
];

/** What stands in place of the only variable that documents are generated with: a known key, or a free one. */
const variables = ["${aws:username}", "${aws:PrincipalTag/team}", "${aws:RequestTag/team, 'blue'}"];

function policy(kind: PolicyKind): fc.Arbitrary<CompiledPolicy> {
  return fc.tuple(arbitraryDocument(kind), fc.constantFrom(...variables)).map(([document, variable]) => {
    const text = JSON.stringify(document).replaceAll("${aws:username}", variable);
    return compilePolicy(parseDocument(JSON.parse(text) as PolicyDocument, kind), kind);
  });
}

const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 1 });
const level = fc.array(policy("identity"), { maxLength: 2 });
const rcpLevel = fc.array(policy("resource"), { maxLength: 2 });

const policies: fc.Arbitrary<DecisionPolicies> = fc
  .record({
    identity: fc.array(policy("identity"), { minLength: 1, maxLength: 2 }),
    resource: seldom(policy("resource")),
    boundary: seldom(policy("boundary")),
    session: seldom(fc.array(policy("session"), { maxLength: 2 })),
    scps: seldom(fc.array(level, { maxLength: 2 })),
    rcps: seldom(fc.array(rcpLevel, { maxLength: 1 })),
    vpcEndpoint: seldom(policy("vpcEndpoint")),
  })
  .chain((layers) =>
    fc.subarray(Object.entries(layers).slice(1), { maxLength: 2 }).map((chosen) => ({ layers, chosen })),
  )
  .map(({ layers, chosen }) => {
    const others = chosen.filter(([, value]) => value !== undefined);
    return { identity: layers.identity, ...Object.fromEntries(others) };
  });

const facts: fc.Arbitrary<DecisionFacts> = fc.constantFrom<DecisionFacts>(
  {},
  {},
  { principalTags: { team: "blue" } },
  { principalTags: {} },
  { managementAccount: true },
  { sessionToken: true },
  { gatewayEndpoint: true },
  { assumedRoot: true },
  { blockPublicAccess: { restrictPublicBuckets: true } },
);

/** Two sides of one principal. */
export const arbitrarySides: fc.Arbitrary<readonly [ProofSide, ProofSide]> = fc
  .tuple(fc.constantFrom(...principals, ...principals.slice(0, 2)), facts, policies, policies)
  .map(([principal, known, own, other]) => [
    { principal, facts: known, policies: own },
    { principal, facts: known, policies: other },
  ]);

/** Requests with the values, actions and resources that generated policies speak of. */
export const arbitraryRequest: fc.Arbitrary<AuthorizationRequest> = fc.record({
  action: fc.constantFrom(
    "s3:GetObject",
    "s3:PutObject",
    "sqs:SendMessage",
    "sts:AssumeRole",
    "kms:Decrypt",
    "iam:PassRole",
  ),
  resource: fc.constantFrom(
    "arn:aws:s3:::data/a",
    "arn:aws:s3:::home/alice/x",
    "arn:aws:s3:::home/blue/x",
    "arn:aws:s3:::other",
    ...accounts.map((id) => `arn:aws:sqs:eu-west-1:${id}:q`),
    ...accounts.map((id) => `arn:aws:iam::${id}:role/Deploy`),
    `arn:aws:kms:eu-west-1:${account}:key/k`,
  ),
  context: fc.dictionary(
    fc.constantFrom("aws:SourceIp", "aws:RequestTag/team", "aws:TagKeys", "s3:max-keys", "aws:MultiFactorAuthPresent"),
    fc.oneof(
      fc.constantFrom("", "blue", "b*", "alice", "10", "9.5", "true", "false", "203.0.113.9", "203.0.114.0"),
      fc.constantFrom("2026-01-01T10:00:00Z", "2025-12-31", `arn:aws:iam::${account}:user/x`),
      fc.array(fc.constantFrom("blue", "red", "10"), { maxLength: 3 }),
    ),
    { maxKeys: 4, noNullPrototype: true },
  ),
});
