import type { PromiseClaim, PromisedGroup, PromisedPlace } from "../promises/access-promise.ts";

/** A claim as a sentence of the promises' grammar, so that it can be copied into a file: `developer may never manage IAM in sandbox`. */
export function claimSentence(claim: PromiseClaim): string {
  switch (claim.kind) {
    case "only":
      return `only ${keysOf(claim.groups)} ${claimPredicate(claim)}`;
    case "people":
      return claimPredicate(claim);
    case "may":
    case "never":
    case "reach":
      return `${keysOf(claim.groups)} ${claimPredicate(claim)}`;
  }
}

/** What a claim says of its groups, without naming them: `may never manage IAM in sandbox`. */
export function claimPredicate(claim: PromiseClaim): string {
  switch (claim.kind) {
    case "only":
    case "may":
      return `may ${claim.task.name}${placeInWords(claim.place)}`;
    case "never":
      return `may never ${claim.task.name}${placeInWords(claim.place)}`;
    case "reach":
      return `may reach only ${claim.accounts.join(", ")}`;
    case "people":
      return `always at least ${claim.atLeast} people are ${claim.group.key}`;
  }
}

function keysOf(groups: readonly PromisedGroup[]): string {
  return groups.map(({ key }) => key).join(", ");
}

function placeInWords(place: PromisedPlace): string {
  return place.kind === "anywhere" ? " anywhere" : ` in ${place.accounts.join(", ")}`;
}
