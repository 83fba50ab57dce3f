import type { PrincipalEntry } from "../../document/policy-node.ts";
import { parseArn } from "../../pattern/arn.ts";
import { lastPart } from "../../principal/principal-name.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkStatements } from "../warnings/check-each.ts";

/** Sessions of a role that is trusted as a whole. */
export const redundantTrust: LintCheck = checkStatements(
  {
    code: "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
    type: "SUGGESTION",
    title: "Redundant principal in role trust policy",
  },
  ({ principal }, { kind }) => {
    if (kind !== "trust" || principal === undefined || principal.negated) return [];
    const roles = new Map(principal.entries.flatMap((entry) => named(entry, "role")));
    return principal.entries
      .flatMap((entry) => named(entry, "assumed-role"))
      .flatMap(([role, session]) => {
        const parent = roles.get(role);
        return parent === undefined
          ? []
          : [
              {
                at: [session],
                details: `\`${session.value}\` is a session of \`${parent.value}\`, which is trusted already`,
                help: "remove the session",
              },
            ];
      });
  },
);

/** The entry under account and role name, when it is an ARN of this type. */
function named(entry: PrincipalEntry, type: "role" | "assumed-role"): readonly [role: string, entry: PrincipalEntry][] {
  const arn = entry.type === "AWS" ? parseArn(entry.value) : undefined;
  if (arn === undefined || !arn.resource.startsWith(`${type}/`)) return [];
  const rest = arn.resource.slice(type.length + 1);
  return [[`${arn.accountId} ${type === "role" ? lastPart(rest) : (rest.split("/")[0] ?? "")}`, entry]];
}
