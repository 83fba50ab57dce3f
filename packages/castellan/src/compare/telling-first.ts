import type { AccessLevel } from "@castellan/policy";
import type { DifferingAction, Witness } from "./compare-sides.ts";

/** Access levels, the gravest first. */
export const gravestFirst: readonly AccessLevel[] = ["Permissions management", "Write", "Tagging", "Read", "List"];

/** Actions that everybody knows and that say most about what somebody may do, in the order in which they are shown. */
const tellingActions: readonly string[] = [
  "iam:CreateUser",
  "iam:AttachRolePolicy",
  "iam:PassRole",
  "sso:CreateAccountAssignment",
  "sts:AssumeRole",
  "organizations:LeaveOrganization",
  "cloudtrail:StopLogging",
  "kms:Decrypt",
  "secretsmanager:GetSecretValue",
  "s3:PutObject",
  "s3:DeleteObject",
  "ec2:RunInstances",
  "lambda:UpdateFunctionCode",
  "dynamodb:PutItem",
  "s3:GetObject",
  "ssm:GetParameter",
  "dynamodb:GetItem",
  "ce:GetCostAndUsage",
  "logs:FilterLogEvents",
  "iam:ListUsers",
];

interface Shown {
  readonly action: DifferingAction;
  readonly witness: Witness;
}

/** The differences in the order in which they tell most: known actions, then grave ones, each under few conditions. */
export function tellingFirst<T extends Shown>(differences: readonly T[]): readonly T[] {
  const ranked = differences.map((difference) => ({ difference, rank: rankOf(difference) }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ difference }) => difference);
}

function rankOf({ action: { action, accessLevel }, witness }: Shown): number {
  const place = tellingActions.indexOf(action);
  if (place !== -1) return place;
  const conditions = Object.keys(witness.request.context ?? {}).length;
  return tellingActions.length + gravestFirst.indexOf(accessLevel) * 100 + Math.min(conditions, 99);
}
