import type { PermissionsBoundary, SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { Boundary, PolicyReference } from "../../estate.ts";
import type { PermissionSetAttributes } from "../../plan/step.ts";
import { everyPage, present, tagList } from "../reading.ts";
import { pollUntilDone, put, removeOnce, writeOnce, type PerformerTable, type Workbench } from "./performer.ts";
import { idIn, instanceOf } from "./registry.ts";

type Kinds =
  | "createPermissionSet"
  | "updatePermissionSet"
  | "tagPermissionSet"
  | "putBoundary"
  | "deleteBoundary"
  | "putInlinePolicy"
  | "deleteInlinePolicy"
  | "attachManagedPolicy"
  | "detachManagedPolicy"
  | "attachCustomerManagedPolicy"
  | "detachCustomerManagedPolicy"
  | "provisionPermissionSet"
  | "deletePermissionSet";

interface SetPlace {
  readonly admin: SSOAdmin;
  readonly key: { readonly InstanceArn: string; readonly PermissionSetArn: string };
}

async function setPlace(bench: Workbench, permissionSet: string): Promise<SetPlace> {
  const PermissionSetArn = idIn(bench.registry.permissionSets, permissionSet);
  return { admin: await bench.clients.ssoAdmin(), key: { InstanceArn: instanceOf(bench.registry), PermissionSetArn } };
}

/** Permission sets, what is in them, and their provisioning. */
export const performPermissionSet: PerformerTable<Kinds> = {
  createPermissionSet: async ({ permissionSet, attributes, tags }, bench) => {
    const admin = await bench.clients.ssoAdmin();
    const InstanceArn = instanceOf(bench.registry);
    const request = { InstanceArn, Name: permissionSet, Tags: tagList(tags), ...attributeMembers(attributes) };
    const create = async () => {
      const answer = await admin.createPermissionSet(request);
      const arn = present(answer.PermissionSet?.PermissionSetArn, "the permission set's ARN");
      bench.registry.permissionSets.set(permissionSet, arn);
    };
    await writeOnce(bench, create, () => findSet(bench, admin, permissionSet));
  },
  updatePermissionSet: async ({ permissionSet, attributes }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await put(bench, () => admin.updatePermissionSet({ ...key, ...attributeMembers(attributes) }));
  },
  tagPermissionSet: async ({ permissionSet, tags }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    const { InstanceArn, PermissionSetArn: ResourceArn } = key;
    await put(bench, () => admin.tagResource({ InstanceArn, ResourceArn, Tags: tagList(tags) }));
  },
  putBoundary: async ({ permissionSet, boundary }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    const PermissionsBoundary = boundaryMember(boundary);
    await put(bench, () => admin.putPermissionsBoundaryToPermissionSet({ ...key, PermissionsBoundary }));
  },
  deleteBoundary: async ({ permissionSet }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await removeOnce(bench, () => admin.deletePermissionsBoundaryFromPermissionSet(key));
  },
  putInlinePolicy: async ({ permissionSet, document }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await put(bench, () => admin.putInlinePolicyToPermissionSet({ ...key, InlinePolicy: document }));
  },
  deleteInlinePolicy: async ({ permissionSet }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await removeOnce(bench, () => admin.deleteInlinePolicyFromPermissionSet(key));
  },
  attachManagedPolicy: async ({ permissionSet, policyArn: ManagedPolicyArn }, bench) => {
    const place = await setPlace(bench, permissionSet);
    await writeOnce(
      bench,
      () => place.admin.attachManagedPolicyToPermissionSet({ ...place.key, ManagedPolicyArn }),
      async () => (await attachedArns(place)).includes(ManagedPolicyArn),
    );
  },
  detachManagedPolicy: async ({ permissionSet, policyArn: ManagedPolicyArn }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await removeOnce(bench, () => admin.detachManagedPolicyFromPermissionSet({ ...key, ManagedPolicyArn }));
  },
  attachCustomerManagedPolicy: async ({ permissionSet, policy }, bench) => {
    const place = await setPlace(bench, permissionSet);
    const request = { ...place.key, CustomerManagedPolicyReference: referenceMember(policy) };
    await writeOnce(
      bench,
      () => place.admin.attachCustomerManagedPolicyReferenceToPermissionSet(request),
      () => hasReference(place, policy),
    );
  },
  detachCustomerManagedPolicy: async ({ permissionSet, policy }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    const request = { ...key, CustomerManagedPolicyReference: referenceMember(policy) };
    await removeOnce(bench, () => admin.detachCustomerManagedPolicyReferenceFromPermissionSet(request));
  },
  provisionPermissionSet: async ({ permissionSet, where }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    const target =
      where.kind === "everywhere"
        ? ({ TargetType: "ALL_PROVISIONED_ACCOUNTS" } as const)
        : ({ TargetType: "AWS_ACCOUNT", TargetId: idIn(bench.registry.accounts, where.account) } as const);
    let requestId = "";
    await put(bench, async () => {
      const answer = await admin.provisionPermissionSet({ ...key, ...target });
      requestId = present(answer.PermissionSetProvisioningStatus?.RequestId, "the provisioning's request id");
    });
    await bench.accepted(requestId);
    const request = { InstanceArn: key.InstanceArn, ProvisionPermissionSetRequestId: requestId };
    await pollUntilDone(bench, `provisioning ${permissionSet}`, async () => {
      const answer = await admin.describePermissionSetProvisioningStatus(request);
      const status = answer.PermissionSetProvisioningStatus;
      return { state: status?.Status, reason: status?.FailureReason };
    });
  },
  deletePermissionSet: async ({ permissionSet }, bench) => {
    const { admin, key } = await setPlace(bench, permissionSet);
    await removeOnce(bench, () => admin.deletePermissionSet(key));
  },
};

function attributeMembers(attributes: PermissionSetAttributes) {
  return {
    SessionDuration: attributes.sessionDuration,
    ...(attributes.description === undefined ? {} : { Description: attributes.description }),
    ...(attributes.relayState === undefined ? {} : { RelayState: attributes.relayState }),
  };
}

async function findSet(bench: Workbench, admin: SSOAdmin, permissionSet: string): Promise<boolean> {
  const InstanceArn = instanceOf(bench.registry);
  const arns = await everyPage(
    (NextToken) => admin.listPermissionSets({ InstanceArn, NextToken }),
    (page) => page.PermissionSets,
    (page) => page.NextToken,
  );
  for (const PermissionSetArn of arns) {
    const { PermissionSet } = await admin.describePermissionSet({ InstanceArn, PermissionSetArn });
    if (PermissionSet?.Name !== permissionSet) continue;
    bench.registry.permissionSets.set(permissionSet, PermissionSetArn);
    return true;
  }
  return false;
}

async function attachedArns({ admin, key }: SetPlace): Promise<readonly (string | undefined)[]> {
  const policies = await everyPage(
    (NextToken) => admin.listManagedPoliciesInPermissionSet({ ...key, NextToken }),
    (page) => page.AttachedManagedPolicies,
    (page) => page.NextToken,
  );
  return policies.map((policy) => policy.Arn);
}

async function hasReference({ admin, key }: SetPlace, policy: PolicyReference): Promise<boolean> {
  const policies = await everyPage(
    (NextToken) => admin.listCustomerManagedPolicyReferencesInPermissionSet({ ...key, NextToken }),
    (page) => page.CustomerManagedPolicyReferences,
    (page) => page.NextToken,
  );
  return policies.some((found) => found.Name === policy.name && (found.Path ?? "/") === policy.path);
}

function boundaryMember(boundary: Boundary): PermissionsBoundary {
  return boundary.kind === "aws"
    ? { ManagedPolicyArn: boundary.arn }
    : { CustomerManagedPolicyReference: referenceMember(boundary.policy) };
}

function referenceMember(policy: PolicyReference) {
  return { Name: policy.name, Path: policy.path };
}
