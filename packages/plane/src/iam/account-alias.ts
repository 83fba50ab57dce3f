import { EntityAlreadyExistsException, NoSuchEntityException } from "@aws-sdk/client-iam";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { iamAccounts } from "../records/iam.ts";

const operation = operationsOf("iam");

const createAccountAlias = operation("CreateAccountAlias", {
  run: ({ input: { AccountAlias: alias }, tx, accountId }) => {
    if (tx.count(iamAccounts, "alias", alias) > 0)
      fail(EntityAlreadyExistsException, `The account alias ${alias} already exists.`);
    // An account has one alias: a new one takes the place of the old without complaint, on AWS too.
    tx.put(iamAccounts, { ...tx.get(iamAccounts, accountId), accountId, alias });
    return {};
  },
});

const listAccountAliases = operation("ListAccountAliases", {
  run: ({ tx, accountId }) => {
    const alias = tx.get(iamAccounts, accountId)?.alias;
    return { AccountAliases: alias === undefined ? [] : [alias], IsTruncated: false };
  },
});

const deleteAccountAlias = operation("DeleteAccountAlias", {
  run: ({ input: { AccountAlias: name }, tx, accountId }) => {
    const account = tx.get(iamAccounts, accountId);
    if (account?.alias !== name) return fail(NoSuchEntityException, `The account alias ${name} cannot be found.`);
    const { alias: _, ...rest } = account;
    tx.put(iamAccounts, rest);
    return {};
  },
});

/** Operations on the alias of the account. */
export const accountAliasOperations = [createAccountAlias, listAccountAliases, deleteAccountAlias];
