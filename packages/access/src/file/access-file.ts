import { list, mapOf, object } from "./collection-shapes.ts";
import { text, wholeNumber } from "./scalar-shapes.ts";
import { accessShape, accountsShape, guardrailsShape } from "./sections/accounts.ts";
import { organizationShape } from "./sections/organization.ts";
import { peopleShape } from "./sections/people.ts";
import { boundariesShape, permissionSetsShape } from "./sections/permission-sets.ts";
import { profilesShape, signInShape } from "./sections/settings.ts";
import { tasksShape } from "./sections/tasks.ts";
import { needed, optional, type ValueOf } from "./shape.ts";
import { notBuilt } from "./special-shapes.ts";

/** The versions of the access file that this Castellan reads. */
export const fileVersion = 1;

const names = list("names", text("a name"), { orOne: true });

/** What was there and shall go: removal needs this word. */
const retiredShape = object("`retired`", {
  groups: optional(names, "Groups to delete, by their names in Identity Center."),
  permissionSets: optional(names, "Permission sets to delete."),
  guardrails: optional(names, "Service control policies to detach and delete, by name."),
  access: optional(accessShape, "Cells of the matrix to take away: rows of accounts, in them group: permission set."),
});

/** The whole access file: each section with its shape and a sentence, which reader, messages and editors share. */
export const accessFileShape = object("the access file", {
  castellan: needed(
    wholeNumber("the version of the access file", { min: 0, max: 999 }),
    "The version of the access file: 1.",
  ),
  organization: needed(organizationShape, "Which organization the file is about."),
  owns: optional(
    text("a tag", { pattern: /^[^=\s]{1,128}=[^=]{0,256}$/, example: "castellan=example-corp" }),
    "The tag of what Castellan owns; anything else is reported, never changed.",
  ),
  people: optional(peopleShape, "One line per human, by e-mail address."),
  groups: needed(
    mapOf("groups", text("the group's name in Identity Center")),
    "What you call a group: its name in Identity Center.",
  ),
  tasks: optional(tasksShape, "Named pieces of permission; built-in ones need no line."),
  boundaries: optional(boundariesShape, "The most that a permission set can ever give."),
  permissionSets: needed(permissionSetsShape, "What a group gets: policies and tasks, with what is never given."),
  accounts: needed(accountsShape, "The AWS accounts."),
  access: needed(accessShape, "The matrix: one row per account, in it group: permission set."),
  guardrails: optional(
    guardrailsShape,
    "What nobody may do, administrators included: service control policies by unit.",
  ),
  signIn: optional(signInShape, "How people sign in."),
  profiles: optional(profilesShape, "How the AWS CLI profiles are named."),
  promises: optional(list("promises", text("a promise"), {}), "What must stay true, in sentences."),
  retired: optional(retiredShape, "What was there and shall be removed."),
  borrow: optional(notBuilt("`borrow`"), "Access that is asked for, approved and given back."),
  pipelines: optional(notBuilt("`pipelines`"), "Roles for deployment pipelines."),
  breakGlass: optional(notBuilt("`break-glass`"), "Access for emergencies."),
});

/** An access file as it was read: every name with its place, nothing looked up yet. */
export type AccessFile = ValueOf<typeof accessFileShape>;
