import { ResourceNotFoundException } from "@aws-sdk/client-account";
import type { RequestContext } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { type AccountContacts, accountContacts, type AlternateContact } from "../records/account.ts";
import { accountOf, onAccount } from "./account-access.ts";
import { contactsOf } from "./account-information.ts";

const operation = operationsOf("account");

const ofType = (type: string): RequestContext => ({ "account:AlternateContactTypes": type });

/** The contact of that type, or ResourceNotFoundException. */
const contactOfType = ({ alternateContacts }: AccountContacts, type: string): AlternateContact =>
  alternateContacts.find((contact) => contact.AlternateContactType === type) ??
  fail(ResourceNotFoundException, "No contact of the inputted alternate contact type found.");

const getAlternateContact = operation("GetAlternateContact", {
  authorize: (call) => onAccount(call, ofType(call.input.AlternateContactType)),
  run: (call) => {
    const contacts = contactsOf(call.tx, accountOf(call, "GetAlternateContact").id);
    return { AlternateContact: { ...contactOfType(contacts, call.input.AlternateContactType) } };
  },
});

const putAlternateContact = operation("PutAlternateContact", {
  authorize: (call) => onAccount(call, ofType(call.input.AlternateContactType)),
  run: (call) => {
    const { AccountId: _, ...contact } = call.input;
    const contacts = contactsOf(call.tx, accountOf(call, "PutAlternateContact").id);
    const others = contacts.alternateContacts.filter(
      (known) => known.AlternateContactType !== contact.AlternateContactType,
    );
    call.tx.put(accountContacts, { ...contacts, alternateContacts: [...others, contact] });
    return {};
  },
});

const deleteAlternateContact = operation("DeleteAlternateContact", {
  authorize: (call) => onAccount(call, ofType(call.input.AlternateContactType)),
  run: (call) => {
    const contacts = contactsOf(call.tx, accountOf(call, "DeleteAlternateContact").id);
    const gone = contactOfType(contacts, call.input.AlternateContactType);
    const alternateContacts = contacts.alternateContacts.filter((contact) => contact !== gone);
    call.tx.put(accountContacts, { ...contacts, alternateContacts });
    return {};
  },
});

/** Operations on whom AWS writes to besides the owner. */
export const alternateContactOperations = [getAlternateContact, putAlternateContact, deleteAlternateContact];
