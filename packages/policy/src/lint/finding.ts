import type { Edit } from "../diagnostic.ts";
import type { Located } from "../document/source.ts";

/** The severities of Access Analyzer's policy validation [accessanalyzer-2019-11-01, ValidatePolicyFindingType]. */
export type FindingType = "ERROR" | "SECURITY_WARNING" | "WARNING" | "SUGGESTION";

/** What one check has to say about one place of a policy. */
export interface FoundAt {
  /** The places in the text: nodes of the policy or of the JSON document. */
  readonly at: readonly Located[];
  /** What is wrong, as a sentence: lower case, code in backticks. */
  readonly details: string;
  /** What to do about it. */
  readonly help?: string;
  readonly fix?: readonly Edit[];
}

/** Something that a check found in a policy. */
export interface Finding {
  /** AWS's issue code, such as `INVALID_ACTION`, or one of ours, such as `NEVER_MATCHES`. */
  readonly code: string;
  readonly type: FindingType;
  readonly details: string;
  readonly locations: readonly Located[];
  readonly help?: string;
  readonly fix?: readonly Edit[];
}
