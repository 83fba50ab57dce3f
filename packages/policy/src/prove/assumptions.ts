import type { Question, Region } from "./question.ts";

/** What the answer to a question takes for known. */
export function assumptionsOf({ region, side }: Question): readonly string[] {
  return [
    "the actions are those of the catalogue",
    universeOf(region),
    `the resources belong to ${region.resourceAccounts?.join(", ") ?? "the principal's own account"}`,
    "a context key has the type that the catalogue gives it, and may be absent unless AWS documents it as always present",
    "context keys may have any values together, and `aws:RequestedRegion` need not be the region of the resource",
    "what follows from the principal and the facts given (as `aws:PrincipalArn`) is as `decide` derives it",
    side.policies.resource === undefined
      ? withoutResourcePolicy(region)
      : "the resource policy given protects every resource asked about",
  ];
}

function universeOf({ resources }: Region): string {
  if (resources === "any") return "a resource may be any well-formed ARN, or `*`, for any action";
  return "a resource has an ARN of a type that the catalogue gives for the action, or is `*` where it may be";
}

function withoutResourcePolicy({ keyPolicies }: Region): string {
  return keyPolicies === "delegating"
    ? "KMS keys have the key policy that leaves the decision to the account; no other resource policy grants anything"
    : "no resource policy grants anything: also no trust policy of a role and no policy of a KMS key";
}
