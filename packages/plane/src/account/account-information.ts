import { ResourceNotFoundException } from "@aws-sdk/client-account";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type AccountContacts, accountContacts } from "../records/account.ts";
import { accounts } from "../records/organizations.ts";
import { accountOf, onAccount } from "./account-access.ts";

const operation = operationsOf("account");

/** The contacts kept for an account; none at first. */
export const contactsOf = (tx: Transaction, accountId: string): AccountContacts =>
  tx.get(accountContacts, accountId) ?? { accountId, alternateContacts: [] };

/** `AccountState` in the words of this service: an account is active until its closing is done. */
const stateOf = { ACTIVE: "ACTIVE", PENDING_CLOSURE: "ACTIVE", SUSPENDED: "CLOSED" } as const;

const getAccountInformation = operation("GetAccountInformation", {
  authorize: (call) => onAccount(call),
  run: (call) => {
    const { id, name, joinedTimestamp, status } = accountOf(call, "GetAccountInformation");
    return {
      AccountId: id,
      AccountName: name,
      AccountCreatedDate: new Date(joinedTimestamp),
      AccountState: stateOf[status],
    };
  },
});

const putAccountName = operation("PutAccountName", {
  authorize: (call) => onAccount(call),
  run: (call) => {
    call.tx.put(accounts, { ...accountOf(call, "PutAccountName"), name: call.input.AccountName });
    return {};
  },
});

const getPrimaryEmail = operation("GetPrimaryEmail", {
  authorize: (call) => onAccount(call),
  run: (call) => ({ PrimaryEmail: accountOf(call, "GetPrimaryEmail").email }),
});

const getContactInformation = operation("GetContactInformation", {
  authorize: (call) => onAccount(call),
  run: (call) => {
    const { contactInformation } = contactsOf(call.tx, accountOf(call, "GetContactInformation").id);
    if (!contactInformation) return fail(ResourceNotFoundException, "No contact information found for the account.");
    const { FullName, AddressLine1, City, PostalCode, CountryCode, PhoneNumber, ...optional } = contactInformation;
    return { ContactInformation: { FullName, AddressLine1, City, PostalCode, CountryCode, PhoneNumber, ...optional } };
  },
});

const putContactInformation = operation("PutContactInformation", {
  authorize: (call) => onAccount(call),
  run: (call) => {
    const contacts = contactsOf(call.tx, accountOf(call, "PutContactInformation").id);
    const given = Object.entries(call.input.ContactInformation).filter(([, value]) => value !== undefined);
    call.tx.put(accountContacts, {
      ...contacts,
      contactInformation: Object.fromEntries(given) as Record<string, string>,
    });
    return {};
  },
});

/** Operations on what an account is called and where it is at home. */
export const accountInformationOperations = [
  getAccountInformation,
  putAccountName,
  getPrimaryEmail,
  getContactInformation,
  putContactInformation,
];
