import {
  DeleteConflictException,
  LimitExceededException,
  NoSuchEntityException,
  type PolicyVersion as ApiVersion,
} from "@aws-sdk/client-iam";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { iamPolicies, type PolicyVersion } from "../records/iam.ts";
import { onPolicy } from "./authorization.ts";
import { iamPage } from "./page.ts";
import { requireManagedDocument } from "./policies.ts";
import { encodeDocument } from "./policy-document.ts";
import { findManagedPolicy, managedPolicyWithArn, ownPolicyWithArn, versionsOf } from "./policy-record.ts";

const operation = operationsOf("iam");

/** A version of a managed policy without its document. */
export const describeVersion = (version: PolicyVersion, defaultVersionId: string): ApiVersion => ({
  VersionId: version.versionId,
  IsDefaultVersion: version.versionId === defaultVersionId,
  CreateDate: new Date(version.createDate),
});

/** A version of a managed policy with its document. */
export const describeWholeVersion = (version: PolicyVersion, defaultVersionId: string): ApiVersion => ({
  Document: encodeDocument(version.document),
  ...describeVersion(version, defaultVersionId),
});

const noVersion = (arn: string, versionId: string): never =>
  fail(NoSuchEntityException, `Policy ${arn} version ${versionId} does not exist or is not attachable.`);

const createPolicyVersion = operation("CreatePolicyVersion", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const { PolicyArn: arn, PolicyDocument: document, SetAsDefault: asDefault = false } = call.input;
    const policy = ownPolicyWithArn(call, arn);
    requireManagedDocument(document);
    const { value: limit } = quotas["iam.versionsPerPolicy"];
    if (policy.versions.length >= limit) fail(LimitExceededException, tooManyVersions(limit));
    const version = { versionId: `v${policy.nextVersion}`, document, createDate: call.now };
    const defaultVersionId = asDefault ? version.versionId : policy.defaultVersionId;
    const versions = [...policy.versions, version];
    call.tx.put(iamPolicies, {
      ...policy,
      versions,
      defaultVersionId,
      nextVersion: policy.nextVersion + 1,
      updateDate: call.now,
    });
    return { PolicyVersion: describeVersion(version, defaultVersionId) };
  },
});

const tooManyVersions = (limit: number): string =>
  `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`;

const getPolicyVersion = operation("GetPolicyVersion", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const { PolicyArn: arn, VersionId: versionId } = call.input;
    const policy = findManagedPolicy(call, arn) ?? noVersion(arn, versionId);
    const version =
      versionsOf(call, arn).find((candidate) => candidate.versionId === versionId) ?? noVersion(arn, versionId);
    return { PolicyVersion: describeWholeVersion(version, policy.defaultVersionId) };
  },
});

const listPolicyVersions = operation("ListPolicyVersions", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const policy = managedPolicyWithArn(call, call.input.PolicyArn);
    const { items, paging } = iamPage(versionsOf(call, policy.arn), call.input, newestFirst);
    return { Versions: items.map((version) => describeVersion(version, policy.defaultVersionId)), ...paging };
  },
});

/** A key that grows from the newest version to the oldest. */
const newestFirst = ({ versionId }: PolicyVersion): string => String(1e9 - Number.parseInt(versionId.slice(1), 10));

const setDefaultPolicyVersion = operation("SetDefaultPolicyVersion", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const { PolicyArn: arn, VersionId: versionId } = call.input;
    const version =
      versionsOf(call, arn).find((candidate) => candidate.versionId === versionId) ?? noVersion(arn, versionId);
    const policy = ownPolicyWithArn(call, arn);
    call.tx.put(iamPolicies, { ...policy, defaultVersionId: version.versionId, updateDate: call.now });
    return {};
  },
});

const deletePolicyVersion = operation("DeletePolicyVersion", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const { PolicyArn: arn, VersionId: versionId } = call.input;
    const policy = ownPolicyWithArn(call, arn);
    const versions = policy.versions.filter((version) => version.versionId !== versionId);
    if (versions.length === policy.versions.length) noVersion(arn, versionId);
    if (versionId === policy.defaultVersionId)
      fail(DeleteConflictException, "Cannot delete the default version of a policy.");
    call.tx.put(iamPolicies, { ...policy, versions, updateDate: call.now });
    return {};
  },
});

/** Operations on the versions of managed policies. */
export const policyVersionOperations = [
  createPolicyVersion,
  getPolicyVersion,
  listPolicyVersions,
  setDefaultPolicyVersion,
  deletePolicyVersion,
];
