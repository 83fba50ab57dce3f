import { NoSuchEntityException } from "@aws-sdk/client-iam";
import { fail } from "../frame/fault.ts";
import { type Authorization, type Call, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { iamAccounts, type PasswordPolicy } from "../records/iam.ts";

const operation = operationsOf("iam");

/** The password policy of an account, if it has one of its own. */
export const passwordPolicyOf = (tx: Transaction, accountId: string): PasswordPolicy | undefined =>
  tx.get(iamAccounts, accountId)?.passwordPolicy;

/**
 * What users may do about their own password. `AllowUsersToChangePassword` allows it to every user of the account
 * without a policy, as a resource-based policy would: an explicit deny still counts [IAM User Guide, allow users to change passwords].
 */
export function onOwnPassword({ caller, tx, accountId, policies }: Call<unknown>, resource: string): Authorization {
  if (caller.kind !== "iamUser" || !passwordPolicyOf(tx, accountId)?.AllowUsersToChangePassword) return { resource };
  const actions = ["iam:ChangePassword", "iam:GetAccountPasswordPolicy"];
  const statement = { Effect: "Allow", Principal: { AWS: caller.arn }, Action: actions, Resource: "*" };
  const document = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return { resource, resourcePolicy: policies.compile("resource", `password policy for ${caller.arn}`, document) };
}

const getAccountPasswordPolicy = operation("GetAccountPasswordPolicy", {
  authorize: (call) => onOwnPassword(call, "*"),
  run: ({ tx, accountId }) => {
    const policy = passwordPolicyOf(tx, accountId);
    if (!policy)
      return fail(NoSuchEntityException, `The Password Policy with domain name ${accountId} cannot be found.`);
    return { PasswordPolicy: { ...policy, ExpirePasswords: policy.MaxPasswordAge !== undefined } };
  },
});

const updateAccountPasswordPolicy = operation("UpdateAccountPasswordPolicy", {
  run: ({ input, tx, accountId }) => {
    const { MaxPasswordAge, PasswordReusePrevention, HardExpiry } = input;
    const passwordPolicy: PasswordPolicy = {
      MinimumPasswordLength: input.MinimumPasswordLength ?? 6,
      RequireSymbols: input.RequireSymbols ?? false,
      RequireNumbers: input.RequireNumbers ?? false,
      RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
      RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
      AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
      ...(MaxPasswordAge !== undefined && { MaxPasswordAge }),
      ...(PasswordReusePrevention !== undefined && { PasswordReusePrevention }),
      ...(HardExpiry !== undefined && { HardExpiry }),
    };
    tx.put(iamAccounts, { ...tx.get(iamAccounts, accountId), accountId, passwordPolicy });
    return {};
  },
});

const deleteAccountPasswordPolicy = operation("DeleteAccountPasswordPolicy", {
  run: ({ tx, accountId }) => {
    const account = tx.get(iamAccounts, accountId);
    if (!account?.passwordPolicy)
      return fail(NoSuchEntityException, "The account policy with name PasswordPolicy cannot be found.");
    const { passwordPolicy: _, ...rest } = account;
    tx.put(iamAccounts, rest);
    return {};
  },
});

/** Operations on the account password policy. */
export const passwordPolicyOperations = [
  getAccountPasswordPolicy,
  updateAccountPasswordPolicy,
  deleteAccountPasswordPolicy,
];
