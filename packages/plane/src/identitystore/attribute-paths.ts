import { ValidationException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";

/** A JSON value as it stands in a document of the API. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What an attribute holds: one text, a structure of texts, or a list of such structures. */
type Attribute =
  | { readonly kind: "text" }
  | { readonly kind: "structure"; readonly members: readonly string[] }
  | { readonly kind: "list"; readonly members: readonly string[]; readonly max: number };

const text = { kind: "text" } as const;
const list = (max: number, ...members: readonly string[]) => ({ kind: "list", members, max }) as const;
const address = [
  "StreetAddress",
  "Locality",
  "Region",
  "PostalCode",
  "Country",
  "Formatted",
  "Type",
  "Primary",
] as const;

/** A table of attributes by their name in the API. */
export type AttributeTable = Readonly<Record<string, Attribute>>;

/** The attributes of a user that can be changed [Identity Store API Reference, User]. */
export const userAttributes: AttributeTable = {
  UserName: text,
  Name: {
    kind: "structure",
    members: ["Formatted", "FamilyName", "GivenName", "MiddleName", "HonorificPrefix", "HonorificSuffix"],
  },
  DisplayName: text,
  NickName: text,
  ProfileUrl: text,
  Emails: list(1, "Value", "Type", "Primary"),
  Addresses: list(1, ...address),
  PhoneNumbers: list(1, "Value", "Type", "Primary"),
  UserType: text,
  Title: text,
  PreferredLanguage: text,
  Locale: text,
  Timezone: text,
  Photos: list(3, "Value", "Type", "Display", "Primary"),
  Website: text,
  Birthdate: text,
  Roles: list(1, "Value", "Type", "Primary"),
};

/** The attributes of a group that can be changed. */
export const groupAttributes: AttributeTable = { DisplayName: text, Description: text };

/** What is changed: attribute values by their names in the API. */
export type Profile = Readonly<Record<string, Json | undefined>>;

/** The profile with the attribute at a path set, or removed when no value is given. Letter case of paths does not matter. */
export function withAttribute(table: AttributeTable, profile: Profile, path: string, value: Json | undefined): Profile {
  if (path.includes(":")) return withExtension(profile, path, value);
  const [first = "", ...rest] = path.split(".");
  const name = sameName(Object.keys(table), first);
  const attribute = name === undefined ? undefined : table[name];
  if (name === undefined || attribute === undefined)
    return fail(ValidationException, `The attribute ${path} is not supported`);
  const [member] = rest;
  if (member === undefined) return { ...profile, [name]: given(value) ? readValue(attribute, path, value) : undefined };
  return { ...profile, [name]: withMember(attribute, path, profile[name], member, value) };
}

/** Whether two names or paths are the same but for letter case. */
export const isPath = (left: string | undefined, right: string): boolean => left?.toLowerCase() === right.toLowerCase();

const given = (value: Json | undefined): value is Exclude<Json, null> => value !== undefined && value !== null;

const sameName = (names: readonly string[], wanted: string): string | undefined =>
  names.find((name) => isPath(name, wanted));

function withMember(
  attribute: Attribute,
  path: string,
  before: Json | undefined,
  member: string,
  value: Json | undefined,
): Json {
  if (attribute.kind === "list") {
    const name = path.split(".", 1)[0];
    const help = "please provide full replacement of Multi-Value attribute types";
    return fail(ValidationException, `Unsupported update operation on multi-value attribute ${name}, ${help}`);
  }
  const name = attribute.kind === "structure" ? sameName(attribute.members, member) : undefined;
  if (name === undefined) return fail(ValidationException, `The attribute ${path} is not supported`);
  const { [name]: _before, ...others } = (before ?? {}) as Record<string, Json>;
  return given(value) ? { ...others, [name]: readText(path, value) } : others;
}

function readValue(attribute: Attribute, path: string, value: Exclude<Json, null>): Json {
  switch (attribute.kind) {
    case "text":
      return readText(path, value);
    case "structure":
      return readStructure(attribute.members, path, value);
    case "list":
      if (!Array.isArray(value)) return fail(ValidationException, `The attribute ${path} must be a list`);
      if (value.length > attribute.max)
        fail(ValidationException, `List attribute ${path} exceeds allowed limit of ${attribute.max}`);
      if (value.length === 0) fail(ValidationException, tooShort(path));
      return value.map((item: Json) => readStructure(attribute.members, path, item));
  }
}

function readStructure(members: readonly string[], path: string, value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(ValidationException, `The attribute ${path} must be an object`);
  const entries = Object.entries(value as Readonly<Record<string, Json>>).filter(([, item]) => given(item));
  return Object.fromEntries(entries.map(([key, item]) => readMember(members, `${path}.${key}`, key, item)));
}

function readMember(members: readonly string[], path: string, key: string, value: Json): readonly [string, Json] {
  const name = sameName(members, key) ?? fail(ValidationException, `The attribute ${path} is not supported`);
  if (name !== "Primary") return [name, readText(path, value)];
  return [
    name,
    typeof value === "boolean" ? value : fail(ValidationException, `The attribute ${path} must be a boolean`),
  ];
}

/** Longest text of an attribute [Identity Store API model, SensitiveStringType]. */
const maxLength = 1024;

function readText(path: string, value: Json): string {
  if (typeof value !== "string") return fail(ValidationException, `The attribute ${path} must be a string`);
  if (value === "") fail(ValidationException, tooShort(path));
  if (value.length > maxLength) {
    fail(ValidationException, `${constraint(path)}: Member must have length less than or equal to ${maxLength}`);
  }
  return value;
}

const constraint = (path: string): string =>
  `1 validation error detected: Value at '${path}' failed to satisfy constraint`;
const tooShort = (path: string): string => `${constraint(path)}: Member must have length greater than or equal to 1`;

/** The one extension AWS has [Identity Store API Reference, CreateUser]. */
const enterprise = "aws:identitystore:enterprise";

function withExtension(profile: Profile, path: string, value: Json | undefined): Profile {
  const [name = "", ...members] = path.split(".");
  if (name !== enterprise) return fail(ValidationException, `The attribute ${path} is not supported`);
  const { [name]: before, ...others } = (profile["Extensions"] ?? {}) as Record<string, Json>;
  const after = members.length === 0 ? value : withLeaf(before, members, value);
  const extensions = given(after) ? { ...others, [name]: after } : others;
  return { ...profile, Extensions: Object.keys(extensions).length > 0 ? extensions : undefined };
}

function withLeaf(before: Json | undefined, [member = "", ...rest]: readonly string[], value: Json | undefined): Json {
  const { [member]: inner, ...others } = (before ?? {}) as Record<string, Json>;
  const after = rest.length === 0 ? value : withLeaf(inner, rest, value);
  return given(after) ? { ...others, [member]: after } : others;
}
