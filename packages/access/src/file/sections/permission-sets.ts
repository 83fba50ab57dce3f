import { isMap } from "yaml";
import { roles } from "../../roles/role-catalogue.ts";
import { mapOf, object, oneOrMany } from "../collection-shapes.ts";
import { text } from "../scalar-shapes.ts";
import { needed, optional, type Shape, type ValueOf } from "../shape.ts";
import { plainData, type PlainData, session } from "../special-shapes.ts";
import type { Word } from "../word.ts";

/** What a permission set uses: an AWS managed policy, a task or a file by name, or a policy written out. */
export type Use =
  | { readonly kind: "named"; readonly word: Word }
  | { readonly kind: "policy"; readonly policy: PlainData };

const named = text("an AWS managed policy, a task or a policy file");
const statements = { description: "IAM statements, or a whole policy.", type: ["array", "object", "string"] };
const written = object("a policy written out", {
  policy: needed(plainData("IAM statements", statements), "IAM statements, or a whole policy."),
});

/** A name, or `{policy: …}`. */
const use: Shape<Use> = {
  words: "an AWS managed policy, a task, a policy file or `{policy: …}`",
  schema: { anyOf: [named.schema, written.schema] },
  read(node, reading, at) {
    if (isMap(node)) {
      const value = written.read(node, reading, at);
      return value === undefined ? undefined : { kind: "policy", policy: value.policy };
    }
    const word = named.read(node, reading, at);
    return word === undefined ? undefined : { kind: "named", word };
  },
};

const tasks = oneOrMany("task names", text("a task name"));
const tags = mapOf("tags", text("a tag value"));

const role: Shape<Word> = {
  ...text("a role"),
  schema: { type: "string", enum: roles.map(({ name }) => name) },
};

const setFields = object("a permission set", {
  role: optional(role, "A ready role, which gives policies, tasks and a session, and is held to its claims."),
  use: optional(
    oneOrMany("policies or tasks", use),
    "AWS managed policies, tasks, policy files, or policies written out; beside those of the role.",
  ),
  never: optional(tasks, "Tasks that are denied whatever else the set allows; beside those of the role."),
  session: optional(
    session,
    "How long a session lasts: `1h` to `12h`; as the role says if absent, `1h` without a role.",
  ),
  boundary: optional(text("a boundary"), "A key of `boundaries`, or an AWS managed policy."),
  description: optional(text("a description"), "Shown in Identity Center."),
  relayState: optional(
    text("a console address", { pattern: /^https:\/\//, example: "https://console.aws.amazon.com/billing/home" }),
    "Where the console opens.",
  ),
  tags: optional(tags, "Tags of the permission set."),
});

/** A permission set: what it gives, what it never gives, for how long. It has a role, or uses something, or both. */
export const permissionSetShape: typeof setFields = {
  ...setFields,
  schema: { ...setFields.schema, anyOf: [{ required: ["role"] }, { required: ["use"] }] },
  read(node, reading, at) {
    const section = setFields.read(node, reading, at);
    if (section === undefined || !isMap(node) || node.has("role") || node.has("use")) return section;
    const detail = { span: section.span, help: "add `role: …` or `use: …`" };
    reading.report("CST0006", "`use` is missing in a permission set without a role", detail);
    return undefined;
  },
};

/** `permission-sets`: by name. */
export const permissionSetsShape = mapOf("permission sets by name", permissionSetShape);

/** What `permission-sets` says of one set. */
export type PermissionSetSection = ValueOf<typeof permissionSetShape>;

/** A permissions boundary: the most that a principal under it can ever do. */
export const boundaryShape = object("a boundary", {
  use: optional(tasks, "Tasks it lets through; everything if absent."),
  never: optional(tasks, "Tasks it never lets through."),
  description: optional(text("a description"), "What the boundary is for."),
});

/** `boundaries`: by name. */
export const boundariesShape = mapOf("boundaries by name", boundaryShape);

/** What `boundaries` says of one boundary. */
export type BoundarySection = ValueOf<typeof boundaryShape>;
