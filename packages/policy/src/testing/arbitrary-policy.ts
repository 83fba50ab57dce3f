import fc from "fast-check";
import { operatorNames } from "../condition/operator-name.ts";
import type { DecisionInput } from "../decide/decide.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import type { Policy, PolicyKind } from "../document/policy-node.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { ContextValue } from "../request/request.ts";

/** A JSON object of a policy document. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

/** The account of most generated principals and resources. */
export const account = "111111111111";
const otherAccount = "222222222222";

const actions = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage", "sts:AssumeRole", "kms:Decrypt", "iam:PassRole"];
const resources = [
  "*",
  "arn:aws:s3:::data/a",
  "arn:aws:s3:::home/alice/x",
  `arn:aws:sqs:eu-west-1:${account}:q`,
  `arn:aws:sqs:eu-west-1:${otherAccount}:q`,
  `arn:aws:iam::${account}:role/Deploy`,
  `arn:aws:kms:eu-west-1:${account}:key/k`,
];
const principals = [
  `arn:aws:iam::${account}:user/alice`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:sts::${account}:assumed-role/Deploy/run`,
  `arn:aws:sts::${account}:federated-user/fred`,
  "sns.amazonaws.com",
  "anonymous",
  `arn:aws:iam::${account}:oidc-provider/example.com`,
];
const keys = ["aws:SourceIp", "aws:RequestTag/team", "aws:TagKeys", "aws:PrincipalArn", "aws:username", "s3:max-keys"];
const values = [
  "blue",
  "b*",
  "${aws:username}",
  "10",
  "true",
  "203.0.113.0/24",
  "203.0.113.9",
  "2026-01-01",
  `arn:aws:iam::${account}:*/*`,
];

const oneOrMore = <T>(items: readonly T[]): fc.Arbitrary<T | T[]> =>
  fc.oneof(fc.constantFrom(...items), fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }));

const actionPatterns = oneOrMore([...actions, "*", "s3:*", "s3:Get*", "sts:Assume*", "SQS:send?essage"]);
const resourcePatterns = oneOrMore([
  ...resources,
  "arn:aws:s3:::home/${aws:username}/*",
  "arn:aws:s3:::*",
  "arn:aws:sqs:*:*:*",
]);
const principalNames = oneOrMore([
  account,
  "*",
  ...principals.slice(0, 1),
  ...principals.slice(2, 4),
  `arn:aws:iam::${account}:role/Deploy`,
]);

const operators = fc
  .tuple(
    fc.constantFrom("", "ForAllValues:", "ForAnyValue:"),
    fc.constantFrom(...operatorNames),
    fc.constantFrom("", "IfExists"),
  )
  .map(([qualifier, name, suffix]) => `${qualifier}${name}${name === "Null" ? "" : suffix}`);

const conditionValues = oneOrMore(values);

/** A valid value for the operator: dates must be dates when a document is stored. */
function valuesFor(operator: string): fc.Arbitrary<unknown> {
  return /^(.*:)?Date/.test(operator)
    ? fc.constantFrom("2026-01-01", "2026-01-01T10:00:00Z", "1767225600")
    : conditionValues;
}

const conditionBlocks = fc
  .uniqueArray(operators, { maxLength: 2 })
  .chain((names) => fc.tuple(...names.map((name) => conditionBlock(name))))
  .map((entries) => Object.fromEntries(entries));

function conditionBlock(operator: string): fc.Arbitrary<readonly [string, unknown]> {
  const block = fc.dictionary(fc.constantFrom(...keys), valuesFor(operator), {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  });
  return block.map((keysAndValues) => [operator, keysAndValues]);
}

/** A statement of a policy with or without principals. */
export function arbitraryStatement(withPrincipal: boolean): fc.Arbitrary<PolicyDocument> {
  return fc
    .record({
      effect: fc.constantFrom("Allow", "Allow", "Deny"),
      action: fc.tuple(fc.constantFrom("Action", "Action", "Action", "NotAction"), actionPatterns),
      resource: fc.tuple(fc.constantFrom("Resource", "Resource", "Resource", "NotResource"), resourcePatterns),
      principal: fc.oneof(
        fc.constant("*"),
        principalNames.map((names) => ({ AWS: names })),
        fc.constant({ Service: "sns.amazonaws.com" }),
      ),
      condition: fc.option(conditionBlocks, { nil: undefined, freq: 2 }),
    })
    .map(({ effect, action, resource, principal, condition }) => ({
      Effect: effect,
      ...(withPrincipal ? { Principal: principal } : {}),
      [action[0]]: action[1],
      [resource[0]]: resource[1],
      ...(condition === undefined ? {} : { Condition: condition }),
    }));
}

/** A policy document of a kind with principals or of one without. */
export function arbitraryDocument(kind: PolicyKind): fc.Arbitrary<PolicyDocument> {
  const withPrincipal = kind === "resource" || kind === "vpcEndpoint";
  return fc
    .tuple(
      fc.constantFrom("2012-10-17", "2012-10-17", "2008-10-17"),
      fc.array(arbitraryStatement(withPrincipal), { minLength: 1, maxLength: 3 }),
    )
    .map(([version, statements]) => ({ Version: version, Statement: statements }));
}

/** Parses a generated document, which is valid by construction. */
export function parseDocument(document: PolicyDocument, kind: PolicyKind): Policy {
  const parsed = parsePolicy(JSON.stringify(document), { kind });
  if (parsed.kind === "policy") return parsed.policy;
  throw new Error(`generated document is malformed: ${JSON.stringify(parsed)}`);
}

/** A compiled policy of a kind. */
export function arbitraryPolicy(kind: PolicyKind): fc.Arbitrary<CompiledPolicy> {
  return arbitraryDocument(kind).map((document) => compilePolicy(parseDocument(document, kind), kind));
}

const contextValues: fc.Arbitrary<ContextValue> = fc.oneof(
  fc.constantFrom("", ...values),
  fc.array(fc.constantFrom("blue", "red", "10"), { maxLength: 3 }),
);

/** A request of some principal under policies of every layer. */
export const arbitraryInput: fc.Arbitrary<DecisionInput> = fc.record({
  principal: fc.constantFrom(...principals),
  request: fc.record({
    action: fc.constantFrom(...actions, "sts:GetCallerIdentity"),
    resource: fc.constantFrom(...resources),
    context: fc.dictionary(fc.constantFrom(...keys), contextValues, { maxKeys: 4, noNullPrototype: true }),
  }),
  policies: fc.record(
    {
      identity: fc.array(arbitraryPolicy("identity"), { maxLength: 2 }),
      resource: arbitraryPolicy("resource"),
      boundary: arbitraryPolicy("boundary"),
      session: fc.array(arbitraryPolicy("session"), { maxLength: 2 }),
      scps: fc.array(fc.array(arbitraryPolicy("identity"), { maxLength: 2 }), { maxLength: 2 }),
      vpcEndpoint: arbitraryPolicy("vpcEndpoint"),
    },
    { requiredKeys: [] },
  ),
});
