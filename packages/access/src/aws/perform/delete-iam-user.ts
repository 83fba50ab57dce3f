import type { IAM } from "@aws-sdk/client-iam";
import { isFault, isMissing } from "../aws-fault.ts";
import { everyPage, readEach, unlessFault } from "../reading.ts";

/**
 * Deletes an IAM user in the order that IAM demands: password, access keys, signing certificates, SSH keys, service
 * credentials, MFA devices (deactivated, then the virtual one deleted), inline policies, attached policies, groups, user.
 */
export async function deleteIamUser(iam: IAM, UserName: string): Promise<void> {
  const user = { UserName };
  const gone = <Answer>(remove: () => Promise<Answer>) => unlessFault(remove, isMissing);
  await gone(() => iam.deleteLoginProfile(user));
  await deleteCredentials(iam, UserName);
  await deleteDevices(iam, UserName);
  const inline = await listed(
    (Marker) => iam.listUserPolicies({ ...user, Marker }),
    (page) => page.PolicyNames,
  );
  await readEach(inline, (PolicyName) => gone(() => iam.deleteUserPolicy({ ...user, PolicyName })));
  const attached = await listed(
    (Marker) => iam.listAttachedUserPolicies({ ...user, Marker }),
    (page) => page.AttachedPolicies,
  );
  await readEach(attached, ({ PolicyArn }) => gone(() => iam.detachUserPolicy({ ...user, PolicyArn })));
  const groups = await listed(
    (Marker) => iam.listGroupsForUser({ ...user, Marker }),
    (page) => page.Groups,
  );
  await readEach(groups, ({ GroupName }) => gone(() => iam.removeUserFromGroup({ ...user, GroupName })));
  await gone(() => iam.deleteUser(user));
}

async function deleteCredentials(iam: IAM, UserName: string): Promise<void> {
  const user = { UserName };
  const gone = <Answer>(remove: () => Promise<Answer>) => unlessFault(remove, isMissing);
  const keys = await listed(
    (Marker) => iam.listAccessKeys({ ...user, Marker }),
    (page) => page.AccessKeyMetadata,
  );
  await readEach(keys, ({ AccessKeyId }) => gone(() => iam.deleteAccessKey({ ...user, AccessKeyId })));
  const certificates = await listed(
    (Marker) => iam.listSigningCertificates({ ...user, Marker }),
    (page) => page.Certificates,
  );
  await readEach(certificates, ({ CertificateId }) =>
    gone(() => iam.deleteSigningCertificate({ ...user, CertificateId })),
  );
  const sshKeys = await listed(
    (Marker) => iam.listSSHPublicKeys({ ...user, Marker }),
    (page) => page.SSHPublicKeys,
  );
  await readEach(sshKeys, ({ SSHPublicKeyId }) => gone(() => iam.deleteSSHPublicKey({ ...user, SSHPublicKeyId })));
  const service = await listed(
    (Marker) => iam.listServiceSpecificCredentials({ ...user, Marker }),
    (page) => page.ServiceSpecificCredentials,
  );
  await readEach(service, ({ ServiceSpecificCredentialId }) =>
    gone(() => iam.deleteServiceSpecificCredential({ ...user, ServiceSpecificCredentialId })),
  );
}

async function deleteDevices(iam: IAM, UserName: string): Promise<void> {
  const devices = await listed(
    (Marker) => iam.listMFADevices({ UserName, Marker }),
    (page) => page.MFADevices,
  );
  await readEach(devices, async ({ SerialNumber }) => {
    await unlessFault(() => iam.deactivateMFADevice({ UserName, SerialNumber }), isMissing);
    // Virtual devices have ARNs of kind `mfa`; hardware ones stay the owner's.
    if (SerialNumber?.includes(":mfa/") === true) {
      await unlessFault(() => iam.deleteVirtualMFADevice({ SerialNumber }), isMissing);
    }
  });
}

interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

/** A plane that has not built an operation holds none of what it lists. */
const notBuilt = (error: unknown): boolean => isFault(error, "NotImplemented");

async function listed<Answer extends Page, Item>(
  read: (marker: string | undefined) => Promise<Answer>,
  itemsOf: (page: Answer) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const next = (page: Answer): string | undefined => (page.IsTruncated === true ? page.Marker : undefined);
  return (await unlessFault(() => everyPage(read, itemsOf, next), notBuilt)) ?? [];
}
