import {
  AccessDeniedException,
  type RegionMetadata,
  ResourceNotFoundException,
  ValidationException,
} from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import { requestTags } from "../iam/authorization.ts";
import { type Instance, instances } from "../records/identity-center.ts";
import { accounts, organizations, theOrganization } from "../records/organizations.ts";
import { onInstance, ownedInstance } from "./instance-access.ts";
import { ssoPage } from "./page.ts";

const operation = operationsOf("sso-admin");

/** An instance in the API's words. */
const describeInstance = (instance: Instance) => ({
  InstanceArn: instance.instanceArn,
  IdentityStoreId: instance.identityStoreId,
  IdentityStoreArn: `arn:aws:identitystore::${instance.ownerAccountId}:identitystore/${instance.identityStoreId}`,
  OwnerAccountId: instance.ownerAccountId,
  ...(instance.name !== undefined && { Name: instance.name }),
  CreatedDate: new Date(instance.createdDate),
  Status: "ACTIVE" as const,
  PrimaryRegion: instance.region,
  Regions: [describeRegion(instance)],
});

/** The one Region an instance of the plane is in. */
const describeRegion = (instance: Instance): RegionMetadata => ({
  RegionName: instance.region,
  Status: "ACTIVE",
  AddedDate: new Date(instance.createdDate),
  IsPrimaryRegion: true,
});

/** An organization instance can be seen from every account of the organization. */
function isVisible({ tx, accountId }: Call<unknown>, instance: Instance): boolean {
  return instance.ownerAccountId === accountId || tx.get(accounts, accountId)?.parentId !== undefined;
}

const listInstances = operation("ListInstances", {
  run: (call) => {
    const visible = call.tx.list(instances).filter((instance) => isVisible(call, instance));
    const { items, paging } = ssoPage(visible, call.input, ({ instanceArn }) => instanceArn);
    return { Instances: items.map(describeInstance), ...paging };
  },
});

const describe = operation("DescribeInstance", {
  authorize: onInstance,
  run: (call) => ({
    ...describeInstance(ownedInstance(call)),
    EncryptionConfigurationDetails: { KeyType: "AWS_OWNED_KMS_KEY" as const, EncryptionStatus: "ENABLED" as const },
    PermissionSetsEnabled: true,
  }),
});

const updateInstance = operation("UpdateInstance", {
  authorize: onInstance,
  run: (call) => {
    const instance = ownedInstance(call);
    const { Name: name, EncryptionConfiguration: encryption } = call.input;
    if (encryption?.KeyType === "CUSTOMER_MANAGED_KEY")
      fail(ValidationException, "Customer managed KMS keys are not available here.");
    if (name !== undefined) call.tx.put(instances, { ...instance, name });
    return {};
  },
});

const createInstance = operation("CreateInstance", {
  authorize: ({ input }) => ({ resource: "arn:aws:sso:::instance/*", context: requestTags(input.Tags) }),
  run: ({ tx, accountId }) => {
    if (tx.get(organizations, theOrganization)?.managementAccountId === accountId) {
      fail(ValidationException, "Organization management account is not allowed to perform the operation.");
    }
    // Account instances hold no permission sets; here, as in organizations that switched them off, nobody may make one.
    return fail(AccessDeniedException, "You do not have sufficient access to perform this action.");
  },
});

const listRegions = operation("ListRegions", {
  authorize: onInstance,
  run: (call) => ({ Regions: [describeRegion(ownedInstance(call))] }),
});

const describeOneRegion = operation("DescribeRegion", {
  authorize: onInstance,
  run: (call) => {
    const instance = ownedInstance(call);
    const { RegionName: name } = call.input;
    return name === instance.region
      ? describeRegion(instance)
      : fail(ResourceNotFoundException, `Could not find Region ${name}`);
  },
});

/** Operations on instances of IAM Identity Center. */
export const instanceOperations = [
  listInstances,
  describe,
  updateInstance,
  createInstance,
  listRegions,
  describeOneRegion,
];
