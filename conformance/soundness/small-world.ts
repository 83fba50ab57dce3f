import type { Catalog, ConditionKeyFacts, ServiceFacts } from "@castellan/policy";

/** The accounts whose resources are asked for: the principals' own and another. */
export const own = "111111111111";
export const foreign = "222222222222";

/** The actions of the world with the ARNs they work on; none for `*`. */
export const worldActions: Readonly<Record<string, readonly string[]>> = {
  "s3:GetObject": ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
  "s3:PutObject": ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
  "s3:ListBucket": ["arn:${Partition}:s3:::${BucketName}"],
  "s3:ListAllMyBuckets": [],
  "sqs:SendMessage": ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"],
  "sqs:ListQueues": [],
  "iam:PassRole": ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
  "iam:ListUsers": [],
  "sts:AssumeRole": ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
  "sts:GetCallerIdentity": [],
  "kms:Decrypt": ["arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"],
  "ec2:RunInstances": [
    "arn:${Partition}:ec2:${Region}::image/${ImageId}",
    "arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}",
  ],
  "ec2:DescribeImages": [],
  "logs:GetLogEvents": [
    "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}",
  ],
};

/** What a key of the world holds, and texts that policies list for it. */
export interface WorldKey {
  readonly type: ConditionKeyFacts["type"] | "unknown";
  readonly listed: readonly string[];
  /** Every request has it. */
  readonly always?: boolean;
  /** It follows from the principal: no request gives it. */
  readonly settled?: boolean;
}

const tags = ["blue", "b*", "Blue", "red", "?lue", "${aws:username}", ""];
const arns = [
  "arn:aws:s3:::data",
  `arn:aws:iam::${own}:user/alice`,
  `arn:aws:iam::${own}:role/*`,
  `arn:aws:sqs:*:${own}:*`,
  "arn:aws:s3:::*a",
];
const dates = ["2026-01-01T00:00:00Z", "2026-02-01T10:00:00Z", "1767225600"];

/** The condition keys of the world. */
export const worldKeys: Readonly<Record<string, WorldKey>> = {
  "aws:SourceIp": {
    type: "IPAddress",
    listed: ["10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "203.0.113.0/25", "2001:db8::/32", "0.0.0.0/0", "::/0"],
  },
  "aws:CurrentTime": { type: "Date", listed: dates, always: true },
  "aws:MultiFactorAuthPresent": { type: "Bool", listed: ["true", "false"] },
  "aws:SecureTransport": { type: "Bool", listed: ["true", "false"], always: true },
  "aws:MultiFactorAuthAge": { type: "Numeric", listed: ["0", "300", "3600", "9.5"] },
  "s3:max-keys": { type: "Numeric", listed: ["1", "10", "-1", "1000"] },
  "s3:prefix": { type: "String", listed: ["home/", "home/*", "ho?e/*", "", "*a*", "home/${aws:username}/*"] },
  "aws:RequestedRegion": { type: "String", listed: ["eu-west-1", "eu-*", "us-east-1", "*-1"], always: true },
  "aws:RequestTag/team": { type: "String", listed: tags },
  "aws:ResourceTag/team": { type: "String", listed: tags },
  "aws:PrincipalTag/team": { type: "String", listed: tags },
  "aws:TagKeys": { type: "ArrayOfString", listed: ["team", "env", "t*", "cost?"] },
  "aws:SourceArn": { type: "ARN", listed: arns },
  "aws:Origins": { type: "ArrayOfARN", listed: arns },
  "app:anything": { type: "unknown", listed: ["x", "y*", "10", "2026-01-01", "true"] },
  "aws:PrincipalOrgID": { type: "String", listed: ["o-a1b2c3d4e5", "o-*"] },
  "aws:PrincipalArn": { type: "ARN", listed: arns, settled: true },
  "aws:username": { type: "String", listed: ["alice", "a*", "${aws:username}"], settled: true },
  "aws:ResourceAccount": { type: "String", listed: [own, foreign, "1*"], settled: true },
};

const byLowerName = new Map(Object.entries(worldKeys).map(([key, facts]) => [key.toLowerCase(), { key, ...facts }]));

function serviceOf(prefix: string): ServiceFacts {
  const own = Object.entries(worldActions).filter(([name]) => name.startsWith(`${prefix}:`));
  return {
    prefix,
    name: prefix,
    resourceControlPolicies: false,
    actions: own.map(([name, arns]) => ({
      service: prefix,
      name: name.slice(prefix.length + 1),
      accessLevel: "Read",
      resourceTypes: arns.map((arn) => ({ name: arn, required: true, conditionKeys: [] })),
      conditionKeys: [],
      dependentActions: [],
    })),
    resourceTypes: [...new Set(own.flatMap(([, arns]) => arns))].map((arn) => ({ name: arn, arn, conditionKeys: [] })),
    conditionKeys: [],
  };
}

const services = new Map(
  [...new Set(Object.keys(worldActions).map((name) => name.slice(0, name.indexOf(":"))))].map((prefix) => [
    prefix,
    serviceOf(prefix),
  ]),
);

/** The world as a catalogue. */
export const worldCatalog: Catalog = {
  services: () => [...services.keys()],
  service: (prefix) => services.get(prefix),
  action: (name) => {
    const [prefix = "", short = ""] = name.toLowerCase().split(":");
    return services.get(prefix)?.actions.find((action) => action.name.toLowerCase() === short);
  },
  actionSummaries: () => [...services.values()].flatMap((service) => service.actions),
  conditionKey: (name) => {
    const found = byLowerName.get(name.toLowerCase());
    return found === undefined || found.type === "unknown" ? undefined : { key: found.key, type: found.type };
  },
  globalConditionKeys: () => [],
};
