import type { Estate } from "../estate.ts";
import { grantInWords } from "../questions/grant.ts";
import type { PromiseClaim } from "./access-promise.ts";
import { holderOf } from "./counterexample.ts";
import { type Finding, grantsInside, type Proving } from "./proving.ts";

/** Whether groups have an assignment outside the accounts named. */
export function reachFinding(claim: PromiseClaim & { kind: "reach" }, proving: Proving): Finding {
  const grants = grantsInside(claim.groups, { kind: "anywhere" }, undefined, proving);
  const accounts = new Set(claim.accounts);
  const beyond = grants.find(({ grant }) => !accounts.has(grant.account));
  const basis = { by: "assignments", checked: grants.length } as const;
  if (beyond === undefined) return { verdict: "proved", ...basis };
  const { grant } = beyond;
  const because = `${grantInWords(grant)} is assigned`;
  const source = grant.source === undefined ? {} : { source: grant.source };
  const who = holderOf(grant, proving.view);
  const counterexample = { who, via: grantInWords(grant), account: grant.account, because, ...source };
  return { verdict: "broken", ...basis, counterexample };
}

/** Whether enough people are in a group. */
export function peopleFinding(claim: PromiseClaim & { kind: "people" }, estate: Estate): Finding {
  const { displayName } = claim.group;
  const members = new Set([
    ...estate.groups.filter((group) => group.displayName === displayName).flatMap((group) => group.members),
    ...estate.iam
      .flatMap((iam) => iam.users)
      .filter((user) => user.groups.includes(displayName))
      .map((user) => user.name),
  ]);
  const basis = { by: "people", checked: members.size } as const;
  if (members.size >= claim.atLeast) return { verdict: "proved", ...basis };
  const because = members.size === 0 ? "nobody is in it" : `only ${[...members].join(", ")}`;
  const account = estate.organization.managementAccount;
  return { verdict: "broken", ...basis, counterexample: { who: displayName, via: displayName, account, because } };
}
