import type { CompiledPolicy } from "@castellan/policy";
import type { Estate } from "../estate.ts";
import type { EstateView, GrantPolicies } from "../questions/estate-view.ts";
import type { GrantDocuments } from "../questions/grant-documents.ts";
import { type Grant, grantsOf } from "../questions/grant.ts";
import { mentionReader, type PolicyMentions } from "./policy-mentions.ts";

/**
 * Grants that answer alike to requests that differ in the account only: they have the same policies in every layer, and
 * those policies speak of no account that tells them apart. What is proved for one of them is proved for all.
 */
export interface GrantKind {
  readonly example: Grant;
  /**
   * The same grants without service control policies, which only take away: what is proved to be allowed to nobody
   * without them is allowed to nobody under any. Absent where there are none.
   */
  readonly unguarded?: GrantKind;
  readonly policies: GrantPolicies["policies"];
  /** Why a proof about these grants would not be one. */
  readonly problems: readonly string[];
  readonly mentions: PolicyMentions;
  /** The ids that the account may have: its own, or those that AWS may still give it and that its policies name. */
  readonly accountIds: readonly string[];
}

/** A grant with its kind. */
export interface KnownGrant {
  readonly grant: Grant;
  readonly kind: GrantKind;
}

/** Every grant of an estate with its kind. */
export function knownGrants(view: EstateView): readonly KnownGrant[] {
  const kindOf = kindReader(view);
  return grantsOf(view.estate).map((grant) => ({ grant, kind: kindOf(grant) }));
}

function kindReader(view: EstateView): (grant: Grant) => GrantKind {
  const mentionsOf = mentionReader();
  const taken = accountIds(view.estate);
  const bare = unguardedReader(view, mentionsOf, taken);
  const byDocuments = new Map<GrantDocuments, Map<string, GrantKind>>();
  return (grant) => {
    const documents = view.documentsOf(grant);
    const kinds = byDocuments.get(documents) ?? new Map<string, GrantKind>();
    byDocuments.set(documents, kinds);
    const mentions = mentionsOf(documents);
    const { managementAccount } = view.bearerOf(grant, "").facts;
    const key = `${String(managementAccount)} ${standing(grant, taken.get(grant.account), mentions)}`;
    const known = kinds.get(key);
    if (known !== undefined) return known;
    const kind = kindOf(view, grant, mentions, taken);
    const made = kind.policies.scps === undefined ? kind : { ...kind, unguarded: bare(grant, documents, kind) };
    kinds.set(key, made);
    return made;
  };
}

/** Kinds without service control policies, each once for all the paths on which accounts lie. */
function unguardedReader(
  view: EstateView,
  mentionsOf: (documents: GrantDocuments) => PolicyMentions,
  taken: ReadonlyMap<string, string>,
): (grant: Grant, documents: GrantDocuments, kind: GrantKind) => GrantKind {
  const known = new Map<string, GrantKind>();
  const numberOf = numbering();
  return (grant, documents, { policies: { scps: _scps, ...policies } }) => {
    const mentions = mentionsOf({ ...documents, levels: [] });
    const own = grant.kind === "permissionSet" ? grant.permissionSet : [grant.account, grant.principal.name];
    const numbers = [...(policies.identity ?? []).map(numberOf), policies.boundary && numberOf(policies.boundary)];
    const key = JSON.stringify([own, numbers, standing(grant, taken.get(grant.account), mentions)]);
    const found = known.get(key) ?? { ...kindOf(view, grant, mentions, taken), policies };
    known.set(key, found);
    return found;
  };
}

function kindOf(
  view: EstateView,
  grant: Grant,
  mentions: PolicyMentions,
  taken: ReadonlyMap<string, string>,
): GrantKind {
  const { policies, problems } = view.policiesOf(grant);
  const { accountId } = view.bearerOf(grant, "");
  const hasId = taken.has(grant.account);
  return {
    example: grant,
    policies,
    mentions,
    accountIds: hasId ? [accountId] : [accountId, ...open(mentions, taken)],
    problems: hasId || !mentions.accountParts ? problems : [...problems, noId(grant)],
  };
}

function numbering(): (policy: CompiledPolicy) => number {
  const numbers = new Map<CompiledPolicy, number>();
  return (policy) => {
    const number = numbers.get(policy) ?? numbers.size;
    numbers.set(policy, number);
    return number;
  };
}

function accountIds({ accounts }: Estate): ReadonlyMap<string, string> {
  return new Map(accounts.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id]])));
}

function noId({ account }: Grant): string {
  return `policies speak of accounts by a part of their ids, and \`${account}\` has no id yet`;
}

/** What tells the grant's account from others for its policies; nothing where they do not speak of it. */
function standing({ account }: Grant, id: string | undefined, mentions: PolicyMentions): string {
  if (mentions.accountParts) return account;
  if (id === undefined) return mentions.accountIds.size === 0 ? "" : "?";
  return mentions.accountIds.has(id) ? id : "";
}

/** The ids that policies name and no account of the estate has. */
function open({ accountIds: named }: PolicyMentions, taken: ReadonlyMap<string, string>): readonly string[] {
  const known = new Set(taken.values());
  return [...named].filter((id) => !known.has(id));
}
