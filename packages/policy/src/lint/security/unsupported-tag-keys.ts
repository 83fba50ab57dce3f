import type { Effect, Text } from "../../document/policy-node.ts";
import type { ActionFacts } from "../../catalog.ts";
import type { FindingType } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { checkConditions, restricts, type ConditionSite } from "../warnings/check-each.ts";

const resourceTag = "aws:resourcetag/";
const requestTag = "aws:requesttag/";

const consequence: Readonly<Record<Effect, string>> = {
  Allow: "so they are never allowed here",
  Deny: "so they are never denied here",
};

/** Conditions on tags of resources whose service does not tell IAM the tags, for statements of one effect. */
export function unsupportedTagKeys(effect: Effect, type: FindingType): readonly LintCheck[] {
  return [
    checkConditions(
      {
        code: `${effect.toUpperCase()}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
        type,
        title: `${effect} with unsupported tag condition key for service`,
      },
      (site) => (testsResourceTag(site, effect) && !site.statement.action.negated ? listedActions(site) : undefined),
    ),
    checkConditions(
      {
        code: `${effect.toUpperCase()}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
        type,
        title: `${effect} NotAction with unsupported tag condition key for service`,
      },
      ({ condition, statement, ...site }) =>
        testsResourceTag({ condition, statement, ...site }, effect) && statement.action.negated
          ? {
              at: [statement.action, condition.key],
              details: `\`NotAction\` also speaks of actions without \`${condition.key.value}\`, ${consequence[effect]}`,
              help: "list the actions in `Action`",
            }
          : undefined,
    ),
  ];
}

function testsResourceTag({ key, condition, statement }: ConditionSite, effect: Effect): boolean {
  return statement.effect === effect && key.startsWith(resourceTag) && restricts(condition);
}

function listedActions({
  condition,
  statement,
  subject,
}: ConditionSite): ReturnType<LintCheck["find"]>[number] | undefined {
  const without = statement.action.patterns.filter((entry) => untagged(entry, subject));
  if (without.length === 0) return undefined;
  const services = [...new Set(without.map(({ value }) => value.split(":")[0]?.toLowerCase() ?? ""))];
  return {
    at: [...without, condition.key],
    details: `actions of ${services.map((name) => `\`${name}\``).join(", ")} come without \`${condition.key.value}\`, ${consequence[statement.effect]}`,
    help: "move them to a statement without this key",
  };
}

/**
 * Whether an action of the entry does not tell IAM the tags of its resource. Actions that set tags on a new
 * resource are left out, as Access Analyzer leaves them out [its findings for AWS managed policies, 2025-11].
 */
function untagged({ value }: Text, { catalog, lookups }: LintSubject): boolean {
  const facts = lookups.facts(lookups.actionsMatching(value));
  const carries = (action: ActionFacts, prefix: string): boolean =>
    [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap((use) => [
        ...use.conditionKeys,
        ...(catalog.service(action.service)?.resourceTypes.find(({ name }) => name === use.name)?.conditionKeys ?? []),
      ]),
    ].some((key) => key.toLowerCase().startsWith(prefix));
  return facts.some((action) => !carries(action, resourceTag) && !carries(action, requestTag));
}
