import type { RoleClaim } from "./role.ts";

/** A claim of a role in words, whatever the accounts are called: `may never manage IAM`. */
export function roleClaimInWords(claim: RoleClaim): string {
  switch (claim.kind) {
    case "may":
      return `may ${claim.task}`;
    case "never":
      return `may never ${claim.task}`;
    case "neverInProduction":
      return `may never ${claim.task} in production`;
    case "onlySandboxes":
      return "may reach only sandboxes";
  }
}
