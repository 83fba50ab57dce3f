import { mapOf, object, oneOrMany } from "../collection-shapes.ts";
import { text } from "../scalar-shapes.ts";
import { needed, optional, type ValueOf } from "../shape.ts";

const value = text("a value");

/** A task of the file's own: actions, on what, under which conditions. */
export const taskShape = object("a task", {
  allow: needed(
    oneOrMany("actions or task names", text("an action such as `logs:Get*`, or a task")),
    "Action patterns, or other tasks to include.",
  ),
  on: optional(oneOrMany("resource ARNs", text("a resource ARN")), "Resource ARNs; every resource if absent."),
  when: optional(
    mapOf("conditions", oneOrMany("values", value), { pattern: /^(tag .+|request-tag .+|region|from|mfa)$/ }),
    "Conditions: `tag KEY`, `request-tag KEY`, `region`, `from` (addresses), `mfa`.",
  ),
  about: optional(text("a sentence"), "What the task is for."),
});

/** `tasks`: named pieces of permission. */
export const tasksShape = mapOf("tasks by name", taskShape);

/** What `tasks` says of one task. */
export type TaskSection = ValueOf<typeof taskShape>;
