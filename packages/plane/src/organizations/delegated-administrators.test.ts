import assert from "node:assert/strict";
import { test } from "node:test";
import { Organizations } from "@aws-sdk/client-organizations";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const ServicePrincipal = "sso.amazonaws.com";

test("a service gets trusted access and loses it", async (t) => {
  const { organizations } = await testOrganization(t);
  const trusted = async () => {
    const { EnabledServicePrincipals: found } = await organizations.listAWSServiceAccessForOrganization({});
    return found?.map((service) => service.ServicePrincipal);
  };
  await organizations.enableAWSServiceAccess({ ServicePrincipal });
  await organizations.enableAWSServiceAccess({ ServicePrincipal });
  assert.deepEqual(await trusted(), [ServicePrincipal]);
  await organizations.disableAWSServiceAccess({ ServicePrincipal });
  assert.deepEqual(await trusted(), []);
  const unknown = organizations.enableAWSServiceAccess({ ServicePrincipal: "example.com" });
  await assert.rejects(unknown, { name: "InvalidInputException", Reason: "UNRECOGNIZED_SERVICE_PRINCIPAL" });
});

test("a delegated administrator may read the organization but not change it", async (t) => {
  const { organizations, clients, rootId, createAccount } = await testOrganization(t);
  const AccountId = await createAccount("member");
  const asMember = clients(Organizations, { accountId: AccountId });
  await refused(asMember.listAccounts({}), "AccessDeniedException", /permissions/);
  await organizations.enableAWSServiceAccess({ ServicePrincipal });
  await organizations.registerDelegatedAdministrator({ AccountId, ServicePrincipal });
  assert.equal((await asMember.listAccounts({})).Accounts?.length, 2);
  const created = asMember.createOrganizationalUnit({ ParentId: rootId, Name: "x" });
  await refused(created, "AccessDeniedException", "You don't have permissions to access this resource.");
  const { DelegatedAdministrators: [administrator] = [] } = await organizations.listDelegatedAdministrators({
    ServicePrincipal,
  });
  assert.deepEqual([administrator?.Id, administrator?.Status], [AccountId, "ACTIVE"]);
  const { DelegatedServices: services } = await organizations.listDelegatedServicesForAccount({ AccountId });
  assert.deepEqual(
    services?.map((service) => service.ServicePrincipal),
    [ServicePrincipal],
  );
  const removed = organizations.removeAccountFromOrganization({ AccountId });
  await assert.rejects(removed, { Reason: "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG" });
  await organizations.deregisterDelegatedAdministrator({ AccountId, ServicePrincipal });
  await refused(asMember.listAccounts({}), "AccessDeniedException", /permissions/);
});

test("an administrator is delegated once, for a trusted service, to an active member", async (t) => {
  const { organizations, plane, createAccount } = await testOrganization(t);
  const AccountId = await createAccount("member");
  const register = (id = AccountId) =>
    organizations.registerDelegatedAdministrator({ AccountId: id, ServicePrincipal });
  await assert.rejects(register(), { name: "ConstraintViolationException", Reason: "SERVICE_ACCESS_NOT_ENABLED" });
  await organizations.enableAWSServiceAccess({ ServicePrincipal });
  await assert.rejects(register(testAccount), { Reason: "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR" });
  await refused(register("999988887777"), "AccountNotFoundException", /doesn't exist/);
  await register();
  await refused(register(), "AccountAlreadyRegisteredException", /already a delegated administrator/);
  await organizations.deregisterDelegatedAdministrator({ AccountId, ServicePrincipal });
  const twice = organizations.deregisterDelegatedAdministrator({ AccountId, ServicePrincipal });
  await refused(twice, "AccountNotRegisteredException", /not a registered delegated administrator/);
  const services = organizations.listDelegatedServicesForAccount({ AccountId });
  await refused(services, "AccountNotRegisteredException", /not a registered delegated administrator/);
  await organizations.closeAccount({ AccountId });
  await plane.idle();
  await assert.rejects(register(), { Reason: "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR" });
});
