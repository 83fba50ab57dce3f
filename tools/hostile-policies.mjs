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

/** The choices that a good document of any kind is made of: the strange ones among them are odd, not wrong. */
const sound = {
  actions: ["s3:GetObject", "s3:*", "iam:PassRole", "sts:AssumeRole", "kms:Decrypt", "s3:Get?bject*"],
  resources: [...resources.slice(0, 6), resources.at(-1)],
  named: ["arn:aws:iam::111111111111:user/alice", "arn:aws:iam::222222222222:root", "111111111111", "*"],
  operators: operators.filter((name) => !/^(Date|toString)/.test(name)),
  values: values.filter((value) => !value.startsWith("${") && value !== "\ud800"),
};
const wild = { actions, resources, named: [...principals, ...accounts], operators, values };

/** Makes random policies and inputs from a source of random choices; about half of the policies are such as AWS stores. */
export function createHostile(random) {
  const one = (items) => (random.chance(0.7) ? random.pick(items) : random.some(items, random.between(1, 3)));
  const operator = (from) => {
    const name = random.pick(from.operators);
    return `${random.pick(["", "", "ForAllValues:", "ForAnyValue:"])}${name}${name === "Null" ? "" : random.pick(["", "", "IfExists"])}`;
  };
  const value = (from) => random.pick([random.pick(from.values), random.pick(from.values), 10, true]);
  const condition = (from) => ({
    [operator(from)]: { [random.pick(keys)]: random.chance(0.5) ? value(from) : [value(from), value(from)] },
  });
  const principal = (from, kind) =>
    kind === "rcp" && from === sound
      ? "*"
      : random.pick([
          "*",
          { AWS: one(from.named) },
          { Service: "sns.amazonaws.com" },
          { CanonicalUser: "x".repeat(64) },
        ]);
  const statement = (from, kind) => {
    const strict = from === sound;
    const [trust, rcp, scp] = ["trust", "rcp", "scp"].map((name) => strict && kind === name);
    const Effect = rcp ? "Deny" : random.pick(["Allow", "Allow", "Deny"]);
    const not = (element) => (random.chance(strict ? 0.15 : 0.3) ? `Not${element}` : element);
    const named = ["trust", "resource", "rcp", "vpcEndpoint"].includes(kind);
    return {
      Effect: strict || random.chance(0.95) ? Effect : "allow",
      ...(named && { [strict ? "Principal" : not("Principal")]: principal(from, kind) }),
      [rcp ? "Action" : not("Action")]: trust ? "sts:AssumeRole" : rcp ? "s3:*" : one(from.actions),
      ...(!trust && { [not("Resource")]: scp && Effect === "Allow" ? "*" : one(from.resources) }),
      ...(random.chance(0.5) && { Condition: condition(from) }),
    };
  };
  const text = (from, kind) => {
    const Statement = Array.from({ length: random.between(1, 3) }, () => statement(from, kind));
    const Version = from === sound ? "2012-10-17" : random.pick(["2012-10-17", "2012-10-17", "2008-10-17", "x"]);
    return JSON.stringify({ Version, Statement });
  };
  const damaged = (whole) => {
    const at = random.below(whole.length);
    const inserted = random.pick(["", "{", "}", '"', ",", "\\", "\u0000", "\ud800", "[[[[", "${", "*"]);
    return whole.slice(0, at) + inserted + whole.slice(at + random.between(0, 8));
  };
  return {
    policy() {
      const kind = random.pick(kinds);
      const whole = text(random.chance(0.65) ? sound : wild, kind);
      return { kind, text: random.chance(0.2) ? damaged(whole) : whole };
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
