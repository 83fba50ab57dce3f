import type { Source } from "../estate.ts";
import type { Grant } from "../questions/grant.ts";
import type { EscalationSet } from "./escalation-set.ts";
import type { EscalationStep } from "./find-path.ts";

/** What everybody of an estate can make of what was given to them. */
export interface EscalationReport {
  /** One for grants that answer alike, administrators first, then those with the most paths. */
  readonly findings: readonly EscalationFinding[];
  /** False when the estate knows neither a person nor a group of the name asked about. */
  readonly known: boolean;
  /** How many sets of actions were asked about. */
  readonly sets: number;
  /** Paths that need something the estate does not show are left out. */
  readonly onlyCertain: boolean;
}

/** What holders of grants that answer alike can make of them. */
export interface EscalationFinding {
  readonly grants: readonly Grant[];
  /** Who holds one of them now; of limited ones without those who administer all its accounts by another way. */
  readonly people: readonly string[];
  /** `administrator`: the policies given allow everything in IAM, so that there is nothing to escalate to. */
  readonly standing: "administrator" | "limited";
  readonly paths: readonly EscalationPath[];
  readonly undecided: readonly UndecidedPath[];
  /** Policies that could not be used; the answer does not count them. */
  readonly problems: readonly string[];
  /** Where the permission set stands in the access file. */
  readonly setSource?: Source;
}

/** A path to more rights: every request is allowed, by proof. */
export interface EscalationPath {
  readonly set: EscalationSet;
  readonly steps: readonly EscalationStep[];
  readonly needs: readonly AnsweredNeed[];
  /** Nothing is needed that the estate does not show to be there: the holder becomes administrator for certain. */
  readonly certain: boolean;
  readonly closing: Closing;
}

/** What a path needs besides permission, and what of it the estate shows. */
export interface AnsweredNeed {
  readonly words: string;
  /** Names of what the estate has of it. */
  readonly candidates: readonly string[];
}

/** How a path is closed: refusing one of its actions is enough. */
export interface Closing {
  readonly action: string;
  /** A task of the catalogue for `never:` that has the action; absent where none has. */
  readonly task?: string;
  /** The permission set uses that task itself: it is to be taken out of `use`. */
  readonly used: boolean;
}

/** A set about which the prover could not tell. */
export interface UndecidedPath {
  readonly set: EscalationSet;
  readonly reasons: readonly string[];
}
