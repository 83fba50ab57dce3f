import { collection } from "../frame/collection.ts";
import type { Tag } from "./tag.ts";

/** The organization; the plane holds at most one. */
export interface Organization {
  readonly id: string;
  readonly arn: string;
  readonly featureSet: "ALL" | "CONSOLIDATED_BILLING";
  readonly managementAccountId: string;
  readonly managementAccountEmail: string;
  readonly rootId: string;
  /** Policy types switched on for the root. */
  readonly policyTypes: readonly {
    readonly type: string;
    readonly status: "ENABLED" | "PENDING_ENABLE" | "PENDING_DISABLE";
  }[];
  readonly rootTags: readonly Tag[];
  /** AWS services that have trusted access. */
  readonly trustedServices?: readonly { readonly servicePrincipal: string; readonly dateEnabled: string }[];
}

/** An AWS account, member of the organization or standing alone. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE";
  readonly joinedMethod: "INVITED" | "CREATED";
  readonly joinedTimestamp: string;
  /** Id of the root or organizational unit it is in; absent for an account outside the organization. */
  readonly parentId?: string;
  readonly tags: readonly Tag[];
  /** When its closing was asked for. */
  readonly closedTimestamp?: string;
}

/** An organizational unit. */
export interface OrganizationalUnit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly tags: readonly Tag[];
}

/** An organization policy made by the customer (`SERVICE_CONTROL_POLICY` and its siblings). */
export interface OrganizationPolicy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly content: string;
  readonly tags: readonly Tag[];
}

/** A policy hanging on a root, unit or account; `policyId` may be `p-FullAWSAccess`. */
export interface PolicyAttachment {
  readonly policyId: string;
  readonly targetId: string;
}

/** A CreateAccount request and what became of it. */
export interface CreateAccountRequest {
  readonly id: string;
  readonly accountName: string;
  readonly state: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  readonly requestedTimestamp: string;
  readonly completedTimestamp?: string;
  readonly accountId?: string;
  readonly failureReason?: string;
}

/** A member account that may administer an AWS service for the whole organization. */
export interface DelegatedAdministrator {
  readonly accountId: string;
  readonly servicePrincipal: string;
  readonly enabledDate: string;
}

/** Key of the one organization document. */
export const theOrganization = "organization";

export const organizations = collection<Organization>("organizations.organization")({ key: () => theOrganization });

export const accounts = collection<Account>("organizations.accounts")({
  key: (account) => account.id,
  indexes: { parent: (account) => account.parentId ?? [], email: (account) => account.email.toLowerCase() },
});

export const organizationalUnits = collection<OrganizationalUnit>("organizations.units")({
  key: (unit) => unit.id,
  indexes: { parent: (unit) => unit.parentId },
});

export const organizationPolicies = collection<OrganizationPolicy>("organizations.policies")({
  key: (policy) => policy.id,
  indexes: { type: (policy) => policy.type, name: (policy) => policy.name.toLowerCase() },
});

export const policyAttachments = collection<PolicyAttachment>("organizations.attachments")({
  key: (attachment) => `${attachment.targetId}/${attachment.policyId}`,
  indexes: { target: (attachment) => attachment.targetId, policy: (attachment) => attachment.policyId },
});

export const delegatedAdministrators = collection<DelegatedAdministrator>("organizations.delegatedAdministrators")({
  key: (delegation) => `${delegation.accountId}/${delegation.servicePrincipal}`,
  indexes: { account: (delegation) => delegation.accountId, service: (delegation) => delegation.servicePrincipal },
});

export const createAccountRequests = collection<CreateAccountRequest>("organizations.createAccountRequests")({
  key: (request) => request.id,
  indexes: { state: (request) => request.state },
  security: false,
});
