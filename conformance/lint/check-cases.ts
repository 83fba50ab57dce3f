import type { PolicyKind } from "@castellan/policy";

/** A policy that a check speaks about, and one almost like it that it does not speak about. */
export interface CheckCase {
  readonly code: string;
  readonly kind: PolicyKind;
  readonly found: unknown;
  readonly clean: unknown;
  /** The texts at the finding's locations, where the case tells them. */
  readonly at?: readonly string[];
  /** The policy after the fix, where the case tells it. */
  readonly fixed?: unknown;
}

type Part = Readonly<Record<string, unknown>>;

function policy(...statements: readonly Part[]): unknown {
  return { Version: "2012-10-17", Statement: statements };
}

/** A policy of one statement that allows reading objects, with some of its elements changed. */
function reading(change: Part): unknown {
  return policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*", ...change });
}

function when(...blocks: readonly [operator: string, key: string, value: unknown][]): unknown {
  return reading({ Condition: blockOf(blocks) });
}

function blockOf(blocks: readonly [operator: string, key: string, value: unknown][]): Part {
  return Object.fromEntries(blocks.map(([operator, key, value]) => [operator, { [key]: value }]));
}

function grant(elements: Part): unknown {
  return policy({ Effect: "Allow", ...elements });
}

function bucket(change: Part): unknown {
  return policy({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:role/reader" },
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::reports/*",
    ...change,
  });
}

function trust(change: Part): unknown {
  return policy({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:role/deployer" },
    Action: "sts:AssumeRole",
    ...change,
  });
}

const github = "token.actions.githubusercontent.com";

function web(issuer: string, ...blocks: readonly [operator: string, key: string, value: unknown][]): unknown {
  return trust({
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: blockOf(blocks),
  });
}

function rcp(...blocks: readonly [operator: string, key: string, value: unknown][]): unknown {
  return policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: blockOf(blocks) });
}

/** The six ways to grant an action too widely. */
function wideGrants(prefix: string, action: string, role: string): readonly CheckCase[] {
  const star = action.replace(/:.*/, ":*");
  const named = grant({ Action: action, Resource: role });
  const forms: readonly [code: string, found: Part][] = [
    ["NOT_RESOURCE", { Action: action, NotResource: role }],
    ["STAR_IN_ACTION_AND_NOT_RESOURCE", { Action: star, NotResource: role }],
    ["NOT_ACTION_AND_NOT_RESOURCE", { NotAction: "s3:*", NotResource: role }],
    ["STAR_IN_RESOURCE", { Action: action, Resource: "arn:aws:iam::111122223333:role/*" }],
    ["STAR_IN_ACTION_AND_RESOURCE", { Action: star, Resource: "*" }],
    ["STAR_IN_RESOURCE_AND_NOT_ACTION", { NotAction: "s3:*", Resource: "*" }],
  ];
  return forms.map(([code, found]) => ({
    code: `${prefix}_WITH_${code}`,
    kind: "identity",
    found: grant(found),
    clean: "NotAction" in found ? grant({ ...found, NotAction: ["s3:*", action] }) : named,
  }));
}

const passRole: readonly CheckCase[] = [
  ...wideGrants("PASS_ROLE", "iam:PassRole", "arn:aws:iam::111122223333:role/builder"),
  {
    code: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
    kind: "identity",
    found: grant({ Action: ["s3:GetObject", "iam:PassRole"], Resource: ["*"] }),
    clean: grant({
      Action: "iam:PassRole",
      Resource: "*",
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    }),
    at: ['"iam:PassRole"', '"*"'],
  },
  {
    code: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
    kind: "identity",
    found: grant({ Action: "iam:PassRole", Resource: "arn:aws:iam::*:role/*" }),
    clean: grant({ Action: "iam:PassRole", Resource: "arn:aws:iam::*:role/CodeBuild*" }),
  },
];

const identifiers: readonly CheckCase[] = [
  {
    code: "MISSING_VERSION",
    kind: "identity",
    found: { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" }] },
    clean: reading({}),
    fixed: reading({}),
  },
  {
    code: "UNIQUE_SIDS_RECOMMENDED",
    kind: "resource",
    found: {
      Version: "2012-10-17",
      Statement: ["reader", "writer"].map((name) => ({
        Sid: "Same",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::111122223333:role/${name}` },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::reports/*",
      })),
    },
    clean: bucket({ Sid: "Same" }),
    at: ['"Same"', '"Same"'],
  },
  {
    code: "DEPRECATED_GLOBAL_CONDITION_KEY",
    kind: "identity",
    found: when(["ArnLike", "aws:ARN", "arn:aws:iam::111122223333:role/*"]),
    clean: when(["ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/*"]),
    fixed: when(["ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/*"]),
  },
  {
    code: "INVALID_ROLE_REFERENCE",
    kind: "trust",
    found: trust({ Principal: { AWS: "AROAEXAMPLE1234567890" } }),
    clean: trust({}),
    at: ['"AROAEXAMPLE1234567890"'],
  },
  {
    code: "INVALID_USER_REFERENCE",
    kind: "trust",
    found: trust({ Principal: { AWS: "AIDAEXAMPLE1234567890" } }),
    clean: trust({}),
  },
];

const many = Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::reports/${index}/of/the/year/2026/*`);

const sizes: readonly CheckCase[] = [
  {
    code: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    kind: "identity",
    found: reading({ Resource: many }),
    clean: reading({ Resource: many.slice(0, 200) }),
  },
  {
    code: "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    kind: "resource",
    found: bucket({ Resource: [...many, ...many.map((arn) => arn.replace("2026", "2027"))] }),
    clean: bucket({ Resource: many }),
  },
  {
    code: "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    kind: "trust",
    found: trust({ Principal: { AWS: many.map((_, index) => `arn:aws:iam::111122223333:role/r${index}`) } }),
    clean: trust({}),
  },
];

const values: readonly CheckCase[] = [
  {
    code: "INVALID_DATE_VALUE",
    kind: "identity",
    found: when(["DateLessThan", "aws:CurrentTime", "1767225600"]),
    clean: when(["DateLessThan", "aws:CurrentTime", "2026"]),
    fixed: when(["DateLessThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"]),
  },
  {
    code: "TYPE_MISMATCH",
    kind: "identity",
    found: when(["StringEquals", "aws:ViaAWSService", "true"]),
    clean: when(["Bool", "aws:ViaAWSService", "true"]),
    at: ['"aws:ViaAWSService"'],
  },
  {
    code: "TYPE_MISMATCH",
    kind: "identity",
    found: when(["ArnLike", "kms:EncryptionContext:aws:sso:instance-arn", "arn:aws:sso:::instance/*"]),
    clean: when(["StringLike", "kms:EncryptionContext:aws:sso:instance-arn", "arn:aws:sso:::instance/*"]),
  },
  {
    code: "TYPE_MISMATCH_BOOLEAN",
    kind: "identity",
    found: when(["Bool", "aws:SecureTransport", "yes"]),
    clean: when(["Bool", "aws:SecureTransport", ["true", "FALSE"]]),
  },
  {
    code: "TYPE_MISMATCH_DATE",
    kind: "identity",
    found: when(["DateGreaterThan", "aws:CurrentTime", "tomorrow"]),
    clean: when(["DateGreaterThan", "aws:CurrentTime", "2026-01-31"]),
  },
  {
    code: "TYPE_MISMATCH_NUMBER",
    kind: "identity",
    found: when(["NumericLessThan", "aws:MultiFactorAuthAge", "1 hour"]),
    clean: when(["NumericLessThan", "aws:MultiFactorAuthAge", 3600]),
  },
  {
    code: "TYPE_MISMATCH_STRING",
    kind: "identity",
    found: when(["BinaryEquals", "example:Key", "not base64!"]),
    clean: when(["BinaryEquals", "example:Key", "QmluYXJ5VmFsdWVJbkJhc2U2NA=="]),
  },
  {
    code: "WILDCARD_WITHOUT_LIKE_OPERATOR",
    kind: "identity",
    found: when(["StringEquals", "aws:PrincipalTag/team", "admin-*"]),
    clean: when(["StringEquals", "aws:PrincipalTag/team", "admin-${*}"]),
    at: ['"admin-*"'],
    fixed: when(["StringLike", "aws:PrincipalTag/team", "admin-*"]),
  },
  {
    code: "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
    kind: "identity",
    found: grant({
      Action: ["s3:GetObject", "ec2:RunInstances"],
      Resource: "*",
      Condition: { StringEquals: { "aws:VpceAccount": "111122223333" } },
    }),
    clean: when(["StringEquals", "aws:VpceAccount", "111122223333"]),
  },
];

const rcps: readonly CheckCase[] = [
  {
    code: "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
    kind: "rcp",
    found: rcp(["StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-abcdef0123"]),
    clean: rcp(
      ["StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-abcdef0123"],
      ["BoolIfExists", "aws:PrincipalIsAWSService", "false"],
    ),
  },
  {
    code: "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
    kind: "rcp",
    found: rcp(
      ["StringNotEqualsIfExists", "aws:SourceOrgID", "o-abcdef0123"],
      ["BoolIfExists", "aws:PrincipalIsAWSService", "false"],
    ),
    clean: rcp(
      ["StringNotEqualsIfExists", "aws:SourceOrgID", "o-abcdef0123"],
      ["BoolIfExists", "aws:PrincipalIsAWSService", "true"],
    ),
  },
  {
    code: "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
    kind: "rcp",
    found: rcp(
      ["StringNotEqualsIfExists", "aws:SourceOrgID", "o-abcdef0123"],
      ["Bool", "aws:PrincipalIsAWSService", "true"],
    ),
    clean: rcp(["StringNotEqualsIfExists", "aws:SourceOrgID", "o-abcdef0123"], ["Null", "aws:SourceArn", "false"]),
  },
];

const trusts: readonly CheckCase[] = [
  {
    code: "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
    kind: "trust",
    found: web(github, ["StringLike", `${github}:sub`, "repo:acme/*"]),
    clean: web(github, ["StringEquals", `${github}:sub`, "repo:acme/site:ref:refs/heads/main"]),
    at: ['"repo:acme/*"'],
  },
  {
    code: "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
    kind: "trust",
    found: web(github, ["StringLike", `${github}:sub`, "repo:acme/site:*"]),
    clean: web(
      github,
      ["StringLike", `${github}:sub`, "repo:acme/site:environment:*"],
      ["StringEquals", `${github}:ref`, "refs/heads/main"],
    ),
  },
  {
    code: "MISSING_GITHUB_REPO_CONDITION_KEY",
    kind: "trust",
    found: web(github, ["StringEquals", `${github}:aud`, "sts.amazonaws.com"]),
    clean: web(github, ["StringEquals", `${github}:repository_id`, "1234"]),
  },
  {
    code: "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
    kind: "trust",
    found: web("gitlab.example.com", ["StringEquals", "aws:SourceIp", "203.0.113.7"]),
    clean: web("gitlab.example.com", ["StringEquals", "gitlab.example.com:aud", "acme"]),
  },
  {
    code: "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
    kind: "trust",
    found: web(github, ["ForAnyValue:StringEquals", `${github}:aud`, "sts.amazonaws.com"]),
    clean: web(github, ["StringEquals", `${github}:aud`, "sts.amazonaws.com"]),
    fixed: web(github, ["StringEquals", `${github}:aud`, "sts.amazonaws.com"]),
  },
  {
    code: "CONFIRM_AUDIENCE_CLAIM_TYPE",
    kind: "trust",
    found: web("gitlab.example.com", ["ForAnyValue:StringEquals", "gitlab.example.com:aud", "acme"]),
    clean: web("gitlab.example.com", ["StringEquals", "gitlab.example.com:aud", "acme"]),
  },
  {
    code: "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
    kind: "trust",
    found: trust({
      Principal: {
        AWS: ["arn:aws:iam::111122223333:role/path/deployer", "arn:aws:sts::111122223333:assumed-role/deployer/monday"],
      },
    }),
    clean: trust({
      Principal: {
        AWS: ["arn:aws:iam::111122223333:role/builder", "arn:aws:sts::111122223333:assumed-role/deployer/monday"],
      },
    }),
    at: ['"arn:aws:sts::111122223333:assumed-role/deployer/monday"'],
  },
];

const resources: readonly CheckCase[] = [
  {
    code: "ALLOW_WITH_NOT_PRINCIPAL",
    kind: "resource",
    found: policy({
      Effect: "Allow",
      NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/reader" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::reports/*",
    }),
    clean: policy({
      Effect: "Deny",
      NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/reader" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::reports/*",
    }),
  },
  {
    code: "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    kind: "resource",
    found: bucket({ Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "s3:PutObject" }),
    clean: bucket({
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    }),
    at: ['"cloudtrail.amazonaws.com"'],
  },
  {
    code: "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    kind: "resource",
    found: bucket({
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Condition: { StringEquals: { "aws:Referer": "111122223333" } },
    }),
    clean: bucket({ Condition: { StringEquals: { "aws:Referer": "111122223333" } } }),
  },
  {
    code: "IRRELEVANT_CONDITION_KEY_IN_POLICY",
    kind: "resource",
    found: bucket({ Condition: { StringEquals: { "s3:ResourceAccount": "111122223333" } } }),
    clean: bucket({ Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } }),
  },
];

const weakKeys: readonly CheckCase[] = [
  {
    code: "UNTRUSTWORTHY_CONDITION_KEY",
    kind: "identity",
    found: when(["StringEquals", "aws:UserAgent", "acme/1.0"]),
    clean: when(["StringEquals", "aws:PrincipalTag/team", "acme"]),
  },
  {
    code: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
    kind: "identity",
    found: when(["ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-abcdef0123"]),
    clean: when(["ForAllValues:StringEquals", "aws:TagKeys", "team"]),
    fixed: when(["StringEquals", "aws:PrincipalOrgID", "o-abcdef0123"]),
  },
  {
    code: "MISSING_PAIRED_CONDITION_KEYS",
    kind: "identity",
    found: when(["IpAddress", "aws:VpcSourceIp", "10.0.0.0/16"]),
    clean: when(
      ["IpAddress", "aws:VpcSourceIp", "10.0.0.0/16"],
      ["StringEquals", "aws:SourceVpc", "vpc-0e9801d129e12345a"],
    ),
  },
  {
    code: "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
    kind: "identity",
    found: when(["StringNotLikeIfExists", "aws:PrincipalArn", "arn:aws:iam::*:role/admin"]),
    clean: when(["ArnNotLikeIfExists", "aws:PrincipalArn", "arn:aws:iam::*:role/admin"]),
    at: ['"aws:PrincipalArn"'],
    fixed: when(["ArnNotLikeIfExists", "aws:PrincipalArn", "arn:aws:iam::*:role/admin"]),
  },
  {
    code: "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
    kind: "identity",
    found: grant({
      Action: "dynamodb:GetItem",
      Resource: "arn:aws:dynamodb:*:*:table/people",
      Condition: { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["name"] } },
    }),
    clean: grant({
      Action: "dynamodb:PutItem",
      Resource: "arn:aws:dynamodb:*:*:table/people",
      Condition: { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["name"] } },
    }),
    fixed: grant({
      Action: "dynamodb:GetItem",
      Resource: "arn:aws:dynamodb:*:*:table/people",
      Condition: {
        StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["name"] },
      },
    }),
  },
  {
    code: "S3_PREFIX_IN_NEGATIVE_CONTEXT",
    kind: "identity",
    found: grant({
      Effect: "Deny",
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::reports",
      Condition: { StringLike: { "s3:prefix": "private/*" } },
    }),
    clean: grant({
      Effect: "Deny",
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::reports",
      Condition: { StringNotLike: { "s3:prefix": "public/*" } },
    }),
  },
];

function tagged(effect: string, elements: Part): unknown {
  return policy({
    Effect: effect,
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/team": "acme" } },
    ...elements,
  });
}

const tags: readonly CheckCase[] = (["Allow", "Deny"] as const).flatMap((effect) => [
  {
    code: `${effect.toUpperCase()}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
    kind: "identity",
    found: tagged(effect, { Action: ["ec2:StartInstances", "logs:PutResourcePolicy"] }),
    clean: tagged(effect, { Action: ["ec2:StartInstances"] }),
    at: ['"logs:PutResourcePolicy"', '"aws:ResourceTag/team"'],
  },
  {
    code: `${effect.toUpperCase()}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
    kind: "identity",
    found: tagged(effect, { NotAction: "iam:*" }),
    clean: tagged(effect, { NotAction: "iam:*", Condition: { Null: { "aws:ResourceTag/team": "false" } } }),
  },
]);

const empties: readonly CheckCase[] = [
  { code: "EMPTY_ARRAY_ACTION", kind: "identity", found: reading({ Action: [] }), clean: reading({}), at: ["[]"] },
  { code: "EMPTY_ARRAY_RESOURCE", kind: "identity", found: reading({ Resource: [] }), clean: reading({}) },
  { code: "EMPTY_ARRAY_PRINCIPAL", kind: "resource", found: bucket({ Principal: { AWS: [] } }), clean: bucket({}) },
  { code: "EMPTY_OBJECT_PRINCIPAL", kind: "resource", found: bucket({ Principal: {} }), clean: bucket({}) },
  {
    code: "EMPTY_OBJECT_CONDITION",
    kind: "identity",
    found: reading({ Condition: {} }),
    clean: when(["StringEquals", "aws:PrincipalTag/team", "acme"]),
    fixed: reading({}),
  },
  {
    code: "EMPTY_OBJECT_CONDITION",
    kind: "identity",
    found: reading({ Condition: { StringEquals: {}, Bool: { "aws:SecureTransport": "true" } } }),
    clean: reading({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    fixed: reading({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
  },
  {
    code: "EMPTY_SID_VALUE",
    kind: "identity",
    found: reading({ Sid: "" }),
    clean: reading({ Sid: "Read" }),
    at: ['""'],
    fixed: reading({}),
  },
  ...(
    [
      ["EMPTY_ARRAY_CONDITION", "StringEquals"],
      ["EMPTY_ARRAY_CONDITION_FORALLVALUES", "ForAllValues:StringEquals"],
      ["EMPTY_ARRAY_CONDITION_FORANYVALUE", "ForAnyValue:StringEquals"],
      ["EMPTY_ARRAY_CONDITION_IFEXISTS", "StringEqualsIfExists"],
    ] as const
  ).map(([code, operator]): CheckCase => ({
    code,
    kind: "identity",
    found: when([operator, "aws:TagKeys", []]),
    clean: when([operator, "aws:TagKeys", ["team"]]),
  })),
];

const matchAll: readonly CheckCase[] = [
  {
    code: "EQUIVALENT_TO_NULL_FALSE",
    kind: "identity",
    found: when(["StringLike", "aws:RequestTag/team", ["*"]]),
    clean: when(["StringLike", "aws:RequestTag/team", "?*"]),
    at: ['"*"'],
    fixed: when(["Null", "aws:RequestTag/team", ["false"]]),
  },
  {
    code: "EQUIVALENT_TO_NULL_TRUE",
    kind: "identity",
    found: when(["StringNotLike", "aws:RequestTag/team", "*"]),
    clean: when(["StringNotEquals", "aws:RequestTag/team", "acme"]),
    fixed: when(["Null", "aws:RequestTag/team", "true"]),
  },
  {
    code: "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    kind: "identity",
    found: when(["StringLikeIfExists", "aws:RequestTag/team", "*"]),
    clean: when(["StringLikeIfExists", "aws:RequestTag/team", "a*"]),
  },
  {
    code: "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
    kind: "identity",
    found: when(["ForAnyValue:StringNotLike", "aws:TagKeys", "*"]),
    clean: when(["ForAnyValue:StringNotLike", "aws:TagKeys", "a*"]),
  },
];

const ranges: readonly CheckCase[] = [
  {
    code: "IMPROVE_IP_RANGE",
    kind: "identity",
    found: when(["IpAddress", "aws:SourceIp", ["203.0.113.7/24", "2001:db8::1/64", "198.51.100.0/24"]]),
    clean: when(["IpAddress", "aws:SourceIp", ["203.0.113.7", "2001:db8::/64"]]),
    at: ['"203.0.113.7/24"', '"2001:db8::1/64"'],
    fixed: when(["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/64", "198.51.100.0/24"]]),
  },
  {
    code: "PRIVATE_IP_ADDRESS_SUBSET",
    kind: "identity",
    found: when(["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "10.1.0.0/16"]]),
    clean: when(["IpAddress", "aws:VpcSourceIp", ["203.0.113.0/24", "10.1.0.0/16"]]),
    at: ['"10.1.0.0/16"'],
  },
  {
    code: "PRIVATE_NOT_IP_ADDRESS_SUBSET",
    kind: "identity",
    found: when(["NotIpAddress", "aws:SourceIp", ["203.0.113.0/24", "192.168.7.0/24"]]),
    clean: when(["NotIpAddress", "aws:SourceIp", ["203.0.113.0/24", "192.167.7.0/24"]]),
  },
  {
    code: "REDUNDANT_CONDITION_VALUE_NUM",
    kind: "identity",
    found: when(["NumericLessThan", "aws:MultiFactorAuthAge", ["2700", "3600", "900"]]),
    clean: when(["NumericEquals", "s3:max-keys", ["10", "20"]]),
    at: ['"2700"', '"900"'],
    fixed: when(["NumericLessThan", "aws:MultiFactorAuthAge", ["3600"]]),
  },
  {
    code: "NULL_WITH_QUALIFIER",
    kind: "identity",
    found: when(["ForAnyValue:Null", "aws:TagKeys", "false"]),
    clean: when(["Null", "aws:TagKeys", "false"]),
  },
];

const redundancy: readonly CheckCase[] = [
  {
    code: "REDUNDANT_ACTION",
    kind: "identity",
    found: grant({ Action: ["iam:Get*", "iam:List*", "iam:getCredentialReport", "iam:GetRole"], Resource: "*" }),
    clean: grant({ Action: ["iam:Get*", "iam:List*", "iam:*CredentialReport"], Resource: "*" }),
    at: ['"iam:Get*"', '"iam:getCredentialReport"', '"iam:GetRole"'],
    fixed: grant({ Action: ["iam:Get*", "iam:List*"], Resource: "*" }),
  },
  {
    code: "REDUNDANT_ACTION",
    kind: "identity",
    found: grant({ Action: ["s3:ListAllMyBuckets", "iam:ListRoles", "s3:ListAllMyBuckets"], Resource: "*" }),
    clean: grant({ Action: ["s3:ListAllMyBuckets", "iam:ListRoles"], Resource: "*" }),
    fixed: grant({ Action: ["s3:ListAllMyBuckets", "iam:ListRoles"], Resource: "*" }),
  },
  {
    code: "REDUNDANT_RESOURCE",
    kind: "identity",
    found: reading({ Resource: ["arn:aws:s3:::reports-*/*", "arn:aws:s3:::*-old/*", "arn:aws:s3:::reports-*"] }),
    clean: reading({ Resource: ["arn:aws:s3:::reports-*/*", "arn:aws:s3:::*-old/*", "arn:aws:s3:::reports"] }),
    at: ['"arn:aws:s3:::reports-*/*"', '"arn:aws:s3:::reports-*"'],
    fixed: reading({ Resource: ["arn:aws:s3:::*-old/*", "arn:aws:s3:::reports-*"] }),
  },
  {
    code: "REDUNDANT_RESOURCE",
    kind: "identity",
    found: grant({
      Action: "logs:PutLogEvents",
      Resource: ["arn:aws:logs:*:*:log-group:app*", "arn:aws:logs:eu-west-1:111122223333:log-group:app:log-stream:*"],
    }),
    clean: grant({
      Action: "logs:PutLogEvents",
      Resource: ["arn:aws:logs:*:444455556666:log-group:app*", "arn:aws:logs:eu-west-1:111122223333:log-group:app:*"],
    }),
  },
  {
    code: "REDUNDANT_STATEMENT",
    kind: "identity",
    found: policy(
      { Sid: "One", Effect: "Allow", Action: ["s3:ListBucket", "s3:GetObject"], Resource: "*" },
      { Sid: "Two", Effect: "Allow", Action: ["s3:getobject", "s3:ListBucket"], Resource: ["*"] },
    ),
    clean: policy(
      { Sid: "One", Effect: "Allow", Action: ["s3:ListBucket", "s3:GetObject"], Resource: "*" },
      { Sid: "Two", Effect: "Deny", Action: ["s3:getobject", "s3:ListBucket"], Resource: ["*"] },
    ),
    fixed: policy({ Sid: "One", Effect: "Allow", Action: ["s3:ListBucket", "s3:GetObject"], Resource: "*" }),
  },
  {
    code: "WILDCARD_IN_SERVICE_NAME",
    kind: "identity",
    found: grant({ Action: "codebuild:StartBuild", Resource: "arn:aws:*code*::111122223333:*" }),
    clean: grant({ Action: "codebuild:StartBuild", Resource: "arn:aws:codebuild:*:111122223333:*" }),
  },
];

const own: readonly CheckCase[] = [
  {
    code: "STATEMENT_NEVER_MATCHES",
    kind: "identity",
    found: when(["Null", "aws:PrincipalTag/team", "true"], ["StringEquals", "aws:PrincipalTag/team", "acme"]),
    clean: when(["Null", "aws:PrincipalTag/team", "true"], ["StringEqualsIfExists", "aws:PrincipalTag/team", "acme"]),
  },
  {
    code: "STATEMENT_NEVER_MATCHES",
    kind: "identity",
    found: when(["StringEquals", "aws:PrincipalTag/team", "acme"], ["StringNotLike", "aws:PrincipalTag/team", "a*"]),
    clean: when(["StringLike", "aws:PrincipalTag/team", "a*"], ["StringNotEquals", "aws:PrincipalTag/team", "acme"]),
  },
  {
    code: "STATEMENT_NEVER_MATCHES",
    kind: "identity",
    found: when(
      ["DateGreaterThan", "aws:CurrentTime", "2027-01-01"],
      ["DateLessThan", "aws:CurrentTime", "2026-01-01"],
    ),
    clean: when(
      ["DateGreaterThan", "aws:CurrentTime", "2026-01-01"],
      ["DateLessThan", "aws:CurrentTime", "2027-01-01"],
    ),
  },
  {
    code: "STATEMENT_NEVER_MATCHES",
    kind: "identity",
    found: when(["StringEquals", "aws:PrincipalTag/team", "acme"], ["StringLike", "aws:PrincipalTag/team", "b*"]),
    clean: when(["ForAnyValue:StringEquals", "aws:TagKeys", "acme"], ["ForAnyValue:StringLike", "aws:TagKeys", "b*"]),
  },
  {
    code: "SHADOWED_STATEMENT",
    kind: "identity",
    found: policy(
      { Effect: "Allow", Action: "s3:*", Resource: "*" },
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" },
    ),
    clean: policy(
      { Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" },
    ),
    fixed: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
  },
  {
    code: "SHADOWED_STATEMENT",
    kind: "identity",
    found: policy(
      { Effect: "Allow", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::reports/*" },
      { Effect: "Deny", Action: "s3:Delete*", Resource: "*" },
    ),
    clean: policy(
      { Effect: "Allow", Action: ["s3:DeleteObject", "s3:PutObject"], Resource: "arn:aws:s3:::reports/*" },
      { Effect: "Deny", Action: "s3:Delete*", Resource: "*" },
    ),
  },
  {
    code: "RESOURCE_NOT_OF_ACTION",
    kind: "identity",
    found: grant({ Action: ["s3:GetObject", "s3:ListBucket"], Resource: "arn:aws:s3:::reports/${aws:username}/*" }),
    clean: grant({
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"],
    }),
  },
  {
    code: "STAR_NEEDED",
    kind: "identity",
    found: grant({ Action: ["s3:ListAllMyBuckets", "s3:GetObject"], Resource: "arn:aws:s3:::reports/*" }),
    clean: grant({ Action: ["s3:ListAllMyBuckets", "s3:GetObject"], Resource: "arn:aws:s3:::*" }),
    at: ['"s3:ListAllMyBuckets"', '"arn:aws:s3:::reports/*"'],
  },
  {
    code: "KEY_NEVER_PRESENT",
    kind: "identity",
    found: grant({ Action: "sqs:*", Resource: "*", Condition: { StringEquals: { "s3:prefix": "a" } } }),
    clean: grant({ Action: "s3:*", Resource: "*", Condition: { StringEquals: { "s3:prefix": "a" } } }),
  },
];

/** Every warning, security warning and suggestion of Access Analyzer and every check of our own. */
export const checkCases: readonly CheckCase[] = [
  ...passRole,
  ...wideGrants(
    "CREATE_SLR",
    "iam:CreateServiceLinkedRole",
    "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
  ),
  ...identifiers,
  ...sizes,
  ...values,
  ...rcps,
  ...trusts,
  ...resources,
  ...weakKeys,
  ...tags,
  ...empties,
  ...matchAll,
  ...ranges,
  ...redundancy,
  ...own,
];
