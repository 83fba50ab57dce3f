import { listProfiles, type Profile, profileNaming } from "@castellan/access";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";

/**
 * The exact commands to sign in as a developer (the profile for daily work) and as an administrator. Of a blueprint the
 * file is written first, since every other command works on a file.
 */
export function signInCommands({ loaded }: GoodAccessFile, endpoint: string, blueprint?: string): readonly string[] {
  const naming = profileNaming(loaded.content);
  const { profiles } = listProfiles(loaded.desired.estate, naming);
  const daily = profiles.find(({ name }) => name === naming.default?.name) ?? profiles[0];
  const admin = profiles.find((profile) => isAdministrative(profile, loaded));
  const chosen = [...new Set([daily, admin].filter((profile) => profile !== undefined))];
  return [
    `export AWS_ENDPOINT_URL=${endpoint}`,
    ...(blueprint === undefined ? [] : [`npx castellan init ${blueprint}`]),
    "npx castellan profiles",
    ...chosen.flatMap(({ name }) => [
      `aws sso login --profile ${name}`,
      `aws sts get-caller-identity --profile ${name}`,
    ]),
  ];
}

function isAdministrative({ account, permissionSet }: Profile, { desired }: GoodAccessFile["loaded"]): boolean {
  const { managementAccount } = desired.estate.organization;
  const set = desired.estate.permissionSets.find(({ name }) => name === permissionSet);
  const inManagement = desired.estate.accounts.some(
    ({ name, id }) => name === account && (name === managementAccount || id === managementAccount),
  );
  return inManagement && (set?.managedPolicies.some((arn) => arn.endsWith("/AdministratorAccess")) ?? false);
}
