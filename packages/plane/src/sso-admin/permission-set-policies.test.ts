import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  ConflictException,
  DeleteInlinePolicyFromPermissionSetCommand,
  DeletePermissionsBoundaryFromPermissionSetCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListManagedPoliciesInPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ValidationException,
} from "@aws-sdk/client-sso-admin";
import { type IdentityCenterForTests, identityCenterForTests } from "../testing/identity-center-for-tests.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

describe("policies of a permission set", () => {
  let center: IdentityCenterForTests;
  let set: { InstanceArn: string; PermissionSetArn: string };
  before(async () => {
    center = await identityCenterForTests();
    set = { InstanceArn: center.InstanceArn, PermissionSetArn: await center.permissionSet("Policies") };
  });
  after(() => center.close());

  it("an AWS managed policy is attached once, listed and detached", async () => {
    const { sso } = center;
    const attach = (ManagedPolicyArn: string) =>
      sso.send(new AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn }));
    await attach(readOnly);
    await attach("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
    await assert.rejects(attach(readOnly), ConflictException);
    await assert.rejects(attach("arn:aws:iam::aws:policy/NoSuchPolicy"), ResourceNotFoundException);
    const first = await sso.send(new ListManagedPoliciesInPermissionSetCommand({ ...set, MaxResults: 1 }));
    assert.deepEqual(first.AttachedManagedPolicies, [{ Name: "ReadOnlyAccess", Arn: readOnly }]);
    const rest = await sso.send(new ListManagedPoliciesInPermissionSetCommand({ ...set, NextToken: first.NextToken }));
    assert.deepEqual(
      rest.AttachedManagedPolicies?.map(({ Name }) => Name),
      ["ViewOnlyAccess"],
    );
    const detach = () =>
      sso.send(new DetachManagedPolicyFromPermissionSetCommand({ ...set, ManagedPolicyArn: readOnly }));
    await detach();
    await assert.rejects(detach(), {
      name: "ResourceNotFoundException",
      message: `Could not find ManagedPolicy with arn ${readOnly}`,
    });
  });

  it("a customer managed policy is named by path and name", async () => {
    const { sso } = center;
    const attach = (Name: string, Path?: string) =>
      sso.send(
        new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
          ...set,
          CustomerManagedPolicyReference: { Name, Path },
        }),
      );
    await attach("Guard");
    await attach("Guard", "/team/");
    await assert.rejects(attach("Guard", "/"), ConflictException);
    const { CustomerManagedPolicyReferences } = await sso.send(
      new ListCustomerManagedPolicyReferencesInPermissionSetCommand(set),
    );
    assert.deepEqual(CustomerManagedPolicyReferences, [
      { Name: "Guard", Path: "/" },
      { Name: "Guard", Path: "/team/" },
    ]);
    const reference = { CustomerManagedPolicyReference: { Name: "Guard" } };
    const detach = () =>
      sso.send(new DetachCustomerManagedPolicyReferenceFromPermissionSetCommand({ ...set, ...reference }));
    await detach();
    await assert.rejects(detach(), ResourceNotFoundException);
  });

  it("a permission set has room for twenty managed policies of both kinds", async () => {
    const { sso, InstanceArn } = center;
    const PermissionSetArn = await center.permissionSet("Full");
    await sso.send(
      new AttachManagedPolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, ManagedPolicyArn: readOnly }),
    );
    const attach = (number: number) => {
      const CustomerManagedPolicyReference = { Name: `Policy${number}` };
      return sso.send(
        new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
          InstanceArn,
          PermissionSetArn,
          CustomerManagedPolicyReference,
        }),
      );
    };
    for (let number = 1; number < 20; number++) await attach(number);
    await assert.rejects(attach(20), ServiceQuotaExceededException);
  });

  it("an inline policy is put, got and deleted as it was written", async () => {
    const { sso } = center;
    const InlinePolicy =
      '{ "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}] }';
    assert.equal((await sso.send(new GetInlinePolicyForPermissionSetCommand(set))).InlinePolicy, "");
    await sso.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }));
    assert.equal((await sso.send(new GetInlinePolicyForPermissionSetCommand(set))).InlinePolicy, InlinePolicy);
    await sso.send(new DeleteInlinePolicyFromPermissionSetCommand(set));
    assert.equal((await sso.send(new GetInlinePolicyForPermissionSetCommand(set))).InlinePolicy, "");
  });

  it("an inline policy must be a policy of at most 10,240 characters without white space", async () => {
    const { sso } = center;
    const put = (InlinePolicy: string) => sso.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }));
    await assert.rejects(put('{"Statement":[]}'), {
      name: "ValidationException",
      message: 'Invalid PermissionsPolicy Document {"Statement":[]}',
    });
    const text = (resource: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:Get*", Resource: resource }],
      });
    const spaceLeft = 10_240 - text("arn:aws:s3:::").length;
    await put(text(`arn:aws:s3:::${"x".repeat(spaceLeft)}`).replace("{", `{${" ".repeat(1000)}`));
    await assert.rejects(put(text(`arn:aws:s3:::${"x".repeat(spaceLeft + 1)}`)), {
      name: "ValidationException",
      message:
        "Current size of the non-whitespace characters present in the InlinePolicy Document is 10241 bytes " +
        "which has exceeded the maximum limit of 10240 bytes",
    });
  });

  it("a permissions boundary is one policy, AWS's or the customer's", async () => {
    const { sso } = center;
    const put = (PermissionsBoundary: object) =>
      sso.send(new PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary }));
    const get = () => sso.send(new GetPermissionsBoundaryForPermissionSetCommand(set));
    await assert.rejects(get(), ResourceNotFoundException);
    const CustomerManagedPolicyReference = { Name: "Boundary" };
    await put({ CustomerManagedPolicyReference });
    assert.deepEqual((await get()).PermissionsBoundary, {
      CustomerManagedPolicyReference: { Name: "Boundary", Path: "/" },
    });
    await put({ ManagedPolicyArn: readOnly });
    assert.deepEqual((await get()).PermissionsBoundary, { ManagedPolicyArn: readOnly });
    await assert.rejects(put({}), ValidationException);
    await assert.rejects(put({ ManagedPolicyArn: readOnly, CustomerManagedPolicyReference }), ValidationException);
    await sso.send(new DeletePermissionsBoundaryFromPermissionSetCommand(set));
    await assert.rejects(get(), ResourceNotFoundException);
  });
});
