import { object } from "../collection-shapes.ts";
import { text } from "../scalar-shapes.ts";
import { needed, optional, type ValueOf } from "../shape.ts";
import { accountId } from "../special-shapes.ts";

/** The ways in which people get access. */
export const methods = ["identity-center", "iam-users"] as const;
/** `identity-center` (recommended) or `iam-users` (the fallback: IAM groups and users in the management account). */
export type Method = (typeof methods)[number];

const region = text("an AWS Region", { pattern: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, example: "ap-northeast-2" });
const portal = text("the portal's address or its first word", {
  pattern: /^(https:\/\/[a-z0-9.:/-]+|[a-z0-9-]{1,63})$/,
  example: "d-9067abcdef",
});

/** `organization`: which organization the file is about. */
export const organizationShape = object("`organization`", {
  name: needed(
    text("a name", { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/, example: "example-corp" }),
    "What you call the organization.",
  ),
  management: needed(accountId, "The management account's id: 12 digits in quotes."),
  region: needed(region, "The home Region of IAM Identity Center."),
  portal: optional(portal, "The AWS access portal: `d-9067abcdef` or its whole address."),
  method: optional(
    text("a method", { among: methods }),
    "How people sign in: Identity Center, or IAM users as the fallback.",
  ),
});

/** What `organization` says. */
export type OrganizationSection = ValueOf<typeof organizationShape>;
