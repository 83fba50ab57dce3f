/** Whether a managed policy allows no more than another, or the first action of the catalogue that it allows besides. */
export interface KnownDifference {
  readonly policy: string;
  readonly than: string;
  readonly answer: "proved" | { readonly action: string };
}

const more = (policy: string, than: string, action: string): KnownDifference => ({ policy, than, answer: { action } });
const noMore = (policy: string, than: string): KnownDifference => ({ policy, than, answer: "proved" });

/** Pairs of AWS managed policies, with the answers of 2026-11. */
export const knownDifferences: readonly KnownDifference[] = [
  more("ReadOnlyAccess", "PowerUserAccess", "account:GetAlternateContact"),
  more("PowerUserAccess", "ReadOnlyAccess", "a2c:GetContainerizationJobDetails"),
  more("SecurityAudit", "ReadOnlyAccess", "airflow:GetEnvironment"),
  more("ViewOnlyAccess", "ReadOnlyAccess", "aws-marketplace:ViewSubscriptions"),
  more("ViewOnlyAccess", "SecurityAudit", "aiops:GetInvestigation"),
  more("AdministratorAccess", "PowerUserAccess", "account:AcceptPrimaryEmailUpdate"),
  more("AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "s3:AbortMultipartUpload"),
  more("AWSLambda_ReadOnlyAccess", "AWSLambda_FullAccess", "cloudformation:ListStacks"),
  more("AWSLambdaVPCAccessExecutionRole", "AWSLambdaBasicExecutionRole", "ec2:AssignPrivateIpAddresses"),
  more("CloudWatchReadOnlyAccess", "CloudWatchFullAccess", "application-autoscaling:DescribeScalingPolicies"),
  more("CloudWatchLogsReadOnlyAccess", "CloudWatchReadOnlyAccess", "cloudwatch:GenerateQueryResultsSummary"),
  more("DatabaseAdministrator", "PowerUserAccess", "iam:GetRole"),
  more("SystemAdministrator", "PowerUserAccess", "iam:GetAccessKeyLastUsed"),
  more("SupportUser", "ReadOnlyAccess", "aws-marketplace:ViewSubscriptions"),
  more("AWSBillingReadOnlyAccess", "Billing", "ce:GetCostAndUsageComparisons"),
  more("AWSCloudTrail_ReadOnlyAccess", "SecurityAudit", "cloudtrail:DescribeQuery"),
  more("AmazonECS_FullAccess", "PowerUserAccess", "iam:ListAttachedRolePolicies"),
  more("AWSKeyManagementServicePowerUser", "PowerUserAccess", "iam:ListGroups"),
  more("AWSOrganizationsReadOnlyAccess", "AWSOrganizationsFullAccess", "account:GetPrimaryEmail"),
  more("AmazonEKSWorkerNodePolicy", "ReadOnlyAccess", "eks-auth:AssumeRoleForPodIdentity"),
  noMore("PowerUserAccess", "AdministratorAccess"),
  noMore("AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"),
  noMore("AmazonEC2ReadOnlyAccess", "ReadOnlyAccess"),
  noMore("IAMReadOnlyAccess", "SecurityAudit"),
  noMore("IAMUserChangePassword", "IAMFullAccess"),
  noMore("AWSLambdaBasicExecutionRole", "CloudWatchLogsFullAccess"),
  noMore("SecretsManagerReadWrite", "PowerUserAccess"),
  noMore("AWSSSOMemberAccountAdministrator", "AWSSSOMasterAccountAdministrator"),
  noMore("AmazonSSMManagedInstanceCore", "AmazonSSMFullAccess"),
  noMore("AWSCodeCommitPowerUser", "AWSCodeCommitFullAccess"),
  noMore("AmazonEC2ContainerRegistryPowerUser", "AmazonEC2ContainerRegistryFullAccess"),
];
