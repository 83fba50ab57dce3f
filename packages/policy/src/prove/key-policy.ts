import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/decision.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { accountIn } from "../pattern/arn.ts";
import type { Caller } from "../principal/caller.ts";
import type { AuthorizationRequest } from "../request/request.ts";
import type { Standpoint } from "./standpoint.ts";

/** Decides a request of a side, with the key policy that its standpoint assumes. */
export function decideAt({ side, caller, keysDelegate }: Standpoint, request: AuthorizationRequest): Decision {
  const delegated = keysDelegate && /^kms:/i.test(request.action) && accountIn(request.resource) === caller.account;
  const resource = delegated ? delegatingPolicy(caller) : undefined;
  return decide({ ...side, ...(resource && { policies: { ...side.policies, resource } }), request });
}

/** The policy that AWS gives a key that was made without one [KMS Developer Guide, key-policy-default, 2025]. */
function delegatingPolicy({ partition, account }: Caller): CompiledPolicy | undefined {
  const statement = {
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const parsed = parsePolicy(text, { kind: "resource" });
  return parsed.kind === "policy" ? compilePolicy(parsed.policy, "default key policy") : undefined;
}
