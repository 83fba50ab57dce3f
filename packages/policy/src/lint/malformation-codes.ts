import type { MalformationName } from "../document/malformation.ts";

/**
 * The issue code under which Access Analyzer tells what the parser refuses; null where a check looks at the same
 * place and says it under a code that depends on more than the refusal, or where AWS has no error for it.
 */
export const malformationCodes = {
  invalidJson: "JSON_SYNTAX_ERROR",
  notAnObject: "DATA_TYPE_MISMATCH",
  unknownElement: null,
  wrongType: "DATA_TYPE_MISMATCH",
  missingStatement: "MISSING_STATEMENT",
  invalidVersion: "INVALID_VERSION",
  oldVersion: null,
  missingEffect: "MISSING_EFFECT",
  invalidEffect: "INVALID_EFFECT",
  effectCase: "INVALID_EFFECT",
  elementClash: "UNSUPPORTED_ELEMENT_COMBINATION",
  missingAction: null,
  missingResource: null,
  prohibitedPrincipal: null,
  prohibitedResource: "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
  missingPrincipal: "MISSING_PRINCIPAL",
  emptyPrincipal: null,
  invalidPrincipal: null,
  trustedStar: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  invalidProvider: null,
  allowNotPrincipal: "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
  trustNotPrincipal: "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
  actionWithoutVendor: null,
  actionColons: null,
  invalidVendor: null,
  trustAction: null,
  resourceNotArn: null,
  resourcePartition: null,
  resourceVendor: null,
  iamRegion: null,
  s3Region: null,
  iamPath: null,
  incompleteResource: null,
  invalidOperator: null,
  invalidDate: null,
  duplicateSid: "UNIQUE_SIDS_REQUIRED",
  invalidSid: "UNSUPPORTED_SID",
  rcpAllow: "RCP_SYNTAX_ERROR_ALLOW",
  rcpNotAction: "RCP_SYNTAX_ERROR_NOTACTION",
  rcpBareStar: null,
} as const satisfies Readonly<Record<MalformationName, string | null>>;

/** The codes of what the parser finds. */
export type MalformationCode = Exclude<(typeof malformationCodes)[MalformationName], null>;
