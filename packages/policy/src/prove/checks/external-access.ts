import type { Policy, PrincipalEntry, PrincipalType, Statement } from "../../document/policy-node.ts";
import { parsePrincipalName } from "../../principal/principal-name.ts";
import type { Prover } from "../prover.ts";
import type { Verdict } from "./access-check.ts";
import { askClasses } from "./ask-classes.ts";
import { anonymous, otherAccount, sessionOf } from "./named-principals.ts";
import { membersOf, membersOfOthers, namedPrincipal, type PrincipalClass } from "./principal-class.ts";
import { resourceUniverse } from "./resource-universe.ts";
import { publicOf } from "./strangers.ts";
import { strangersConditions } from "./trusted-keys.ts";

/** Whom the owner of a resource trusts: an account, or the accounts of an organization. */
export interface ZoneOfTrust {
  readonly accounts: readonly string[];
  readonly organization?: string;
}

/** What a statement lets a principal outside the zone of trust do; in doubt it counts as let. */
export interface ExternalAccess {
  readonly statement: Statement;
  /** As the statement names it; everybody is `*` of type `AWS`. */
  readonly principal: Pick<PrincipalEntry, "type" | "value">;
  readonly isPublic: boolean;
  readonly verdict: Exclude<Verdict, { readonly kind: "no" }>;
}

/** The principals outside a zone of trust that a resource policy lets in; services are never outside. */
export function externalAccess(policy: Policy, zone: ZoneOfTrust, prover: Prover): readonly ExternalAccess[] {
  const denies = policy.statements.filter(({ effect }) => effect === "Deny");
  return policy.statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap((statement) =>
      partsOf(statement).flatMap(({ principal, part }) => {
        const alone = { ...policy, statements: [...denies, part] };
        const verdict = askOutside(alone, classesOutside(principal, zone), zone, prover);
        if (verdict.kind === "no") return [];
        return [{ statement, principal, isPublic: isPublic(alone, prover), verdict }];
      }),
    );
}

/** A statement for each principal that it names. */
function partsOf(statement: Statement): readonly { principal: ExternalAccess["principal"]; part: Statement }[] {
  const { principal: element } = statement;
  if (element === undefined) return [];
  const everybody = { type: "AWS", value: "*" } as const;
  if (element.negated) return [{ principal: everybody, part: statement }];
  return element.entries.map((entry) => ({
    principal: entry.value === "*" ? everybody : { type: entry.type, value: entry.value },
    part: { ...statement, principal: { ...element, entries: [entry] } },
  }));
}

function isPublic(policy: Policy, prover: Prover): boolean {
  return askClasses({ prover, ...publicOf(policy) })(policy).kind !== "no";
}

function askOutside(
  policy: Policy,
  classes: readonly PrincipalClass[],
  { accounts, organization }: ZoneOfTrust,
  prover: Prover,
): Verdict {
  const insiders = { accounts, organizations: organization === undefined ? [] : [organization], named: false };
  const region = {
    ...(organization !== undefined && { context: { "aws:ResourceOrgID": organization } }),
    conditions: strangersConditions(policy, insiders),
  };
  const { owners, ...universe } = resourceUniverse([policy]);
  const inside = { ...universe, owners: [...new Set([...accounts.slice(0, 1), ...owners.slice(1)])] };
  return askClasses({ prover, classes, universe: inside, region })(policy);
}

type Outside = (value: string, zone: ZoneOfTrust) => readonly PrincipalClass[];

function classesOutside({ type, value }: ExternalAccess["principal"], zone: ZoneOfTrust): readonly PrincipalClass[] {
  return outsideOf[type](value, zone);
}

const anybodyOutside: Outside = (_, { accounts }) => [membersOfOthers(otherAccount(accounts), accounts), anonymous];

const outsideOf: Readonly<Record<PrincipalType, Outside>> = {
  "*": anybodyOutside,
  AWS: (value, zone) => (value === "*" ? anybodyOutside(value, zone) : namedOutside(value, zone)),
  Service: () => [],
  Federated: (value) => [namedPrincipal(value)],
  CanonicalUser: (value, { accounts }) => [
    membersOfOthers(otherAccount(accounts), accounts, { canonicalUserId: value }),
  ],
};

/** The id of a user or role stands for one that no longer exists [IAM User Guide, reference_policies_elements_principal, 2025]. */
function namedOutside(value: string, { accounts }: ZoneOfTrust): readonly PrincipalClass[] {
  const name = parsePrincipalName(value);
  if (name === undefined || name.kind === "uniqueId") return [];
  if (name.kind === "account") return accounts.includes(name.account) ? [] : [membersOf(name.account, [])];
  const account = name.arn.split(":")[4] ?? "";
  if (accounts.includes(account)) return [];
  return [name.kind === "role" ? sessionOf(name.arn, name.account, name.name) : namedPrincipal(name.arn)];
}
