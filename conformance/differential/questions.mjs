// Random small policies and requests that both sides can read.
const home = "111111111111";
const other = "222222222222";
const actions = [
  "s3:GetObject",
  "s3:PutObject",
  "sqs:SendMessage",
  "sqs:ReceiveMessage",
  "iam:GetRole",
  "dynamodb:GetItem",
];
const resources = {
  s3: ["arn:aws:s3:::data/a", "arn:aws:s3:::home/alice/x", "arn:aws:s3:::data/b/c"],
  sqs: [`arn:aws:sqs:eu-west-1:${home}:q`, `arn:aws:sqs:us-east-1:${home}:jobs`, `arn:aws:sqs:eu-west-1:${other}:q`],
  iam: [`arn:aws:iam::${home}:role/Deploy`],
  dynamodb: [`arn:aws:dynamodb:eu-west-1:${home}:table/t`],
};
const patterns = [
  ...Object.values(resources).flat(),
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::home/${aws:username}/*",
  "arn:aws:s3:::dat?/*",
  "arn:aws:sqs:*:*:*",
  "arn:aws:sqs:eu-*:111111111111:q",
];
const actionPatterns = [...actions, "*", "s3:*", "s3:Get*", "SQS:send?essage", "sqs:*Message", "iam:*"];
const principals = [
  `arn:aws:iam::${home}:user/alice`,
  `arn:aws:iam::${home}:user/alice`,
  `arn:aws:sts::${home}:assumed-role/Deploy/run`,
  `arn:aws:iam::${other}:user/bob`,
];
const named = ["*", home, other, `arn:aws:iam::${home}:user/alice`, `arn:aws:iam::${home}:role/Deploy`, principals[2]];
const conditions = {
  "aws:username": { String: ["alice", "bob", "al*"] },
  "aws:PrincipalTag/team": { String: ["blue", "b*", "${aws:username}"] },
  "aws:SourceIp": { Ip: ["203.0.113.0/24", "203.0.113.9/32", "10.0.0.0/8"] },
  "aws:PrincipalArn": { Arn: [`arn:aws:iam::${home}:user/*`, `arn:aws:iam::${home}:role/Deploy`, "arn:*:iam::*:*"] },
  "aws:MultiFactorAuthAge": { Numeric: ["10", "3600", "60.5"] },
  "aws:CurrentTime": { Date: ["2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z", "1767225600"] },
  "aws:SecureTransport": { Bool: ["true", "false"] },
  "aws:TagKeys": { Set: ["team", "cost", "t*"] },
};
const operators = {
  String: ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase"],
  Ip: ["IpAddress", "NotIpAddress"],
  Arn: ["ArnLike", "ArnNotLike", "ArnEquals"],
  Numeric: ["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals"],
  Date: ["DateLessThan", "DateGreaterThan"],
  Bool: ["Bool"],
  Set: [
    "ForAllValues:StringEquals",
    "ForAnyValue:StringLike",
    "ForAnyValue:StringEquals",
    "ForAllValues:StringNotEquals",
  ],
};
const contexts = {
  "aws:PrincipalTag/team": ["blue", "red", "alice"],
  "aws:SourceIp": ["203.0.113.9", "10.1.1.1", "2001:db8::1"],
  "aws:MultiFactorAuthAge": ["10", "4000"],
  "aws:CurrentTime": ["2026-06-01T00:00:00Z"],
  "aws:SecureTransport": ["true", "false"],
};

/** Makes random questions. */
export function createQuestions(random) {
  const one = (items) =>
    random.chance(0.6) ? random.pick(items) : [...new Set(random.some(items, random.between(1, 3)))];
  const condition = () => {
    const key = random.pick(Object.keys(conditions));
    const [[type, values]] = Object.entries(conditions[key]);
    if (random.chance(0.1)) return { Null: { [key]: random.pick(["true", "false"]) } };
    return { [`${random.pick(operators[type])}${random.chance(0.2) ? "IfExists" : ""}`]: { [key]: one(values) } };
  };
  const statement = (kind) => ({
    Effect: random.chance(0.75) ? "Allow" : "Deny",
    ...(kind === "resource" && { Principal: random.chance(0.3) ? "*" : { AWS: one(named) } }),
    [random.chance(0.85) ? "Action" : "NotAction"]: one(actionPatterns),
    [random.chance(0.85) ? "Resource" : "NotResource"]: one(patterns),
    ...(random.chance(0.5) && { Condition: condition() }),
  });
  const policy = (kind) => ({
    Version: random.chance(0.95) ? "2012-10-17" : "2008-10-17",
    Statement: Array.from({ length: random.between(1, 3) }, () => statement(kind)),
  });
  const context = (principal) => {
    const made = { "aws:PrincipalArn": principal.replace(/:sts:(.*)assumed-role\/(\w+).*/, ":iam:$1role/$2") };
    if (principal.includes(":user/")) made["aws:username"] = principal.slice(principal.indexOf("/") + 1);
    for (const [key, values] of Object.entries(contexts)) if (random.chance(0.7)) made[key] = random.pick(values);
    return made;
  };
  return () => {
    const action = random.pick(actions);
    const principal = random.pick(principals);
    const resource = random.pick(resources[action.slice(0, action.indexOf(":"))]);
    const withPolicy = action.startsWith("s3:") || action.startsWith("sqs:");
    return {
      principal,
      request: { action, resource, context: context(principal) },
      account: resource.split(":")[4] || home,
      identity: Array.from({ length: random.between(0, 2) }, () => policy("identity")),
      ...(withPolicy && random.chance(0.5) && { resource: policy("resource") }),
      ...(random.chance(0.25) && { boundary: policy("boundary") }),
      ...(random.chance(0.15) && { scp: { Version: "2012-10-17", Statement: [scpStatement(random, condition)] } }),
    };
  };
}

function scpStatement(random, condition) {
  const deny = random.chance(0.3);
  return {
    Effect: deny ? "Deny" : "Allow",
    Action: deny ? random.pick(actionPatterns) : "*",
    Resource: "*",
    ...(deny && random.chance(0.5) && { Condition: condition() }),
  };
}
