import { mapOf, object, oneOrMany } from "../collection-shapes.ts";
import { text } from "../scalar-shapes.ts";
import { optional, type ValueOf } from "../shape.ts";
import { day } from "../special-shapes.ts";

/** One line per human: the groups they are in, or the day they left. */
export const personShape = object("a person", {
  is: optional(
    oneOrMany("group names", text("a group name")),
    "The groups the person is in, by their keys in `groups`.",
  ),
  was: optional(
    oneOrMany("group names", text("a group name")),
    "The groups the person shall leave, by their keys in `groups`.",
  ),
  name: optional(
    text("a person's name", { pattern: /^\S(.*\S)?$/, example: "Minji Kim" }),
    "The name shown in the portal; made from the address if absent.",
  ),
  left: optional(day, "The day the person left; they stay in the file until their removal is proven."),
});

/** `people`: by e-mail address. */
export const peopleShape = mapOf("people by e-mail address", personShape);

/** What `people` says of one person. */
export type PersonSection = ValueOf<typeof personShape>;
