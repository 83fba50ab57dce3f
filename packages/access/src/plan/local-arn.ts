/**
 * A policy ARN without the account that it is in, so that the file may speak of a policy in an account whose id is not
 * known yet: `arn:aws:iam::111111111111:policy/x` and `arn:aws:iam:::policy/x` are the same inside one account. AWS's
 * own policies (`arn:aws:iam::aws:policy/…`) stay as they are.
 */
export function localArn(arn: string): string {
  return withAccount(arn, "");
}

/** The ARN with the account's id in its place; AWS's own policies stay as they are. */
export function withAccount(arn: string, accountId: string): string {
  const parts = arn.split(":");
  if (parts[0] !== "arn" || parts.length < 6 || parts[4] === "aws") return arn;
  return [...parts.slice(0, 4), accountId, ...parts.slice(5)].join(":");
}
