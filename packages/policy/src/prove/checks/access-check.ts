import type { Policy, Statement } from "../../document/policy-node.ts";
import type { AuthorizationRequest } from "../../request/request.ts";

/** Whether a policy grants something: not at all, with a request that gets it, or it cannot be told. */
export type Verdict =
  | { readonly kind: "no" }
  | { readonly kind: "yes"; readonly principal: string; readonly request: AuthorizationRequest }
  | { readonly kind: "unknown"; readonly reasons: readonly string[] };

/** A statement that grants what is asked about, or may. */
export interface GrantingStatement {
  readonly statement: Statement;
  readonly verdict: Exclude<Verdict, { readonly kind: "no" }>;
}

/** The answer to a check: `pass` is proved; a `fail` names the statements that grant or may grant. */
export type AccessCheck =
  | { readonly kind: "pass" }
  | {
      readonly kind: "fail";
      readonly verdict: GrantingStatement["verdict"];
      readonly statements: readonly GrantingStatement[];
    };

/** Asks of a policy, and then of each of its statements alone with everything the policy denies. */
export function checkStatements(policy: Policy, ask: (policy: Policy) => Verdict): AccessCheck {
  const verdict = ask(policy);
  if (verdict.kind === "no") return { kind: "pass" };
  const denies = policy.statements.filter(({ effect }) => effect === "Deny");
  const statements = policy.statements.flatMap((statement): readonly GrantingStatement[] => {
    if (statement.effect === "Deny") return [];
    const own = ask({ ...policy, statements: [...denies, statement] });
    return own.kind === "no" ? [] : [{ statement, verdict: own }];
  });
  return { kind: "fail", verdict, statements };
}
