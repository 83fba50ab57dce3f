import {
  DuplicatePolicyAttachmentException,
  PolicyNotAttachedException,
  type PolicyTargetSummary,
  PolicyTypeNotEnabledException,
  TargetNotFoundException,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { withContext } from "../iam/authorization.ts";
import { type Organization, type PolicyAttachment, policyAttachments } from "../records/organizations.ts";
import { onAttachment, onPolicy, onTarget, policyType } from "./authorization.ts";
import { isEnabled } from "./managed-policies.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { findTarget, type Target } from "./organization-tree.ts";
import { organizationsPage } from "./page.ts";
import { type AnyPolicy, describeSummary, policyWithId } from "./policies.ts";
import { rulesOf } from "./policy-content.ts";
import { invalidInput, violates } from "./refusals.ts";

const operation = operationsOf("organizations");

/** The root, unit or account of that id, or TargetNotFoundException. */
export const targetWithId = (tx: Transaction, organization: Organization, id: string): Target =>
  findTarget(tx, organization, id) ?? fail(TargetNotFoundException, "You specified a target that doesn't exist.");

const findAttachment = (tx: Transaction, policyId: string, targetId: string): PolicyAttachment | undefined =>
  tx.get(policyAttachments, `${targetId}/${policyId}`);

/** The policies of one type that are attached to a target itself. */
const attachedTo = (tx: Transaction, targetId: string, type: string): AnyPolicy[] =>
  tx
    .list(policyAttachments, "target", targetId)
    .map(({ policyId }) => policyWithId(tx, policyId))
    .filter((policy) => policy.type === type);

const attachPolicy = operation("AttachPolicy", {
  authorize: (call) => onAttachment(call, call.input),
  run: (call) => {
    const { input, tx } = call;
    const organization = managedOrganization(call);
    const policy = policyWithId(tx, input.PolicyId);
    const { id: targetId } = targetWithId(tx, organization, input.TargetId);
    requireEnabled(organization, policy.type);
    if (findAttachment(tx, policy.id, targetId)) {
      fail(DuplicatePolicyAttachmentException, "The selected policy is already attached to the specified target.");
    }
    const { perTarget } = rulesOf(policy.type) ?? {};
    if (perTarget && attachedTo(tx, targetId, policy.type).length >= perTarget.value) {
      violates(
        "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
        "You have attached the maximum number of policies to the specified target.",
      );
    }
    tx.put(policyAttachments, { policyId: policy.id, targetId });
    return {};
  },
});

function requireEnabled(organization: Organization, type: string): void {
  if (isEnabled(organization, type)) return;
  fail(PolicyTypeNotEnabledException, "This operation can be performed only for enabled policy types.");
}

const detachPolicy = operation("DetachPolicy", {
  authorize: (call) => onAttachment(call, call.input),
  run: (call) => {
    const { input, tx } = call;
    const organization = managedOrganization(call);
    const policy = policyWithId(tx, input.PolicyId);
    const { id: targetId } = targetWithId(tx, organization, input.TargetId);
    const attachment = findAttachment(tx, policy.id, targetId);
    if (!attachment)
      return fail(PolicyNotAttachedException, "The specified policy isn't attached to the specified target.");
    requireDetachable(tx, policy, targetId);
    tx.remove(policyAttachments, attachment);
    return {};
  },
});

function requireDetachable(tx: Transaction, policy: AnyPolicy, targetId: string): void {
  if ("detachable" in policy && !policy.detachable) {
    invalidInput("NON_DETACHABLE_POLICY", "You can't detach this AWS managed policy.");
  }
  if (attachedTo(tx, targetId, policy.type).length <= (rulesOf(policy.type)?.least ?? 0)) {
    violates(
      "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
      "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.",
    );
  }
}

const listPolicies = operation("ListPoliciesForTarget", {
  authorize: (call) => withContext(onTarget(call, call.input.TargetId), policyType(call.input.Filter)),
  run: (call) => {
    const { input, tx } = call;
    const organization = readableOrganization(call);
    const { id } = targetWithId(tx, organization, input.TargetId);
    const { items, paging } = organizationsPage(attachedTo(tx, id, input.Filter), input, (policy) => policy.id);
    return { Policies: items.map((policy) => describeSummary(organization, policy)), ...paging };
  },
});

const listTargets = operation("ListTargetsForPolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyId),
  run: (call) => {
    const { input, tx } = call;
    const organization = readableOrganization(call);
    const { id } = policyWithId(tx, input.PolicyId);
    const attachments = tx.list(policyAttachments, "policy", id);
    const { items, paging } = organizationsPage(attachments, input, ({ targetId }) => targetId);
    const targets = items.map(({ targetId }) => describeTarget(targetWithId(tx, organization, targetId)));
    return { Targets: targets, ...paging };
  },
});

const describeTarget = ({ id, arn, name, type }: Target): PolicyTargetSummary => ({
  TargetId: id,
  Arn: arn,
  Name: name,
  Type: type,
});

/** Operations that attach policies to the root, to units and to accounts. */
export const policyAttachmentOperations = [attachPolicy, detachPolicy, listPolicies, listTargets];
