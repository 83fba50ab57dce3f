import { contextValue, type Query } from "../request/query.ts";
import type { Decision, DecisionRule } from "./decision.ts";
import type { Standing } from "./standing.ts";

/** What some credentials can call at all, and what needs no permission [STS API reference, 2025]. */
export function callRule(standing: Standing): Decision | undefined {
  const { query } = standing;
  const { kind } = query.caller;
  if (kind === "unknown")
    return { outcome: "ImplicitDeny", because: [], denyLayer: "identity", rule: "unknownPrincipal" };
  const signed = kind !== "anonymous" && kind !== "identityProvider";
  if (signed && query.action === "sts:getcalleridentity") return needsNothing;
  const refused = refusedCall(standing);
  if (refused !== undefined) return { outcome: "ImplicitDeny", because: [], denyLayer: "session", rule: refused };
  return signed && query.action === "sts:getsessiontoken" ? needsNothing : undefined;
}

const needsNothing: Decision = { outcome: "Allowed", because: [], rule: "needsNoPermission" };

/** The key on whose value it depends whether these credentials can make the call at all; undefined for most. */
export function keyOfCall({ facts, service }: Query): string | undefined {
  return facts.sessionToken === true && service === "iam" ? mfaKey : undefined;
}

const mfaKey = "aws:MultiFactorAuthPresent";

function refusedCall({ query }: Standing): DecisionRule | undefined {
  const { caller, action, service, facts } = query;
  if (caller.kind === "root" && action === "sts:assumerole") return "rootAssumesNoRole";
  if (caller.kind === "federatedUser" && (service === "iam" || service === "sts")) return "credentialsCannotCall";
  if (caller.kind === "roleSession" && (action === "sts:getfederationtoken" || action === "sts:getsessiontoken"))
    return "credentialsCannotCall";
  if (facts.sessionToken !== true) return undefined;
  const mfa = contextValue(query, mfaKey.toLowerCase()) === "true";
  const refused = service === "iam" ? !mfa : service === "sts" && action !== "sts:assumerole";
  return refused ? "credentialsCannotCall" : undefined;
}
