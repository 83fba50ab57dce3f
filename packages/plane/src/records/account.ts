import { collection } from "../frame/collection.ts";

/** Whom AWS writes to about an account. What the API keeps is kept in its own words. */
export interface AccountContacts {
  readonly accountId: string;
  /** The primary contact (`FullName`, `AddressLine1`, …). */
  readonly contactInformation?: Readonly<Record<string, string>>;
  readonly alternateContacts: readonly AlternateContact[];
}

/** A contact for one kind of letter. */
export interface AlternateContact {
  readonly AlternateContactType: "BILLING" | "OPERATIONS" | "SECURITY";
  readonly Name: string;
  readonly Title: string;
  readonly EmailAddress: string;
  readonly PhoneNumber: string;
}

export const accountContacts = collection<AccountContacts>("account.contacts")({
  key: (contacts) => contacts.accountId,
  security: false,
});
