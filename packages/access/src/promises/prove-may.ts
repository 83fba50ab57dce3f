import type { Proof, Region } from "@castellan/policy";
import { decideGrant } from "../questions/decide-grant.ts";
import type { AccessPromise, PromiseClaim, PromisedGroup } from "./access-promise.ts";
import { becauseInWords, holderOf } from "./counterexample.ts";
import type { KnownGrant } from "./grant-kinds.ts";
import type { Counterexample } from "./promise-result.ts";
import { nothingKnown } from "./prove-never.ts";
import { type Finding, grantsInside, type Proving } from "./proving.ts";
import { grantInWords } from "../questions/grant.ts";

type May = PromiseClaim & { kind: "may" };

/** Proves that in each account of the place each group is allowed each action that stands for the task, on something. */
export function proveMay(claim: May, origin: AccessPromise["origin"], proving: Proving): Finding {
  const { core } = proving.regionsOf(claim.task);
  const own = claim.groups.map((group) => ({ group, grants: grantsInside([group], claim.place, origin, proving) }));
  const basis = { by: "proof", checked: own.reduce((sum, { grants }) => sum + grants.length, 0) } as const;
  if (core.length === 0) return { verdict: "undecided", ...basis, reasons: [nothingKnown(claim.task)] };
  const reasons = new Set<string>();
  for (const { group, grants } of own) {
    const byAccount = new Map<string, KnownGrant[]>();
    for (const known of grants)
      byAccount.set(known.grant.account, [...(byAccount.get(known.grant.account) ?? []), known]);
    for (const account of accountsOf(claim, proving)) {
      const answer = answerIn(byAccount.get(account) ?? [], core, proving);
      if (answer.kind === "refused")
        return { verdict: "broken", ...basis, counterexample: refusal(group, account, answer, proving) };
      for (const reason of answer.reasons) reasons.add(reason);
    }
  }
  return reasons.size === 0
    ? { verdict: "proved", ...basis }
    : { verdict: "undecided", ...basis, reasons: [...reasons] };
}

function accountsOf({ place }: May, { view }: Proving): readonly string[] {
  return place.kind === "anywhere" ? view.estate.accounts.map(({ name }) => name) : place.accounts;
}

type Answer =
  | { readonly kind: "open"; readonly reasons: readonly string[] }
  | { readonly kind: "refused"; readonly action: string; readonly grant?: KnownGrant };

/** Each action must be allowed by one of the grants. */
function answerIn(grants: readonly KnownGrant[], core: readonly (readonly Region[])[], proving: Proving): Answer {
  const open: string[] = [];
  for (const regions of core) {
    const proofs = grants.flatMap(({ kind }) => regions.map((region) => proving.proofs.nothingToSome(kind, region)));
    if (proofs.some(({ kind }) => kind === "refuted")) continue;
    const reasons = [...grants.flatMap(({ kind }) => kind.problems), ...proofs.flatMap(reasonsOf)];
    const [grant] = grants;
    const [action = ""] = regions[0]?.actions ?? [];
    if (reasons.length === 0) return { kind: "refused", action, ...(grant === undefined ? {} : { grant }) };
    open.push(...reasons);
  }
  return { kind: "open", reasons: open };
}

function reasonsOf(proof: Proof): readonly string[] {
  return proof.kind === "undecided" ? proof.reasons : [];
}

function refusal(
  group: PromisedGroup,
  account: string,
  { action, grant: known }: Answer & { kind: "refused" },
  { view }: Proving,
): Counterexample {
  const { key, displayName } = group;
  if (known === undefined)
    return { who: displayName, via: displayName, account, action, because: `\`${key}\` gets nothing in ${account}` };
  const { grant } = known;
  const who = holderOf(grant, view);
  const decision = decideGrant(view, grant, who, { action, resource: "*" });
  const because = becauseInWords(decision);
  const source = grant.source === undefined ? {} : { source: grant.source };
  return { who, via: grantInWords(grant), account, action, resource: "*", because, ...source };
}
