import {
  PolicyChangesInProgressException,
  PolicyTypeAlreadyEnabledException,
  PolicyTypeNotEnabledException,
  RootNotFoundException,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { type Call, type JobHandler, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { withContext } from "../iam/authorization.ts";
import {
  type Organization,
  organizationPolicies,
  organizations,
  policyAttachments,
  theOrganization,
} from "../records/organizations.ts";
import { onTarget, policyType } from "./authorization.ts";
import { managedPolicies } from "./managed-policies.ts";
import { managedOrganization } from "./organization-access.ts";
import { allTargetIds } from "./organization-tree.ts";
import { describeRoot } from "./organization.ts";
import { unavailable } from "./policies.ts";

const operation = operationsOf("organizations");

/** A request to switch a policy type on or off. */
interface Switch {
  readonly RootId: string;
  readonly PolicyType: string;
}

type Status = Organization["policyTypes"][number]["status"];

const statusOf = ({ policyTypes }: Organization, type: string): Status | undefined =>
  policyTypes.find((known) => known.type === type)?.status;

/** The organization with another status for a type; undefined takes the type off the root. */
function withStatus(organization: Organization, type: string, status: Status | undefined): Organization {
  const others = organization.policyTypes.filter((known) => known.type !== type);
  return { ...organization, policyTypes: status === undefined ? others : [...others, { type, status }] };
}

/** The organization a switch is about, or the fault that keeps the type from being switched at all. */
function switchable(call: Pick<Call<Switch>, "tx" | "accountId" | "input">): Organization {
  const organization = managedOrganization(call);
  if (call.input.RootId !== organization.rootId)
    fail(RootNotFoundException, "You specified a root that doesn't exist.");
  if (organization.featureSet !== "ALL") unavailable();
  const status = statusOf(organization, call.input.PolicyType);
  if (status === "PENDING_ENABLE" || status === "PENDING_DISABLE") {
    fail(
      PolicyChangesInProgressException,
      "Changes to the effective policy are in progress, and its contents can't be returned.",
    );
  }
  return organization;
}

const enablePolicyType = operation("EnablePolicyType", {
  authorize: (call) => withContext(onTarget(call, call.input.RootId), policyType(call.input.PolicyType)),
  run: (call) => {
    const { tx, input } = call;
    const organization = switchable(call);
    if (statusOf(organization, input.PolicyType) === "ENABLED") {
      fail(PolicyTypeAlreadyEnabledException, "The specified policy type is already enabled.");
    }
    return { Root: begin(tx, organization, input.PolicyType, "PENDING_ENABLE") };
  },
});

const disablePolicyType = operation("DisablePolicyType", {
  authorize: (call) => withContext(onTarget(call, call.input.RootId), policyType(call.input.PolicyType)),
  run: (call) => {
    const { tx, input } = call;
    const organization = switchable(call);
    if (statusOf(organization, input.PolicyType) !== "ENABLED") {
      fail(PolicyTypeNotEnabledException, "The specified policy type isn't currently enabled in this root.");
    }
    return { Root: begin(tx, organization, input.PolicyType, "PENDING_DISABLE") };
  },
});

function begin(tx: Transaction, organization: Organization, type: string, status: Status) {
  tx.schedule({ service: "organizations", name: "finishSwitch", payload: { type } });
  return describeRoot(tx.put(organizations, withStatus(organization, type, status)));
}

/** The end of a switch: a type that is on has AWS's policy attached everywhere, one that is off has lost every attachment. */
export const finishSwitch: JobHandler = ({ tx }, { type }: { type: string }) => {
  const organization = tx.get(organizations, theOrganization);
  const status = organization && statusOf(organization, type);
  if (!organization || status === undefined) return;
  tx.put(organizations, withStatus(organization, type, status === "PENDING_DISABLE" ? undefined : "ENABLED"));
  if (status === "PENDING_DISABLE") detachAll(tx, type);
  if (status === "PENDING_ENABLE") attachEverywhere(tx, organization, type);
};

function attachEverywhere(tx: Transaction, organization: Organization, type: string): void {
  for (const { id: policyId } of managedPolicies.filter((policy) => policy.type === type)) {
    for (const targetId of allTargetIds(tx, organization)) tx.put(policyAttachments, { policyId, targetId });
  }
}

function detachAll(tx: Transaction, type: string): void {
  const policies = [
    ...managedPolicies.filter((policy) => policy.type === type),
    ...tx.list(organizationPolicies, "type", type),
  ];
  for (const { id } of policies) {
    for (const attachment of tx.list(policyAttachments, "policy", id)) tx.remove(policyAttachments, attachment);
  }
}

/** Operations that switch types of policies on and off. */
export const policyTypeOperations = [enablePolicyType, disablePolicyType];
