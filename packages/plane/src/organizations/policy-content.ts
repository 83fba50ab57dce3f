import { MalformedPolicyDocumentException } from "@aws-sdk/client-organizations";
import { type Quota, quotas } from "@castellan/catalog";
import { parsePolicy, type PolicyKind } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import { violates } from "./refusals.ts";

/** What the plane knows of a type of policy; types that are not here are kept as JSON and mean nothing to it. */
interface PolicyTypeRules {
  readonly kind: PolicyKind;
  readonly size: Quota;
  readonly perOrganization: Quota;
  readonly perTarget: Quota;
  /** Policies of the type that a target must have at least. */
  readonly least: number;
}

/** The types that grant or withhold permissions. */
const policyTypeRules: Readonly<Record<string, PolicyTypeRules>> = {
  SERVICE_CONTROL_POLICY: {
    kind: "scp",
    size: quotas["organizations.serviceControlPolicySize"],
    perOrganization: quotas["organizations.serviceControlPolicies"],
    perTarget: quotas["organizations.serviceControlPoliciesPerTarget"],
    least: quotas["organizations.serviceControlPoliciesPerTargetAtLeast"].value,
  },
  RESOURCE_CONTROL_POLICY: {
    kind: "rcp",
    size: quotas["organizations.resourceControlPolicySize"],
    perOrganization: quotas["organizations.resourceControlPolicies"],
    perTarget: quotas["organizations.resourceControlPoliciesPerTarget"],
    least: 0,
  },
};

/** The rules of a policy type; undefined for types the plane only keeps. */
export const rulesOf = (type: string): PolicyTypeRules | undefined => policyTypeRules[type];

const unmet = "The provided policy document does not meet the requirements of the specified policy type.";

/** Fails unless the text can be the content of a policy of that type. */
export function requireContent(type: string, content: string): void {
  const rules = rulesOf(type);
  if (!rules) return isJsonObject(content) ? undefined : fail(MalformedPolicyDocumentException, unmet);
  if (content.length > rules.size.value)
    violates("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum size of a policy document.");
  const parsed = parsePolicy(content, { kind: rules.kind });
  if (parsed.kind === "malformed") fail(MalformedPolicyDocumentException, parsed.message);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
