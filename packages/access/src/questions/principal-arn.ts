import type { AccountId } from "../estate.ts";

/** Stands for the id of an account that has not been created. */
export const unknownAccountId: AccountId = "000000000000";

/** Where Identity Center puts its roles; in us-east-1 the path has no Region. */
function reservedPath(region: string): string {
  return region === "us-east-1" ? "aws-reserved/sso.amazonaws.com" : `aws-reserved/sso.amazonaws.com/${region}`;
}

/** The ARN of the role that a permission set becomes in an account. The last 16 characters of the real one are AWS's choice. */
export function reservedRoleArn(account: AccountId, permissionSet: string, region: string): string {
  return `arn:aws:iam::${account}:role/${reservedPath(region)}/${reservedRoleName(account, permissionSet)}`;
}

/** The name of that role; the suffix is made from the account and the set, so it is the same at every run. */
export function reservedRoleName(account: AccountId, permissionSet: string): string {
  return `AWSReservedSSO_${permissionSet}_${fingerprint(`${account}/${permissionSet}`)}`;
}

/** The ARN of a person's session in that role. */
export function reservedSessionArn(account: AccountId, permissionSet: string, userName: string): string {
  return `arn:aws:sts::${account}:assumed-role/${reservedRoleName(account, permissionSet)}/${userName}`;
}

/** The ARN of an IAM user. */
export function iamUserArn(account: AccountId, userName: string, path = "/"): string {
  return `arn:aws:iam::${account}:user${path}${userName}`;
}

/** Sixteen hexadecimal digits of a text (FNV-1a, 64 bits). */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
