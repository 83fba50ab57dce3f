import { denial, type Guardrail } from "./guardrail.ts";

/** Services that answer from one Region whatever Region is asked for, and so must not be caught by a Region rule. */
const globalServices = [
  "a4b:*",
  "access-analyzer:*",
  "account:*",
  "acm:*",
  "activate:*",
  "artifact:*",
  "aws-marketplace:*",
  "aws-marketplace-management:*",
  "aws-portal:*",
  "billing:*",
  "billingconductor:*",
  "budgets:*",
  "ce:*",
  "chatbot:*",
  "chime:*",
  "cloudfront:*",
  "cloudtrail:LookupEvents",
  "compute-optimizer:*",
  "config:*",
  "consoleapp:*",
  "consolidatedbilling:*",
  "cur:*",
  "datapipeline:GetAccountLimits",
  "directconnect:*",
  "ec2:DescribeRegions",
  "ec2:DescribeTransitGateways",
  "ec2:DescribeVpnGateways",
  "fms:*",
  "freetier:*",
  "globalaccelerator:*",
  "health:*",
  "iam:*",
  "identitystore:*",
  "importexport:*",
  "invoicing:*",
  "kms:*",
  "mobileanalytics:*",
  "networkmanager:*",
  "notifications:*",
  "notifications-contacts:*",
  "organizations:*",
  "payments:*",
  "pricing:*",
  "purchase-orders:*",
  "resource-explorer-2:*",
  "route53:*",
  "route53domains:*",
  "route53-recovery-cluster:*",
  "route53-recovery-control-config:*",
  "route53-recovery-readiness:*",
  "s3:CreateMultiRegionAccessPoint",
  "s3:DeleteMultiRegionAccessPoint",
  "s3:DescribeMultiRegionAccessPointOperation",
  "s3:GetAccountPublicAccessBlock",
  "s3:GetMultiRegionAccessPoint*",
  "s3:ListAllMyBuckets",
  "s3:ListMultiRegionAccessPoints",
  "s3:PutAccountPublicAccessBlock",
  "s3:PutMultiRegionAccessPointPolicy",
  "savingsplans:*",
  "shield:*",
  "sso:*",
  "sso-directory:*",
  "sts:*",
  "support:*",
  "supportapp:*",
  "supportplans:*",
  "sustainability:*",
  "tag:GetResources",
  "tax:*",
  "trustedadvisor:*",
  "vendor-insights:ListEntitledSecurityProfiles",
  "waf:*",
  "waf-regional:*",
  "wafv2:*",
];

/** Calls that make something that costs or holds data and that take tags while they make it. */
const tagged = [
  "dynamodb:CreateTable",
  "ecs:CreateCluster",
  "elasticloadbalancing:CreateLoadBalancer",
  "lambda:CreateFunction",
  "rds:CreateDBCluster",
  "rds:CreateDBInstance",
  "secretsmanager:CreateSecret",
  "sns:CreateTopic",
  "sqs:CreateQueue",
];

/** Guardrails on what is run, where, and how it is marked. */
export const workloadGuardrails: readonly Guardrail[] = [
  {
    name: "only-regions",
    doc: "Nothing is done outside the Regions named; services that have no Region go on working.",
    source:
      "Organizations User Guide: deny access to AWS based on the requested Region (list of global services as of 2026)",
    words: { what: "Regions", pattern: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, example: "only-regions ap-northeast-2" },
    statements: (regions) => [
      {
        Sid: "OnlyRegions",
        Effect: "Deny",
        NotAction: globalServices,
        Resource: "*",
        Condition: { StringNotEquals: { "aws:RequestedRegion": regions } },
      },
    ],
  },
  {
    name: "no-expensive-instances",
    doc: "Only small EC2 and RDS instances; no reserved capacity and no long commitments.",
    source: "the access guide: prefer small instance sizes in sandboxes",
    statements: () => [
      denial("SmallInstancesOnly", ["ec2:RunInstances"], {
        Resource: "arn:aws:ec2:*:*:instance/*",
        Condition: { StringNotLike: { "ec2:InstanceType": ["*.nano", "*.micro", "*.small", "*.medium"] } },
      }),
      denial("SmallDatabasesOnly", ["rds:CreateDBInstance", "rds:ModifyDBInstance"], {
        Condition: {
          StringNotLike: { "rds:DatabaseClass": ["db.*.micro", "db.*.small", "db.*.medium"] },
          Null: { "rds:DatabaseClass": ["false"] },
        },
      }),
      denial("NoCommitments", [
        "dynamodb:PurchaseReservedCapacityOfferings",
        "ec2:PurchaseHostReservation",
        "ec2:PurchaseReservedInstancesOffering",
        "elasticache:PurchaseReservedCacheNodesOffering",
        "rds:PurchaseReservedDBInstancesOffering",
        "redshift:PurchaseReservedNodeOffering",
        "savingsplans:CreateSavingsPlan",
      ]),
    ],
  },
  {
    name: "protect-public-access-blocks",
    doc: "Nobody can take away the blocks that keep buckets, images and snapshots from being public.",
    source: "the access guide and SecureCart: protect public-access blocks",
    statements: () => [
      denial("KeepPublicAccessBlocks", [
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketPublicAccessBlock",
      ]),
    ],
  },
  {
    name: "require-tags",
    doc: "What can be tagged while it is made is made with these tags: instances, volumes, databases, tables, functions, queues, secrets.",
    source:
      "the access guide: recommended tags; Service Authorization Reference for the calls that take aws:RequestTag",
    words: { what: "tag keys", pattern: /^[A-Za-z0-9_.:/=+@-]{1,128}$/, example: "require-tags Owner ExpiresOn" },
    statements: (keys) => keys.flatMap((key, index) => requireTag(key, index + 1)),
  },
];

function requireTag(key: string, number: number): ReturnType<Guardrail["statements"]> {
  const absent = { Condition: { Null: { [`aws:RequestTag/${key}`]: ["true"] } } };
  return [
    denial(`RequireTag${number}`, tagged, absent),
    {
      ...denial(`RequireTag${number}Machines`, ["ec2:CreateVolume", "ec2:RunInstances"], absent),
      Resource: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"],
    },
  ];
}
