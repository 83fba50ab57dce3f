import { mapOf, object } from "../collection-shapes.ts";
import { text, truth, wholeNumber } from "../scalar-shapes.ts";
import { needed, optional, type ValueOf } from "../shape.ts";
import { notBuilt } from "../special-shapes.ts";

const passwords = object("`passwords`", {
  length: needed(wholeNumber("a number of characters", { min: 8, max: 128 }), "The least number of characters."),
  reuse: optional(
    wholeNumber("a number of passwords", { min: 1, max: 24 }),
    "How many old passwords may not be used again.",
  ),
  expire: optional(
    wholeNumber("a number of days", { min: 1, max: 1095 }),
    "After how many days a password must be changed; never if absent.",
  ),
  plain: optional(
    truth("`true` or `false`"),
    "True where letters alone are enough; else all four kinds of characters are wanted.",
  ),
});

/** `sign-in`: how people sign in. */
export const signInShape = object("`sign-in`", {
  passwords: optional(passwords, "What an IAM password must be like."),
  soleAdministrator: optional(
    text("the reason", { pattern: /\S.{9,}/, example: "one person, one account; root is the second way in" }),
    "Why one administrator is enough here; without it Castellan insists on two.",
  ),
  mfa: optional(notBuilt("`mfa`"), "When a second factor is asked."),
  billingAccess: optional(notBuilt("`billing-access`"), "Whether the root user has switched on IAM access to billing."),
});

/** What `sign-in` says. */
export type SignInSection = ValueOf<typeof signInShape>;

const profileName = text("a profile name", { pattern: /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/, example: "dev" });

/** `profiles`: how the AWS CLI profiles are named. */
export const profilesShape = object("`profiles`", {
  name: optional(
    text("a name with `{account}` and `{short}`", {
      pattern: /^([A-Za-z0-9_.@-]|\{account\}|\{short\})+$/,
      example: "{account}-{short}",
    }),
    "How profiles are named.",
  ),
  short: optional(mapOf("short names by permission set", profileName), "Short names of permission sets."),
  default: optional(profileName, "The profile for daily work; never an administrator's."),
  session: optional(profileName, "The name of the sso-session; the organization's name if absent."),
});

/** What `profiles` says. */
export type ProfilesSection = ValueOf<typeof profilesShape>;
