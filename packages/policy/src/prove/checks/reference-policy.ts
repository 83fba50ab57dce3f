import { parsePolicy, readPolicyDocument, type ParsedPolicy } from "../../document/parse-policy.ts";
import type { Policy, PolicyKind, PrincipalEntry, Statement } from "../../document/policy-node.ts";
import { conditionList } from "./condition-list.ts";

/**
 * Parses a policy that others are measured against, whose principals may have wildcards
 * [IAM User Guide, access-analyzer-custom-policy-checks, 2025]: such a principal is read as everybody whose
 * `aws:PrincipalArn` is like it.
 */
export function parseReferencePolicy(text: string, kind: PolicyKind): ParsedPolicy {
  const options = { kind, accept: "meaningful" } as const;
  const { policy, faults } = readPolicyDocument(text, options);
  if (policy === undefined || faults.some(({ name }) => name !== "invalidPrincipal")) return parsePolicy(text, options);
  const entries = policy.statements.flatMap(wildEntries);
  if (entries.length < faults.length || policy.statements.some(isNegated)) return parsePolicy(text, options);
  return { kind: "policy", policy: withoutWildcards(policy) };
}

const isWild = ({ type, value }: PrincipalEntry): boolean => type === "AWS" && value !== "*" && /[*?]/.test(value);

function wildEntries({ principal }: Statement): readonly PrincipalEntry[] {
  return principal?.entries.filter(isWild) ?? [];
}

/** A negated element with a wildcard would mean everybody whose ARN is not like it; nobody has said that AWS reads it so. */
function isNegated(statement: Statement): boolean {
  return statement.principal?.negated === true && wildEntries(statement).length > 0;
}

function withoutWildcards(policy: Policy): Policy {
  return { ...policy, statements: policy.statements.flatMap(splitStatement) };
}

/** The statement for the principals that it names, and once more for each that it describes. */
function splitStatement(statement: Statement): readonly Statement[] {
  const { principal } = statement;
  const wild = wildEntries(statement);
  if (principal === undefined || wild.length === 0) return [statement];
  const plain = principal.entries.filter((entry) => !isWild(entry));
  const described = wild.map((entry): Statement => {
    const like = conditionList({ ArnLike: { "aws:PrincipalArn": [arnsLike(entry.value)] } });
    const everybody: PrincipalEntry = { ...entry, value: "*" };
    return {
      ...statement,
      principal: { ...principal, entries: [everybody] },
      conditions: [...statement.conditions, ...like],
    };
  });
  return [...(plain.length > 0 ? [{ ...statement, principal: { ...principal, entries: plain } }] : []), ...described];
}

/** The root of an account stands for all of its principals. */
const arnsLike = (value: string): string => value.replace(/:root$/, ":*");
