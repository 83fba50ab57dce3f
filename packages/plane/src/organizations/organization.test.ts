import assert from "node:assert/strict";
import { test } from "node:test";
import { OrganizationsClient, DescribeOrganizationCommand, ListRootsCommand } from "@aws-sdk/client-organizations";
import { testPlane, testAccount } from "../testing/plane-for-tests.ts";

test("smoke", async () => {
  const { clients, close } = await testPlane();
  const organizations = clients(OrganizationsClient);
  console.log(await organizations.send(new DescribeOrganizationCommand({})), (await organizations.send(new ListRootsCommand({}))).Roots, testAccount);
  assert.ok(true);
  await close();
});
