import type { PolicyReference, PolicyTarget } from "../estate.ts";
import type { AssignmentKey } from "./step.ts";

/** The words for a guardrail's target. */
export function targetText(target: PolicyTarget): string {
  switch (target.kind) {
    case "root":
      return "root";
    case "unit":
      return target.path;
    case "account":
      return `account ${target.name}`;
  }
}

/** A customer managed policy as path and name. */
export function referenceText(policy: PolicyReference): string {
  return `${policy.path}${policy.name}`;
}

/** An assignment in words: `AWS-Admins @ production: AdminAccess`. */
export function assignmentText(row: AssignmentKey): string {
  return `${row.principal.name} @ ${row.account}: ${row.permissionSet}`;
}

/** The last part of an ARN: `AdministratorAccess`. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
