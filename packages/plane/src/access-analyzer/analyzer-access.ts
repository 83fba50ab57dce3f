import { ResourceNotFoundException } from "@aws-sdk/client-accessanalyzer";
import type { RequestContext } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import { type Analyzer, analyzers, type ArchiveRule } from "./analyzer-record.ts";

type Where = Pick<Call<unknown>, "tx" | "accountId" | "region">;

/** The ARN of an analyzer of the caller's account [Service Authorization Reference, IAM Access Analyzer]. */
export const analyzerArn = ({ accountId, region }: Pick<Where, "accountId" | "region">, name: string): string =>
  `arn:aws:access-analyzer:${region}:${accountId}:analyzer/${name}`;

/** An analyzer by its ARN, with its tags if there is one. */
export function onAnalyzer({ tx }: Pick<Where, "tx">, arn: string, context: RequestContext = {}): Authorization {
  return { resource: arn, context: { ...resourceTags(tx.get(analyzers, arn)), ...context } };
}

/** An analyzer by its name. */
export const onAnalyzerNamed = (where: Where, name: string): Authorization =>
  onAnalyzer(where, analyzerArn(where, name));

/** An archive rule of an analyzer. */
export const onArchiveRule = (where: Where, name: string, ruleName: string): Authorization => ({
  resource: `${analyzerArn(where, name)}/archive-rule/${ruleName}`,
});

function resourceTags(analyzer: Analyzer | undefined): RequestContext {
  const tags = Object.entries(analyzer?.tags ?? {});
  return Object.fromEntries(tags.map(([key, value]) => [`aws:ResourceTag/${key}`, value]));
}

/** The analyzer of that ARN in the caller's account; AWS's words for its absence are not documented. */
export function ownAnalyzer({ tx, accountId }: Pick<Where, "tx" | "accountId">, arn: string): Analyzer {
  const analyzer = tx.get(analyzers, arn);
  if (analyzer?.accountId === accountId) return analyzer;
  return fail(ResourceNotFoundException, `The analyzer ${arn} does not exist.`, {
    resourceId: arn,
    resourceType: "Analyzer",
  });
}

/** The analyzer of that name in the caller's account. */
export const analyzerNamed = (where: Where, name: string): Analyzer => ownAnalyzer(where, analyzerArn(where, name));

/** The rule of that name. */
export function archiveRuleOf({ archiveRules }: Analyzer, ruleName: string): ArchiveRule {
  return (
    archiveRules.find((rule) => rule.ruleName === ruleName) ??
    fail(ResourceNotFoundException, `The archive rule ${ruleName} does not exist.`, {
      resourceId: ruleName,
      resourceType: "ArchiveRule",
    })
  );
}
