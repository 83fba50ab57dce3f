import type { IAM } from "@aws-sdk/client-iam";
import type { PolicyReference } from "../../estate.ts";
import { sameDocument } from "../../plan/canonical-json.ts";
import { withAccount } from "../../plan/local-arn.ts";
import { referenceText } from "../../plan/step-words.ts";
import { decodeDocument } from "../read-account-iam.ts";
import { everyPage, tagList } from "../reading.ts";
import { deleteIamUser } from "./delete-iam-user.ts";
import { removeOnce, writeOnce, type PerformerTable, type Workbench } from "./performer.ts";
import { idIn } from "./registry.ts";

type Kinds =
  | "createManagedPolicy"
  | "updateManagedPolicy"
  | "tagManagedPolicy"
  | "setAccountAlias"
  | "setPasswordPolicy"
  | "createIamGroup"
  | "attachIamGroupPolicy"
  | "detachIamGroupPolicy"
  | "putIamGroupPolicy"
  | "deleteIamGroupPolicy"
  | "createIamUser"
  | "putIamUserBoundary"
  | "tagIamUser"
  | "addIamUserToGroup"
  | "removeIamUserFromGroup"
  | "deleteIamUser";

interface IamPlace {
  readonly iam: IAM;
  readonly accountId: string;
}

async function placeOf(bench: Workbench, account: string): Promise<IamPlace> {
  const accountId = idIn(bench.registry.accounts, account);
  return { iam: await bench.clients.iam(accountId), accountId };
}

const isThere = (): Promise<boolean> => Promise.resolve(true);

/** IAM inside accounts. Who is named EntityAlreadyExists is there; its content was compared before. */
export const performIam: PerformerTable<Kinds> = {
  createManagedPolicy: async ({ account, policy, description, document, tags }, bench) => {
    const place = await placeOf(bench, account);
    const request = { PolicyName: policy.name, Path: policy.path, PolicyDocument: document, Tags: tagList(tags) };
    const words = description === undefined ? {} : { Description: description };
    await writeOnce(
      bench,
      () => place.iam.createPolicy({ ...request, ...words }),
      async () => {
        await writeVersion(place, policy, document);
        return true;
      },
    );
  },
  updateManagedPolicy: async ({ account, policy, document }, bench) => {
    await writeVersion(await placeOf(bench, account), policy, document);
  },
  tagManagedPolicy: async ({ account, policy, tags }, bench) => {
    const { iam, accountId } = await placeOf(bench, account);
    await iam.tagPolicy({ PolicyArn: arnOf(accountId, policy), Tags: tagList(tags) });
  },
  setAccountAlias: async ({ account, alias }, bench) => {
    const { iam } = await placeOf(bench, account);
    await writeOnce(
      bench,
      () => iam.createAccountAlias({ AccountAlias: alias }),
      async () => (await iam.listAccountAliases({})).AccountAliases?.includes(alias) === true,
    );
  },
  setPasswordPolicy: async ({ account, policy }, bench) => {
    const { iam } = await placeOf(bench, account);
    await iam.updateAccountPasswordPolicy({
      MinimumPasswordLength: policy.minimumLength,
      RequireSymbols: policy.requireSymbols,
      RequireNumbers: policy.requireNumbers,
      RequireUppercaseCharacters: policy.requireUppercase,
      RequireLowercaseCharacters: policy.requireLowercase,
      AllowUsersToChangePassword: policy.allowUsersToChange,
      ...(policy.maxAge === undefined ? {} : { MaxPasswordAge: policy.maxAge }),
      ...(policy.reusePrevention === undefined ? {} : { PasswordReusePrevention: policy.reusePrevention }),
    });
  },
  createIamGroup: async ({ account, group, path }, bench) => {
    const { iam } = await placeOf(bench, account);
    await writeOnce(bench, () => iam.createGroup({ GroupName: group, Path: path }), isThere);
  },
  attachIamGroupPolicy: async ({ account, group, policyArn }, bench) => {
    const { iam, accountId } = await placeOf(bench, account);
    await iam.attachGroupPolicy({ GroupName: group, PolicyArn: withAccount(policyArn, accountId) });
  },
  detachIamGroupPolicy: async ({ account, group, policyArn }, bench) => {
    const { iam, accountId } = await placeOf(bench, account);
    const PolicyArn = withAccount(policyArn, accountId);
    await removeOnce(bench, () => iam.detachGroupPolicy({ GroupName: group, PolicyArn }));
  },
  putIamGroupPolicy: async ({ account, group, policy, document }, bench) => {
    const { iam } = await placeOf(bench, account);
    await iam.putGroupPolicy({ GroupName: group, PolicyName: policy, PolicyDocument: document });
  },
  deleteIamGroupPolicy: async ({ account, group, policy }, bench) => {
    const { iam } = await placeOf(bench, account);
    await removeOnce(bench, () => iam.deleteGroupPolicy({ GroupName: group, PolicyName: policy }));
  },
  createIamUser: async ({ account, user, path, boundary, tags }, bench) => {
    const { iam, accountId } = await placeOf(bench, account);
    const bound = boundary === undefined ? {} : { PermissionsBoundary: withAccount(boundary, accountId) };
    await writeOnce(
      bench,
      () => iam.createUser({ UserName: user, Path: path, Tags: tagList(tags), ...bound }),
      isThere,
    );
  },
  putIamUserBoundary: async ({ account, user, boundary }, bench) => {
    const { iam, accountId } = await placeOf(bench, account);
    await iam.putUserPermissionsBoundary({ UserName: user, PermissionsBoundary: withAccount(boundary, accountId) });
  },
  tagIamUser: async ({ account, user, tags }, bench) => {
    const { iam } = await placeOf(bench, account);
    await iam.tagUser({ UserName: user, Tags: tagList(tags) });
  },
  addIamUserToGroup: async ({ account, user, group }, bench) => {
    const { iam } = await placeOf(bench, account);
    await iam.addUserToGroup({ UserName: user, GroupName: group });
  },
  removeIamUserFromGroup: async ({ account, user, group }, bench) => {
    const { iam } = await placeOf(bench, account);
    await removeOnce(bench, () => iam.removeUserFromGroup({ UserName: user, GroupName: group }));
  },
  deleteIamUser: async ({ account, user }, bench) => {
    const { iam } = await placeOf(bench, account);
    await deleteIamUser(iam, user);
  },
};

function arnOf(accountId: string, policy: PolicyReference): string {
  return `arn:aws:iam::${accountId}:policy${referenceText(policy)}`;
}

/** Versions that AWS keeps of one policy (quota "Versions per managed policy", not adjustable, 2026-11). */
const keptVersions = 5;

/** Makes the document the policy's default version, unless it is already; the oldest version makes room. */
async function writeVersion({ iam, accountId }: IamPlace, policy: PolicyReference, document: string): Promise<void> {
  const PolicyArn = arnOf(accountId, policy);
  const versions = await everyPage(
    (Marker) => iam.listPolicyVersions({ PolicyArn, Marker }),
    (page) => page.Versions,
    (page) => (page.IsTruncated === true ? page.Marker : undefined),
  );
  const current = versions.find((version) => version.IsDefaultVersion === true)?.VersionId;
  if (current !== undefined && (await holdsDocument(iam, PolicyArn, current, document))) return;
  const idle = versions.filter((version) => version.IsDefaultVersion !== true);
  const oldest = idle.toSorted((left, right) => Number(left.CreateDate ?? 0) - Number(right.CreateDate ?? 0))[0];
  if (versions.length >= keptVersions && oldest?.VersionId !== undefined) {
    await iam.deletePolicyVersion({ PolicyArn, VersionId: oldest.VersionId });
  }
  await iam.createPolicyVersion({ PolicyArn, PolicyDocument: document, SetAsDefault: true });
}

async function holdsDocument(iam: IAM, PolicyArn: string, VersionId: string, document: string): Promise<boolean> {
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId });
  return sameDocument(decodeDocument(PolicyVersion?.Document), document);
}
