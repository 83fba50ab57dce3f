import { type EstateView, isManagement } from "../questions/estate-view.ts";
import type { Grant } from "../questions/grant.ts";
import type { AnsweredNeed } from "./escalation-report.ts";
import type { EscalationNeed, KnownTarget } from "./escalation-set.ts";

/** What an estate shows of the things that paths need. */
export interface KnownTargets {
  readonly view: EstateView;
  /** Grants whose holders are administrators already. */
  readonly administrators: readonly Grant[];
  /** Accounts, by name, to which the administration of Identity Center was delegated. */
  readonly delegated: ReadonlySet<string>;
}

/** The needs of a set that remain for an account, with what the estate has of them; undefined where one cannot be met there. */
export function answerNeeds(
  needs: readonly EscalationNeed[],
  account: string,
  targets: KnownTargets,
): readonly AnsweredNeed[] | undefined {
  if (needs.some((need) => need.kind === "home" && !governs(need.of, account, targets))) return undefined;
  return needs.flatMap((need): readonly AnsweredNeed[] => {
    if (need.kind === "home" || need.kind === "context") return [];
    if (need.kind === "passableRole")
      return [{ words: `a role with more rights that trusts ${need.service}`, candidates: [] }];
    return [{ words: need.what, candidates: need.known === undefined ? [] : candidates[need.known](account, targets) }];
  });
}

/** Identity Center lives in the management account and can be delegated; the organization is governed from there alone. */
function governs(of: "Identity Center" | "the organization", account: string, targets: KnownTargets): boolean {
  const { estate } = targets.view;
  if (of === "the organization") return isManagement(estate, account) && estate.accounts.length > 1;
  return isManagement(estate, account) || targets.delegated.has(account);
}

const candidates: Readonly<Record<KnownTarget, (account: string, targets: KnownTargets) => readonly string[]>> = {
  administratorPermissionSet: (_, { administrators }) =>
    unique(administrators.flatMap((grant) => (grant.kind === "permissionSet" ? [grant.permissionSet] : []))),
  administratorGroup: (_, { administrators }) =>
    unique(
      administrators.flatMap(({ kind, principal }) =>
        kind === "permissionSet" && principal.kind === "group" ? [principal.name] : [],
      ),
    ),
  iamUser: (account, { view }) =>
    view.estate.iam.filter((iam) => iam.account === account).flatMap(({ users }) => users.map(({ name }) => name)),
  memberAccountRole: (_, { view }) =>
    view.estate.accounts.map(({ name }) => name).filter((name) => !isManagement(view.estate, name)),
};

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}

/** Targets that, once they are there, make the caller administrator whatever else is so. */
const sure: ReadonlySet<KnownTarget> = new Set<KnownTarget>(["administratorPermissionSet", "administratorGroup"]);

/** Whether everything needed is known to be there. */
export function isCertain(needs: readonly EscalationNeed[], answers: readonly AnsweredNeed[]): boolean {
  const wanted = needs.filter(({ kind }) => kind === "target" || kind === "passableRole");
  return wanted.every((need, place) => {
    if (need.kind !== "target" || need.known === undefined || !sure.has(need.known)) return false;
    return (answers[place]?.candidates.length ?? 0) > 0;
  });
}
