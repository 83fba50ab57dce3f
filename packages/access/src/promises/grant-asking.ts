import type { ProofSide, Region } from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import type { Grant } from "../questions/grant.ts";
import { unknownAccountId } from "../questions/principal-arn.ts";
import type { GrantKind } from "./grant-kinds.ts";
import { conditionsOf } from "./task-regions.ts";

/** A principal that stands for many, with what is left free about it. */
export interface Asking {
  readonly side: ProofSide;
  readonly free?: readonly string[];
  readonly conditions?: Region["conditions"];
}

/** The last characters of a reserved role's name are AWS's choice. */
const suffix = /(AWSReservedSSO_.*_)[0-9a-f]{16}$/;
const personKeys = ["aws:userid", "aws:username"];

/**
 * Everybody who may ever hold a grant of a kind: one principal for each id that the account may have. What differs
 * from holder to holder is left free where the policies speak of it.
 */
export function askings(view: EstateView, kind: GrantKind, grant: Grant): readonly Asking[] {
  return idsFor(view, kind, grant).map((id) => asking(view, kind, grant, anybody, id));
}

/** A holder alone. */
export function holderAskings(view: EstateView, kind: GrantKind, grant: Grant, person: string): readonly Asking[] {
  return idsFor(view, kind, grant).map((id) => ({ side: sideOf(view, kind, grant, person, id) }));
}

/** Whether the answer may differ from one holder to another: sessions of a role differ in nothing that is known. */
export function dependsOnHolder({ mentions }: GrantKind, grant: Grant): boolean {
  return grant.kind === "iamGroup" && (mentions.person || mentions.principalArn);
}

const anybody = "somebody@example.com";

function idsFor(view: EstateView, kind: GrantKind, grant: Grant): readonly string[] {
  const { accountId } = view.bearerOf(grant, anybody);
  return accountId === unknownAccountId ? kind.accountIds : [accountId];
}

function asking(view: EstateView, kind: GrantKind, grant: Grant, person: string, id: string): Asking {
  const side = sideOf(view, kind, grant, person, id);
  const arn = kind.mentions.principalArn ? openArn(grant, side) : undefined;
  const free = [
    ...(arn === undefined ? [] : ["aws:principalarn"]),
    ...(dependsOnHolder(kind, grant) ? personKeys : []),
  ];
  return {
    side,
    ...(free.length === 0 ? {} : { free }),
    ...(arn === undefined ? {} : { conditions: conditionsOf({ ArnLike: { "aws:PrincipalArn": [arn] } }) }),
  };
}

function sideOf(view: EstateView, { policies }: GrantKind, grant: Grant, person: string, id: string): ProofSide {
  const { principal, facts } = view.bearerOf(grant, person);
  const named = (arn: string): string => arn.replace(`:${unknownAccountId}:`, `:${id}:`);
  const role = facts.roleArn === undefined ? {} : { roleArn: named(facts.roleArn) };
  return { principal: named(principal), policies, facts: { ...facts, ...role } };
}

/** The ARNs that `aws:PrincipalArn` may be for holders of the grant. */
function openArn(grant: Grant, { principal, facts }: ProofSide): string | undefined {
  if (grant.kind === "iamGroup") return principal.replace(/[^/]*$/, "*");
  return facts?.roleArn?.replace(suffix, `$1${"?".repeat(16)}`);
}
