import type { Estate } from "../estate.ts";
import { grantInWords } from "../questions/grant.ts";
import type { PromiseClaim } from "./access-promise.ts";
import type { Finding } from "./check-promises.ts";
import type { GrantProbe } from "./grant-probe.ts";

/** Checks that groups have no assignment outside the accounts named. */
export function checkReach(claim: PromiseClaim & { kind: "reach" }, probes: readonly GrantProbe[]): Finding {
  const beyond = probes.find(({ grant }) => !claim.accounts.includes(grant.account));
  const counts = { checked: probes.length, counted: "assignments" as const };
  if (beyond === undefined) return { verdict: "kept", ...counts };
  const { grant, person } = beyond;
  const because = `${grantInWords(grant)} is assigned`;
  const source = grant.source === undefined ? {} : { source: grant.source };
  return {
    verdict: "broken",
    ...counts,
    counterexample: { who: person, via: grantInWords(grant), account: grant.account, because, ...source },
  };
}

/** Checks that enough people are in a group. */
export function checkPeople(claim: PromiseClaim & { kind: "people" }, estate: Estate): Finding {
  const { displayName } = claim.group;
  const members = new Set([
    ...estate.groups.filter((group) => group.displayName === displayName).flatMap((group) => group.members),
    ...estate.iam
      .flatMap((iam) => iam.users)
      .filter((user) => user.groups.includes(displayName))
      .map((user) => user.name),
  ]);
  const counts = { checked: members.size, counted: "people" as const };
  if (members.size >= claim.atLeast) return { verdict: "kept", ...counts };
  const because = members.size === 0 ? "nobody is in it" : `only ${[...members].join(", ")}`;
  return {
    verdict: "broken",
    ...counts,
    counterexample: { who: displayName, via: displayName, account: estate.organization.managementAccount, because },
  };
}
