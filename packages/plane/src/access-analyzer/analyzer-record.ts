import type { Criterion } from "@aws-sdk/client-accessanalyzer";
import { collection } from "../frame/collection.ts";

/** Which findings a rule or a question means, by attribute; kept in AWS's words. */
export type FindingFilter = Readonly<Record<string, Criterion>>;

/** Findings that meet the filter when they are made are archived at once. */
export interface ArchiveRule {
  readonly ruleName: string;
  readonly filter: FindingFilter;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An analyzer of access from outside an account or an organization. */
export interface Analyzer {
  readonly arn: string;
  readonly accountId: string;
  readonly name: string;
  readonly type: "ACCOUNT" | "ORGANIZATION";
  readonly createdAt: string;
  readonly archiveRules: readonly ArchiveRule[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Access from outside as it was found: to what, for whom, under which conditions. */
export interface FoundAccess {
  readonly resource: string;
  readonly resourceType: "AWS::IAM::Role";
  readonly resourceOwnerAccount: string;
  readonly principal: Readonly<Record<string, string>>;
  readonly condition: Readonly<Record<string, string>>;
  readonly action: readonly string[];
  readonly isPublic: boolean;
}

/** A finding of an analyzer. */
export interface Finding extends FoundAccess {
  readonly id: string;
  readonly analyzerArn: string;
  readonly status: "ACTIVE" | "ARCHIVED" | "RESOLVED";
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const analyzers = collection<Analyzer>("accessAnalyzer.analyzers")({
  key: (analyzer) => analyzer.arn,
  indexes: { account: (analyzer) => analyzer.accountId },
  security: false,
});

export const findings = collection<Finding>("accessAnalyzer.findings")({
  key: (finding) => finding.id,
  indexes: { analyzer: (finding) => finding.analyzerArn },
  security: false,
});
