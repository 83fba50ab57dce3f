import { denial, type Guardrail } from "./guardrail.ts";
import { workloadGuardrails } from "./workload-guardrails.ts";

const examples = "Organizations User Guide: service control policy examples";
const root = { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } };
/** Roles that must keep working for Castellan and Identity Center to keep working. */
const keepers = [
  "arn:aws:iam::*:role/OrganizationAccountAccessRole",
  "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*",
];

const identityGuardrails: readonly Guardrail[] = [
  {
    name: "no-leaving-organization",
    doc: "No account can leave the organization and with it all guardrails.",
    source: examples,
    statements: () => [denial("NoLeaving", ["organizations:LeaveOrganization"])],
  },
  {
    name: "no-trail-tampering",
    doc: "Nobody can stop, change or delete the CloudTrail trails.",
    source: "the access guide and SecureCart: protect CloudTrail",
    statements: () => [
      denial("NoTrailTampering", [
        "cloudtrail:DeleteEventDataStore",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:StopEventDataStoreIngestion",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateEventDataStore",
        "cloudtrail:UpdateTrail",
      ]),
    ],
  },
  {
    name: "no-disabling-detection",
    doc: "Nobody can switch off Config, GuardDuty, Security Hub or Access Analyzer.",
    source: examples,
    statements: () => [
      denial("NoDisablingDetection", [
        "access-analyzer:DeleteAnalyzer",
        "config:DeleteConfigurationRecorder",
        "config:DeleteDeliveryChannel",
        "config:StopConfigurationRecorder",
        "guardduty:DeleteDetector",
        "guardduty:DisassociateFromAdministratorAccount",
        "securityhub:DisableSecurityHub",
        "securityhub:DisassociateFromAdministratorAccount",
      ]),
    ],
  },
  {
    name: "no-iam-users",
    doc: "No IAM users, passwords or access keys: people come through Identity Center, machines through roles.",
    source: "the access guide: deny iam:CreateUser",
    statements: () => [denial("NoIamUsers", ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser"])],
  },
  {
    name: "no-root-keys",
    doc: "The root user gets no access keys.",
    source: "the access guide: avoid root access keys",
    statements: () => [denial("NoRootKeys", ["iam:CreateAccessKey"], { Condition: root })],
  },
  {
    name: "no-root-use",
    doc: "The root user of a member account can do nothing.",
    source: examples,
    statements: () => [denial("NoRootUse", ["*"], { Condition: root })],
  },
  {
    name: "protect-castellan-roles",
    doc: "Nobody inside an account can change Identity Center's roles, the role Castellan works with, or the boundaries it sets.",
    source:
      "IAM Identity Center's roles are reserved; customer managed policies that a permission set refers to are not (iam-lens 16)",
    statements: () => [
      {
        ...denial("ProtectRoles", [
          "iam:AttachRolePolicy",
          "iam:DeleteRole",
          "iam:DeleteRolePermissionsBoundary",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole",
        ]),
        Resource: keepers,
      },
      {
        ...denial("ProtectBoundaries", [
          "iam:CreatePolicyVersion",
          "iam:DeletePolicy",
          "iam:DeletePolicyVersion",
          "iam:SetDefaultPolicyVersion",
        ]),
        Resource: "arn:aws:iam::*:policy/castellan/*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/OrganizationAccountAccessRole"] } },
      },
    ],
  },
  {
    name: "no-account-instances",
    doc: "No account gets an Identity Center of its own beside the organization's.",
    source: "IAM Identity Center User Guide: prevent account instances with a service control policy",
    statements: () => [denial("NoAccountInstances", ["sso:CreateInstance"])],
  },
];

/** The guardrails that come with Castellan, in the order of the documentation. */
export const guardrails: readonly Guardrail[] = [...identityGuardrails, ...workloadGuardrails];
