import { builtIn, everywhere, type Task } from "./task.ts";

const billingServices = [
  "aws-portal", "bcm-dashboards", "bcm-data-exports", "bcm-pricing-calculator", "bcm-recommended-actions", "billing", "billingconductor", "budgets",
  "ce", "consolidatedbilling", "cost-optimization-hub", "cur", "customer-verification", "eventsbilltoaws", "finops-agent", "freetier", "invoicing",
  "mapcredits", "payments", "purchase-orders", "savingsplans", "sustainability", "tax",
];

/** Tasks about what is worth reading: money, data, secrets, logs; and about the trail that records it all. */
export const dataTasks: readonly Task[] = [
  builtIn(
    "see billing",
    {
      doc: "See or change bills, costs, budgets, payments, invoices and taxes.",
      source: "the services of the AWS managed policies Billing (v30) and AWSBillingReadOnlyAccess (v28) and of AWS Billing and Cost Management; public price lists are not among them",
      core: ["billing:GetBillingData", "ce:GetCostAndUsage", "budgets:ViewBudget", "invoicing:GetInvoicePDF"],
    },
    everywhere(...billingServices.map((service) => `${service}:*`)),
  ),
  builtIn(
    "read secrets",
    {
      doc: "Read the values of secrets and parameters.",
      source: "AWS Secrets Manager and Systems Manager Parameter Store: the calls that answer with a value",
      core: ["secretsmanager:GetSecretValue", "ssm:GetParameter"],
    },
    everywhere("secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"),
  ),
  builtIn(
    "read data",
    {
      doc: "Read what is stored: objects, rows, messages, records, query results.",
      source: "Service Authorization Reference: the reading calls of the common stores whose answer is content and not configuration",
      core: ["s3:GetObject", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"],
    },
    everywhere(
      "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTorrent", "s3-object-lambda:GetObject", "s3express:CreateSession", "s3tables:GetTableData",
      "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:GetRecords", "dynamodb:PartiQLSelect", "dynamodb:Query", "dynamodb:Scan",
      "rds-data:*", "rds-db:connect", "rds:DownloadDBLogFilePortion", "rds:DownloadCompleteDBLogFile", "redshift-data:GetStatementResult*",
      "redshift:GetClusterCredentials*", "athena:GetQueryResults*", "kinesis:GetRecords", "kinesis:SubscribeToShard", "sqs:ReceiveMessage",
      "es:ESHttpGet", "aoss:APIAccessAll", "cassandra:Select", "timestream:Select", "sdb:Select", "neptune-db:ReadDataViaQuery", "qldb:GetBlock",
      "elasticfilesystem:ClientMount", "ebs:GetSnapshotBlock", "codecommit:GitPull", "codecommit:GetFile", "codecommit:GetBlob",
    ),
  ),
  builtIn(
    "read logs",
    {
      doc: "Read logs, metrics, alarms and traces.",
      source: "the access guide's tester and operator policies",
      core: ["logs:FilterLogEvents", "logs:DescribeLogGroups", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],
    },
    everywhere(
      "logs:Get*", "logs:Describe*", "logs:FilterLogEvents", "logs:StartQuery", "logs:StopQuery", "cloudwatch:Get*", "cloudwatch:List*",
      "cloudwatch:Describe*", "xray:Get*", "xray:BatchGet*",
    ),
  ),
  builtIn(
    "touch audit trail",
    {
      doc: "Stop, change or delete what records and watches: CloudTrail, Config, GuardDuty, Security Hub, Access Analyzer.",
      source: "the access guide and SecureCart: protect CloudTrail; Service Authorization Reference for the calls that stop or delete",
      core: ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"],
    },
    everywhere(
      "cloudtrail:AddTags", "cloudtrail:Delete*", "cloudtrail:Deregister*", "cloudtrail:Disable*", "cloudtrail:Put*", "cloudtrail:RemoveTags",
      "cloudtrail:Stop*", "cloudtrail:Update*", "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", "config:DeleteRetentionConfiguration",
      "config:StopConfigurationRecorder", "guardduty:DeleteDetector", "guardduty:DeleteMembers", "guardduty:Disassociate*", "guardduty:StopMonitoringMembers",
      "guardduty:UpdateDetector", "securityhub:DeleteMembers", "securityhub:Disable*", "securityhub:Disassociate*", "access-analyzer:DeleteAnalyzer",
    ),
  ),
];
