import { mapOf, object, oneOrMany } from "../collection-shapes.ts";
import { text } from "../scalar-shapes.ts";
import { optional, type ValueOf } from "../shape.ts";
import { accountId, email, notBuilt } from "../special-shapes.ts";

/** One AWS account. Without an id it is created. */
export const accountShape = object("an account", {
  id: optional(accountId, "The account's id: 12 digits in quotes; absent for an account that shall be created."),
  email: optional(email, "The root user's address; needed to create the account."),
  unit: optional(
    text("an organizational unit", { pattern: /^[^/]+(\/[^/]+)*$/, example: "Workloads" }),
    "The organizational unit: `Workloads`, or `Workloads/Production`.",
  ),
  tags: optional(mapOf("tags", text("a tag value")), "Tags of the account."),
  budget: optional(notBuilt("`budget`"), "What the account may cost a month."),
  expiresTag: optional(notBuilt("`expires-tag`"), "Whether resources must say when they expire."),
});

/** `accounts`: by name. */
export const accountsShape = mapOf("accounts by name", accountShape);

/** What `accounts` says of one account. */
export type AccountSection = ValueOf<typeof accountShape>;

const setNames = oneOrMany("permission sets", text("a permission set"));

/** `access`: one row per account (or `everywhere`), in it group: permission set. */
export const accessShape = mapOf("rows by account", mapOf("permission sets by group", setNames));

/** `guardrails`: by unit, account or `everywhere`, the names of guardrails with their words. */
export const guardrailsShape = mapOf(
  "guardrails by unit",
  oneOrMany("guardrails", text("a guardrail such as `no-iam-users`")),
);
