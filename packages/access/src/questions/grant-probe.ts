import { decide, type Decision, type DecisionInput } from "@castellan/policy";
import { decisionInputs, type GrantRequest } from "./decide-grant.ts";
import type { EstateView } from "./estate-view.ts";
import { type Grant, holdersOf } from "./grant.ts";
import { unknownAccountId } from "./principal-arn.ts";
import { type NarrowStatement, narrowStatements } from "./narrow-statement.ts";
import { sampleRequests } from "./sample-requests.ts";

/** Stands for somebody who would come into a group that is empty now. */
const somebody = "somebody@example.com";

/** A grant with what is needed to ask it about many actions. */
export interface GrantProbe {
  readonly view: EstateView;
  readonly grant: Grant;
  readonly person: string;
  readonly statements: readonly NarrowStatement[];
  readonly problems: readonly string[];
  /** Makes a request of the grant's holder ready to be decided. */
  readonly inputOf: (request: GrantRequest) => DecisionInput;
}

/** Prepares a grant for many questions, asked by one of its holders. */
export function probeGrant(
  view: EstateView,
  grant: Grant,
  person = holdersOf(grant, view.estate)[0] ?? somebody,
): GrantProbe {
  const statements = view.documentsOf(grant).identity.flatMap(({ document }) => narrowStatements(document));
  return {
    view,
    grant,
    person,
    statements,
    problems: view.policiesOf(grant).problems,
    inputOf: decisionInputs(view, grant, person),
  };
}

/** What asking about an action came to: the first request that is decided as looked for, if there is one. */
export interface ProbeAnswer {
  readonly checked: number;
  readonly found?: { readonly request: GrantRequest; readonly decision: Decision };
  /** The last decision that was not looked for. */
  readonly other?: { readonly request: GrantRequest; readonly decision: Decision };
}

/** Looks for a request for the action that the grant allows. */
export function findAllowed(probe: GrantProbe, action: string): ProbeAnswer {
  let checked = 0;
  let other: ProbeAnswer["other"];
  for (const request of sampleRequests(action, probe.statements, settingOf(probe))) {
    const decision = decide(probe.inputOf(request));
    checked += 1;
    if (decision.outcome === "Allowed") return { checked, found: { request, decision } };
    other = { request, decision };
  }
  return other === undefined ? { checked } : { checked, other };
}

function settingOf({ view, grant, person }: GrantProbe): { accountId: string; region: string; person: string } {
  const accountId = view.estate.accounts.find((account) => account.name === grant.account)?.id ?? unknownAccountId;
  return { accountId, region: view.estate.organization.region, person };
}
