import {
  type AccessControlAttribute,
  ConflictException,
  ResourceNotFoundException,
  ValidationException,
} from "@aws-sdk/client-sso-admin";
import type { Input } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { type Instance, instances } from "../records/identity-center.ts";
import { onInstance, ownedInstance } from "./instance-access.ts";

const operation = operationsOf("sso-admin");

type Configuration = Input<
  "sso-admin",
  "CreateInstanceAccessControlAttributeConfiguration"
>["InstanceAccessControlAttributeConfiguration"];
type Attributes = NonNullable<Instance["accessControlAttributes"]>;

function readAttributes({ AccessControlAttributes: asked }: Configuration): Attributes {
  const attributes = asked.map(({ Key, Value: { Source } }) => ({ Key, Source }));
  if (new Set(attributes.map(({ Key }) => Key)).size < attributes.length)
    fail(ValidationException, "AccessControlAttribute keys must be unique");
  return attributes;
}

const describeAttribute = ({ Key, Source }: Attributes[number]): AccessControlAttribute => ({
  Key,
  Value: { Source: [...Source] },
});

/** The attributes of an instance that has access control by attributes switched on, or ResourceNotFound. */
const attributesOf = ({ accessControlAttributes }: Instance): Attributes =>
  accessControlAttributes ??
  fail(ResourceNotFoundException, "Could not find InstanceAccessControlAttributeConfiguration");

const create = operation("CreateInstanceAccessControlAttributeConfiguration", {
  authorize: onInstance,
  run: (call) => {
    const instance = ownedInstance(call);
    if (instance.accessControlAttributes)
      fail(ConflictException, "InstanceAccessControlAttributeConfiguration already exists");
    const accessControlAttributes = readAttributes(call.input.InstanceAccessControlAttributeConfiguration);
    call.tx.put(instances, { ...instance, accessControlAttributes });
    return {};
  },
});

const describe = operation("DescribeInstanceAccessControlAttributeConfiguration", {
  authorize: onInstance,
  run: (call) => {
    const attributes = attributesOf(ownedInstance(call));
    return {
      Status: "ENABLED" as const,
      InstanceAccessControlAttributeConfiguration: { AccessControlAttributes: attributes.map(describeAttribute) },
    };
  },
});

const update = operation("UpdateInstanceAccessControlAttributeConfiguration", {
  authorize: onInstance,
  run: (call) => {
    const instance = ownedInstance(call);
    attributesOf(instance);
    const accessControlAttributes = readAttributes(call.input.InstanceAccessControlAttributeConfiguration);
    call.tx.put(instances, { ...instance, accessControlAttributes });
    return {};
  },
});

const remove = operation("DeleteInstanceAccessControlAttributeConfiguration", {
  authorize: onInstance,
  run: (call) => {
    const instance = ownedInstance(call);
    attributesOf(instance);
    const { accessControlAttributes: _removed, ...rest } = instance;
    call.tx.put(instances, rest);
    return {};
  },
});

/** Operations on attributes for access control. */
export const accessControlAttributeOperations = [create, describe, update, remove];
