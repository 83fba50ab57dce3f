/** A side of a question: names of AWS managed policies, and statements of its own. */
export interface NamedSide {
  readonly managed?: readonly string[];
  readonly statements?: readonly Readonly<Record<string, unknown>>[];
}

/** A question whose answer is known, and what must be in the request that refutes. */
export interface KnownQuestion {
  readonly says: string;
  readonly side: NamedSide;
  /** Absent: nothing at all may be allowed. */
  readonly than?: NamedSide;
  readonly actions?: readonly string[];
  readonly answer: "proved" | { readonly action?: string; readonly resource?: string };
}

const deny = (more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  Effect: "Deny",
  Resource: "*",
  ...more,
});

const powerUser: NamedSide = { managed: ["PowerUserAccess"] };
const readOnly: NamedSide = { managed: ["ReadOnlyAccess"] };
const backup: NamedSide = { managed: ["AWSBackupServiceRolePolicyForBackup"] };
const withoutOrganization = deny({ Action: ["iam:*", "organizations:*", "account:*"] });
const secrets = [
  "secretsmanager:GetSecretValue",
  "ssm:GetParameter",
  "kms:Decrypt",
  "s3:GetObject",
  "dynamodb:GetItem",
  "rds-data:ExecuteStatement",
];
const functions = "arn:aws:lambda:*:*:function:";

/** Fifteen questions about AWS managed policies; the answers were found by two other means too. */
export const fifteenQuestions: readonly KnownQuestion[] = [
  {
    says: "power users can do more than readers",
    side: powerUser,
    than: readOnly,
    answer: { action: "a2c:GetContainerizationJobDetails" },
  },
  {
    says: "readers can do more than power users",
    side: readOnly,
    than: powerUser,
    answer: { action: "account:GetAlternateContact" },
  },
  {
    says: "security auditors see what readers do not",
    side: { managed: ["SecurityAudit"] },
    than: readOnly,
    answer: { action: "airflow:GetEnvironment" },
  },
  {
    says: "those who may only view see what readers do not",
    side: { managed: ["ViewOnlyAccess"] },
    than: readOnly,
    answer: { action: "aws-marketplace:ViewSubscriptions" },
  },
  {
    says: "an administrator without iam, organizations and account is a power user",
    side: { managed: ["AdministratorAccess"], statements: [withoutOrganization] },
    than: powerUser,
    answer: "proved",
  },
  {
    says: "a power user is no more than an administrator",
    side: powerUser,
    than: { managed: ["AdministratorAccess"] },
    answer: "proved",
  },
  {
    says: "readers of S3 read more of it than readers",
    side: { managed: ["AmazonS3ReadOnlyAccess"] },
    than: readOnly,
    answer: { action: "s3:DescribeMultiRegionAccessPointOperation" },
  },
  {
    says: "readers of bills see more than those who manage them",
    side: { managed: ["AWSBillingReadOnlyAccess"] },
    than: { managed: ["Billing"] },
    answer: { action: "ce:GetCostAndUsageComparisons" },
  },
  { says: "readers can do no more than readers", side: readOnly, than: readOnly, answer: "proved" },
  {
    says: "auditors who are readers too read what is stored",
    side: { managed: ["SecurityAudit", "ReadOnlyAccess"] },
    actions: secrets,
    answer: {},
  },
  {
    says: "a star in a resource does not cross the fields of an ARN",
    side: { statements: [{ Effect: "Allow", Action: "lambda:*", Resource: `${functions}dev-*` }] },
    than: { ...powerUser, statements: [deny({ Action: "lambda:*", Resource: "arn:aws:lambda:*:prod-*:*:*" })] },
    answer: "proved",
  },
  {
    says: "a statement that lost one ARN is missed at exactly that ARN",
    side: {
      statements: [
        { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: ["a", "b"].map((name) => `${functions}${name}`) },
      ],
    },
    than: { statements: [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: `${functions}a` }] },
    answer: { action: "lambda:InvokeFunction", resource: "arn:aws:lambda:us-east-1:123456789012:function:b" },
  },
  { says: "the role of AWS Backup can do no more than itself", side: backup, than: backup, answer: "proved" },
  {
    says: "an administrator without iam can do more than readers and power users",
    side: { managed: ["AdministratorAccess"], statements: [deny({ Action: "iam:*" })] },
    than: { managed: ["ReadOnlyAccess", "PowerUserAccess"] },
    answer: { action: "account:AcceptPrimaryEmailUpdate" },
  },
  {
    says: "a network administrator reaches the flow log roles and a power user does not",
    side: { managed: ["NetworkAdministrator"] },
    than: powerUser,
    answer: { resource: "arn:aws:iam::123456789012:role/flow-logs-x" },
  },
];
