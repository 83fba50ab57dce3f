import { MalformedPolicyDocumentException, type PolicyDescriptorType } from "@aws-sdk/client-sts";
import { quotas } from "@castellan/catalog";
import { parsePolicy } from "@castellan/policy";
import { WireFault } from "@castellan/wire";
import type { SessionClaims } from "../frame/caller.ts";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import type { IamRole } from "../records/iam.ts";

/** What a request says about session policies. */
interface Requested {
  readonly Policy?: string | undefined;
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined;
}

/** The session policies a request passes, as the session's claims hold them; nothing when it passes none. */
export function sessionPolicies(
  call: Pick<Call<unknown>, "tx" | "policies">,
  role: IamRole,
  { Policy: document, PolicyArns = [] }: Requested,
): Pick<SessionClaims, "policies" | "policyArns"> {
  const policyArns = PolicyArns.map(({ arn = "" }) => arn);
  const { value: most } = quotas["sts.managedPoliciesPerSession"];
  if (policyArns.length > most) {
    throw new WireFault(
      "ValidationError",
      400,
      `1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    );
  }
  for (const arn of policyArns) requirePolicy(call, role, arn);
  if (document !== undefined) requireDocument(document);
  return {
    ...(document !== undefined && { policies: [{ id: "session policy", document }] }),
    ...(policyArns.length > 0 && { policyArns }),
  };
}

function requireDocument(document: string): void {
  const parsed = parsePolicy(document, { kind: "session" });
  if (parsed.kind === "malformed") fail(MalformedPolicyDocumentException, parsed.message);
}

/** A managed session policy is AWS's or one of the account that owns the role [STS API Reference, AssumeRole]. */
function requirePolicy({ tx, policies }: Pick<Call<unknown>, "tx" | "policies">, role: IamRole, arn: string): void {
  const reachable =
    arn.startsWith("arn:aws:iam::aws:policy/") || arn.startsWith(`arn:aws:iam::${role.accountId}:policy/`);
  if (reachable && policies.managed(tx, "session", arn)) return;
  throw new WireFault("ValidationError", 400, `Policy ${arn} does not exist or is not attachable.`);
}
