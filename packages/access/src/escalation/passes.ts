import { type EscalationSet, escalation } from "./escalation-set.ts";

/** A set that hands a role to a service; `iam:PassRole` is the first of its actions. */
export function passes(id: string, service: string, name: string, actions: string, from: string): EscalationSet {
  return escalation(id, name, `iam:PassRole ${actions}`, {
    effect: "role",
    needs: [{ kind: "passableRole", service: `${service}.amazonaws.com` }],
    from,
  });
}
