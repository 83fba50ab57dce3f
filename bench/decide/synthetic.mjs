// Synthetic policies from real action names and ARN patterns.
import { createRandom } from "../../tools/random.mjs";

/** The account of every principal and resource. */
export const account = "111122223333";
// Rules of their own (key policies, trust policies, calls that need no permission) would measure something else.
const leftOut = new Set(["kms", "sts"]);

const plainArn = /^arn:\$\{Partition\}:[a-z0-9-]+:[^:*]*:[^:*]*:[^*]+$/;
const iamArn = /:(user|group|role|policy|instance-profile|mfa|saml-provider|oidc-provider|server-certificate)\//;

/** Services with the actions and ARN templates that requests can use. */
export function readServices(catalog) {
  return catalog
    .services()
    .filter((prefix) => !leftOut.has(prefix))
    .map((prefix) => readService(catalog.service(prefix)))
    .filter(({ actions }) => actions.length >= 5);
}

function readService({ prefix, actions, resourceTypes }) {
  const arns = new Map(resourceTypes.map(({ name, arn }) => [name, arn]));
  const usable = actions.map(({ name, resourceTypes: types }) => ({
    name,
    templates: types
      .map((type) => arns.get(type.name))
      .filter((arn) => plainArn.test(arn) && (prefix !== "iam" || iamArn.test(arn))),
    bare: types.length === 0,
  }));
  return { prefix, actions: usable.filter(({ bare, templates }) => bare || templates.length > 0) };
}

const names = ["alpha", "beta", "gamma", "delta", "prod-1", "test-2"];
const fixed = { Partition: "aws", Region: "eu-west-1", Account: account };

/** An ARN of a template, with values for its placeholders. */
export const fillArn = (template, valueOf) =>
  template.replace(/\$\{(\w+)\}/g, (_, name) => fixed[name] ?? valueOf(name));

/** A resource for an action: an ARN of one of its types, `*` for an action without resources. */
export function resourceFor(random, { bare, templates }) {
  return bare ? "*" : fillArn(random.pick(templates), () => random.pick(names));
}

const conditions = [
  () => ["StringEquals", "aws:RequestedRegion", ["eu-west-1", "us-east-1"]],
  (random) => ["StringEquals", "aws:PrincipalTag/team", random.pick(names)],
  () => ["StringLike", "aws:PrincipalTag/stage", "prod*"],
  () => ["Bool", "aws:SecureTransport", "true"],
  () => ["StringNotEquals", "aws:PrincipalTag/team", ["omega", "sigma"]],
  () => ["IpAddress", "aws:SourceIp", ["10.0.0.0/8", "203.0.113.0/24"]],
  () => ["NumericLessThan", "aws:MultiFactorAuthAge", "3600"],
  () => ["DateGreaterThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"],
];

function conditionBlock(random) {
  const block = {};
  for (const make of random.some(conditions, random.between(0, 3))) {
    const [operator, key, value] = make(random);
    (block[operator] ??= {})[key] = value;
  }
  return block;
}

function resourcePattern(random, action) {
  if (action.bare || random.chance(0.25)) return "*";
  const text = fillArn(random.pick(action.templates), () => (random.chance(0.5) ? "*" : random.pick(names)));
  return random.chance(0.05) ? text.replace(/(alpha|beta|gamma)/, "${aws:username}") : text;
}

function actionPattern(random, prefix, { name }) {
  if (random.chance(0.02)) return `${prefix}:*`;
  const word = /^[A-Z][a-z]+/.exec(name)?.[0] ?? name;
  return random.chance(0.2) ? `${prefix}:${word}*` : `${prefix}:${name}`;
}

function statement(random, services, sid) {
  const { prefix, actions } = random.pick(services);
  const chosen = random.some(actions, random.between(1, 8));
  const negatedAction = random.chance(0.02);
  const deny = negatedAction || random.chance(0.08);
  const resources = [...new Set(chosen.slice(0, 3).map((action) => resourcePattern(random, action)))];
  const condition = conditionBlock(random);
  return {
    Sid: `S${sid}`,
    Effect: deny ? "Deny" : "Allow",
    [negatedAction ? "NotAction" : "Action"]: chosen.map((action) => actionPattern(random, prefix, action)),
    [random.chance(0.02) ? "NotResource" : "Resource"]: negatedAction ? ["arn:aws:s3:::vault/*"] : resources,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** A policy document of 5 to 30 statements. */
export function syntheticPolicy(services, seed) {
  const random = createRandom(seed);
  const count = random.between(5, 30);
  return {
    Version: "2012-10-17",
    Statement: Array.from({ length: count }, (_, sid) => statement(random, services, sid)),
  };
}
