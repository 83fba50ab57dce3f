import {
  type AttachedPermissionsBoundary,
  InvalidInputException,
  NoSuchEntityException,
  type PermissionsBoundaryAttachmentType,
} from "@aws-sdk/client-iam";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import { findManagedPolicy } from "./policy-record.ts";

/** The one value AWS answers, whatever its model says: `Policy`, not `PermissionsBoundaryPolicy`. */
const boundaryType = "Policy" as unknown as PermissionsBoundaryAttachmentType;

/** The `PermissionsBoundary` member of a description that leaves it out when there is none. */
export const describeBoundary = (arn: string | undefined): { PermissionsBoundary?: AttachedPermissionsBoundary } =>
  arn === undefined
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: boundaryType, PermissionsBoundaryArn: arn } };

/** Whether the text has the form of a managed policy's ARN. */
export const isPolicyArn = (arn: string): boolean => /^arn:aws:iam::(aws|\d{12}):policy\/./.test(arn);

/** Fails unless the ARN is of a managed policy that can limit principals of the caller's account. */
export function requireBoundary(call: Pick<Call<unknown>, "tx" | "catalog" | "accountId">, arn: string): void {
  if (!isPolicyArn(arn)) fail(InvalidInputException, `ARN ${arn} is not valid.`);
  if (!findManagedPolicy(call, arn))
    fail(NoSuchEntityException, `Scope ARN: ${arn} does not exist or is not attachable.`);
}
