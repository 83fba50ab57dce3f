import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateInstanceAccessControlAttributeConfigurationCommand,
  DeleteInstanceAccessControlAttributeConfigurationCommand,
  DescribeInstanceAccessControlAttributeConfigurationCommand,
  UpdateInstanceAccessControlAttributeConfigurationCommand,
} from "@aws-sdk/client-sso-admin";
import { identityCenterForTests } from "../testing/identity-center-for-tests.ts";

test("attributes for access control are switched on, changed and switched off", async () => {
  const { sso, InstanceArn, close } = await identityCenterForTests();
  const configuration = (path: string) => ({
    InstanceArn,
    InstanceAccessControlAttributeConfiguration: {
      AccessControlAttributes: [{ Key: "department", Value: { Source: [`\${path:enterprise.${path}}`] } }],
    },
  });
  const read = () => sso.send(new DescribeInstanceAccessControlAttributeConfigurationCommand({ InstanceArn }));
  await assert.rejects(read(), { name: "ResourceNotFoundException" });
  await sso.send(new CreateInstanceAccessControlAttributeConfigurationCommand(configuration("department")));
  await assert.rejects(sso.send(new CreateInstanceAccessControlAttributeConfigurationCommand(configuration("x"))), {
    name: "ConflictException",
  });
  await sso.send(new UpdateInstanceAccessControlAttributeConfigurationCommand(configuration("costCenter")));
  const described = await read();
  assert.equal(described.Status, "ENABLED");
  assert.deepEqual(
    described.InstanceAccessControlAttributeConfiguration,
    configuration("costCenter").InstanceAccessControlAttributeConfiguration,
  );
  await sso.send(new DeleteInstanceAccessControlAttributeConfigurationCommand({ InstanceArn }));
  await assert.rejects(read(), { name: "ResourceNotFoundException" });
  await close();
});
