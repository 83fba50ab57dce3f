// Random policies and requests, and texts damaged at random.

const actions = [
  "s3:GetObject",
  "s3:*",
  "*",
  "iam:PassRole",
  "sts:AssumeRole",
  "kms:Decrypt",
  "s3:Get?bject*",
  ":",
  "",
  "a:b:c",
];
const accounts = ["111111111111", "222222222222", "", "*"];
const resources = [
  "*",
  "arn:aws:s3:::data/*",
  "arn:aws:s3:::home/${aws:username}/*",
  "arn:aws:s3:::home/${aws:username, 'x'}/${*}",
  "arn:aws:iam::111111111111:role/Deploy",
  "arn:aws:kms:eu-west-1:111111111111:key/k",
  "arn:*",
  "arn:aws",
  "",
  `arn:aws:s3:::${"*a".repeat(60)}b`,
];
const principals = [
  "arn:aws:iam::111111111111:user/alice",
  "arn:aws:iam::222222222222:root",
  "arn:aws:sts::111111111111:assumed-role/Deploy/run",
  "arn:aws:sts::111111111111:federated-user/fred",
  "sns.amazonaws.com",
  "anonymous",
  "*",
  "",
  "AIDAEXAMPLE",
];
const keys = [
  "aws:SourceIp",
  "aws:username",
  "aws:TagKeys",
  "aws:PrincipalArn",
  "__proto__",
  "constructor",
  "aws:CurrentTime",
];
const values = [
  "blue",
  "10",
  "1e999",
  "true",
  "2026-01-01",
  "0000-99-99T99:99:99Z",
  "10.0.0.0/8",
  "::ffff:1.2.3.4/0",
  "999.1.1.1/99",
  "${",
  "${aws:username",
  "\ud800",
  "a".repeat(300),
  "*".repeat(200),
];
const operators = `StringEquals StringNotLike NumericLessThan DateGreaterThan Bool BinaryEquals IpAddress NotIpAddress
  ArnLike ArnNotEquals Null toString`.split(/\s+/);
const kinds = ["identity", "boundary", "session", "trust", "resource", "scp", "rcp", "vpcEndpoint"];

/** Makes random policies and inputs from a source of random choices. */
export function createHostile(random) {
  const one = (items) => (random.chance(0.7) ? random.pick(items) : random.some(items, random.between(0, 3)));
  const operator = () =>
    `${random.pick(["", "", "ForAllValues:", "ForAnyValue:"])}${random.pick(operators)}${random.pick(["", "", "IfExists"])}`;
  const value = () => random.pick([random.pick(values), random.pick(values), 10, true, null]);
  const condition = () => ({
    [operator()]: { [random.pick(keys)]: random.chance(0.5) ? value() : [value(), value()] },
  });
  const principal = () =>
    random.pick([
      "*",
      { AWS: one(principals) },
      { Service: "sns.amazonaws.com" },
      { AWS: one(accounts) },
      { CanonicalUser: "x" },
    ]);
  const statement = (named) => ({
    Effect: random.pick(["Allow", "Allow", "Deny", "allow"].slice(0, random.chance(0.95) ? 3 : 4)),
    ...(named && { [random.pick(["Principal", "NotPrincipal"])]: principal() }),
    [random.pick(["Action", "Action", "NotAction"])]: one(actions),
    [random.pick(["Resource", "Resource", "NotResource"])]: one(resources),
    ...(random.chance(0.5) && { Condition: condition() }),
  });
  const text = (named) => {
    const Statement = Array.from({ length: random.between(1, 3) }, () => statement(named));
    return JSON.stringify({ Version: random.pick(["2012-10-17", "2012-10-17", "2008-10-17", "x"]), Statement });
  };
  const damaged = (whole) => {
    const at = random.below(whole.length);
    const inserted = random.pick(["", "{", "}", '"', ",", "\\", "\u0000", "\ud800", "[[[[", "${", "*"]);
    return whole.slice(0, at) + inserted + whole.slice(at + random.between(0, 8));
  };
  return {
    policy() {
      const kind = random.pick(kinds);
      const whole = text(["trust", "resource", "rcp", "vpcEndpoint"].includes(kind));
      return { kind, text: random.chance(0.3) ? damaged(whole) : whole };
    },
    request() {
      const context = {};
      for (let count = random.below(4); count > 0; count--)
        context[random.pick(keys)] = random.chance(0.7) ? random.pick(values) : random.some(values, random.below(4));
      const resource = random.pick(resources);
      const action = random.pick(actions);
      return { principal: random.pick(principals), request: { action, resource, context } };
    },
  };
}

/** Puts compiled policies where their kinds belong. */
export function layersOf(compiled) {
  const policies = {};
  for (const policy of compiled) {
    if (policy.kind === "identity" || policy.kind === "session") (policies[policy.kind] ??= []).push(policy);
    else if (policy.kind === "scp" || policy.kind === "rcp") (policies[`${policy.kind}s`] ??= []).push([policy]);
    else policies[policy.kind === "trust" ? "resource" : policy.kind] = policy;
  }
  return policies;
}
