import { MalformedPolicyDocumentException } from "@aws-sdk/client-iam";
import { parsePolicy, type Policy, type PolicyKind } from "@castellan/policy";
import { fail } from "../frame/fault.ts";

/** A document as IAM shows it: percent-encoded after RFC 3986. */
export const encodeDocument = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The parsed document, or MalformedPolicyDocument. `managed`: IAM asks more of managed policies than of inline ones. */
export function checkDocument(text: string, kind: PolicyKind, managed = false): Policy {
  const parsed = parsePolicy(text, { kind, managed });
  return parsed.kind === "policy" ? parsed.policy : fail(MalformedPolicyDocumentException, parsed.message);
}

/** Characters that count towards size quotas: all but white space [IAM User Guide, reference_iam-quotas]. */
export const sizeOf = (text: string): number => text.replace(/\s/g, "").length;
