import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { Account } from "@aws-sdk/client-account";
import { allow, refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const contact = { Name: "Ana", Title: "CISO", EmailAddress: "ana@example.com", PhoneNumber: "+49 30 1234567" };
const security = { ...contact, AlternateContactType: "SECURITY" } as const;
const address = {
  FullName: "Ana",
  AddressLine1: "1 Main Street",
  City: "Berlin",
  PostalCode: "10115",
  CountryCode: "DE",
  PhoneNumber: "+49301234567",
};

async function testAccounts(context: TestContext) {
  const organization = await testOrganization(context);
  return { ...organization, account: organization.clients(Account) };
}

test("an account tells its name and takes another", async (t) => {
  const { account, organizations } = await testAccounts(t);
  await account.putAccountName({ AccountName: "Head office" });
  const { AccountId, AccountName, AccountState } = await account.getAccountInformation({});
  assert.deepEqual([AccountId, AccountName, AccountState], [testAccount, "Head office", "ACTIVE"]);
  const { Account: listed } = await organizations.describeAccount({ AccountId: testAccount });
  assert.equal(listed?.Name, "Head office");
});

test("contact information is kept as it was given", async (t) => {
  const { account } = await testAccounts(t);
  await refused(account.getContactInformation({}), "ResourceNotFoundException", /No contact information/, 404);
  await account.putContactInformation({ ContactInformation: { ...address, CompanyName: "Old" } });
  await account.putContactInformation({ ContactInformation: address });
  assert.deepEqual((await account.getContactInformation({})).ContactInformation, address);
});

test("each alternate contact is put, replaced and deleted by itself", async (t) => {
  const { account } = await testAccounts(t);
  const get = (AlternateContactType: "SECURITY" | "BILLING") => account.getAlternateContact({ AlternateContactType });
  await account.putAlternateContact({ ...security, AlternateContactType: "BILLING" });
  await account.putAlternateContact(security);
  await account.putAlternateContact({ ...security, Name: "Bea" });
  assert.deepEqual((await get("SECURITY")).AlternateContact, { ...security, Name: "Bea" });
  await account.deleteAlternateContact({ AlternateContactType: "SECURITY" });
  const words = "No contact of the inputted alternate contact type found.";
  await refused(get("SECURITY"), "ResourceNotFoundException", words, 404);
  await refused(
    account.deleteAlternateContact({ AlternateContactType: "SECURITY" }),
    "ResourceNotFoundException",
    words,
  );
  assert.equal((await get("BILLING")).AlternateContact?.Name, "Ana");
});

test("the management account reaches members once trusted access is on, and never itself by id", async (t) => {
  const { account, clients, organizations, createAccount } = await testAccounts(t);
  const AccountId = await createAccount("member");
  const words = `User: arn:aws:iam::${testAccount}:root is not authorized to perform: account:PutAlternateContact`;
  const put = (id: string) => account.putAlternateContact({ ...security, AccountId: id });
  await refused(put(AccountId), "AccessDeniedException", words, 403);
  await organizations.enableAWSServiceAccess({ ServicePrincipal: "account.amazonaws.com" });
  await put(AccountId);
  await refused(put(testAccount), "AccessDeniedException", words, 403);
  await refused(put("999988887777"), "AccessDeniedException", words, 403);
  const fromMember = clients(Account, { accountId: AccountId });
  const { AlternateContact: found } = await fromMember.getAlternateContact({ AlternateContactType: "SECURITY" });
  assert.deepEqual(found, security);
  assert.equal((await account.getPrimaryEmail({ AccountId })).PrimaryEmail, "member@example.com");
  await refused(
    fromMember.getAlternateContact({ AlternateContactType: "SECURITY", AccountId: testAccount }),
    "AccessDeniedException",
    /not authorized/,
  );
});

test("permission can be limited to a type of contact", async (t) => {
  const { clients, createUser } = await testAccounts(t);
  const condition = { StringEquals: { "account:AlternateContactTypes": "BILLING" } };
  const credentials = await createUser("biller", [{ ...allow("account:PutAlternateContact"), Condition: condition }]);
  const asBiller = clients(Account, { credentials });
  await asBiller.putAlternateContact({ ...security, AlternateContactType: "BILLING" });
  await refused(asBiller.putAlternateContact(security), "AccessDeniedException", /account:PutAlternateContact/, 403);
});

test("Regions are listed page by page with what the account has of them", async (t) => {
  const { account } = await testAccounts(t);
  const first = await account.listRegions({ MaxResults: 30 });
  const second = await account.listRegions({ MaxResults: 30, ...(first.NextToken && { NextToken: first.NextToken }) });
  assert.deepEqual([first.Regions?.length, (second.Regions?.length ?? 0) > 0, second.NextToken], [30, true, undefined]);
  const { Regions: defaults = [] } = await account.listRegions({ RegionOptStatusContains: ["ENABLED_BY_DEFAULT"] });
  assert.equal(defaults.length, 17);
  const status = async (RegionName: string) => (await account.getRegionOptStatus({ RegionName })).RegionOptStatus;
  assert.deepEqual([await status("eu-central-1"), await status("eu-central-2")], ["ENABLED_BY_DEFAULT", "DISABLED"]);
  await refused(status("moon-1"), "ValidationException", /does not exist/, 400);
});
