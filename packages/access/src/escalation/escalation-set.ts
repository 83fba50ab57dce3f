import type { RequestContext } from "@castellan/policy";

/** What the caller gains: more rights of its own, the rights of somebody else, or code that runs with a role's rights. */
export type EscalationEffect = "self" | "other" | "role";

/** What has to be there besides permission. */
export type EscalationNeed =
  | {
      /** A role that trusts the service and may be handed to it. */
      readonly kind: "passableRole";
      /** As in `iam:PassedToService`. */
      readonly service: string;
    }
  | {
      /** Something in the account, in words that go on from `needs`. */
      readonly kind: "target";
      readonly what: string;
      /** What the estate itself may show to be there. */
      readonly known?: KnownTarget;
    }
  | {
      /** The request must be made in the account from which Identity Center, or the organization, is governed. */
      readonly kind: "home";
      readonly of: "Identity Center" | "the organization";
    }
  | {
      /** The request for the action must carry one of these, or it does not lead on. */
      readonly kind: "context";
      readonly action: string;
      readonly oneOf: readonly RequestContext[];
    };

/** A target that an estate can name. */
export type KnownTarget = "administratorPermissionSet" | "administratorGroup" | "iamUser" | "memberAccountRole";

/** Whose IAM object the requests are about: the caller's own, or another's. */
export type EscalationSubject = "own" | "another";

/** Actions that together, and no fewer of them, lead to more rights. */
export interface EscalationSet {
  readonly id: string;
  /** What is done, in words that complete `whoever may call these`. */
  readonly name: string;
  /** In the order in which they are called. */
  readonly actions: readonly string[];
  readonly effect: EscalationEffect;
  readonly subject: EscalationSubject;
  readonly needs: readonly EscalationNeed[];
  readonly sources: readonly EscalationSource[];
  /** Why it is not asked about: a pattern, whose holder has the sets within it, or a service that AWS has shut down. */
  readonly skipped?: "pattern" | "retired";
}

/** The lists that the table was merged from: public ones, and our own analysis. */
export const escalationSources = {
  F: { name: "pathfinding.cloud", link: "https://pathfinding.cloud/paths/" },
  W: {
    name: "prowler",
    link: "https://github.com/prowler-cloud/prowler/blob/master/prowler/providers/aws/services/iam/lib/privilege_escalation.py",
  },
  C: {
    name: "cloudsplaining",
    link: "https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/shared/constants.py",
  },
  H: { name: "hackingthe.cloud", link: "https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/" },
  R: { name: "Rhino Security Labs", link: "https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation" },
  L: { name: "parliament", link: "https://github.com/duo-labs/parliament" },
  P: { name: "PMapper", link: "https://github.com/nccgroup/PMapper" },
  own: { name: "Castellan", link: "docs/escalation.md#what-no-list-has" },
} as const;

/** One of the lists. */
export type EscalationSource = keyof typeof escalationSources;

/** Letters of sources as they stand in a table's row: `FWC`. */
export function sourcesOf(letters: string): readonly EscalationSource[] {
  return letters === "own"
    ? ["own"]
    : letters.split("").filter((letter): letter is EscalationSource => letter in escalationSources);
}

/** What a row of the table says besides the actions. */
export interface SetFacts {
  readonly effect: EscalationEffect;
  readonly subject?: EscalationSubject;
  readonly needs?: readonly EscalationNeed[];
  /** Letters of the sources, or `own`. */
  readonly from: string;
  readonly skipped?: EscalationSet["skipped"];
}

/** A row of the table; actions are separated by spaces. */
export function escalation(id: string, name: string, actions: string, facts: SetFacts): EscalationSet {
  const { effect, subject = effect === "self" ? "own" : "another", needs = [], from, skipped } = facts;
  return {
    id,
    name,
    actions: actions.split(" "),
    effect,
    subject,
    needs,
    sources: sourcesOf(from),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** A target in words, `needs …`; `known` where an estate can name one. */
export function target(what: string, known?: KnownTarget): readonly EscalationNeed[] {
  return [{ kind: "target", what, ...(known === undefined ? {} : { known }) }];
}
