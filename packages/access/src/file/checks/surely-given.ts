import { findGuardrail, parseGuardrailPhrase } from "../../guardrails/guardrail-policy.ts";
import { managementAccount } from "../../resolve/resolving.ts";
import { setContents } from "../../roles/set-contents.ts";
import { usedPolicy } from "../../roles/used-policy.ts";
import { actionMatcher } from "../../tasks/action-matcher.ts";
import { expandTask } from "../../tasks/expand-task.ts";
import type { PatternTask } from "../../tasks/task.ts";
import type { PolicyStatement } from "../../tasks/task-statements.ts";
import type { PermissionSetSection, Use } from "../sections/permission-sets.ts";
import { everywhere, unitNames } from "./check-accounts.ts";
import type { CheckContext } from "./check-context.ts";

/**
 * Whether something of a task that a permission set uses is left in an account for certain: an action that neither the set nor a
 * guardrail of the account denies. Says no where that would have to be proved.
 */
export function isSurelyGiven(
  task: PatternTask,
  section: PermissionSetSection,
  account: string,
  context: CheckContext,
): boolean {
  const { use, never } = setContents(section);
  if (section.boundary !== undefined || use.some((one) => mayDeny(one, context))) return false;
  const pieces = task.pieces.filter(({ boundaryOnly }) => boundaryOnly !== true);
  const denied = never.flatMap(({ text }) => {
    const taken = context.tasks.get(text);
    return taken?.kind === "patterns" ? taken.pieces.flatMap(({ actions }) => actions) : [];
  });
  const isDenied = isDeniedBy([{ Action: denied }, ...guardrailDenials(account, context)]);
  return expandTask({ ...task, pieces }, context.catalog).some((action) => !isDenied(action));
}

/** Whether a policy may hold a denial: that of a file is not known here. */
function mayDeny(use: Use, context: CheckContext): boolean {
  if (use.kind === "policy") return JSON.stringify(use.policy.data).includes("Deny");
  const found = usedPolicy(use.word.text, context);
  return found?.kind === "file" || (found?.kind === "managed" && found.policy.document.includes('"Deny"'));
}

type Denial = Pick<PolicyStatement, "Action" | "NotAction">;

function isDeniedBy(denials: readonly Denial[]): (action: string) => boolean {
  const tests = denials.map(({ Action, NotAction }) => {
    const matchers = [NotAction ?? Action ?? []].flat().map(actionMatcher);
    return { matchers, isNegated: NotAction !== undefined };
  });
  return (action) => {
    const [service = "", name = ""] = action.split(":");
    const facts = { service, name, accessLevel: "" };
    return tests.some(({ matchers, isNegated }) => matchers.some((matches) => matches(facts)) !== isNegated);
  };
}

/** The statements of the guardrails over an account that can deny whatever its people ask for; none over the management account. */
function guardrailDenials(account: string, { content }: CheckContext): readonly PolicyStatement[] {
  if (account === managementAccount(content)) return [];
  const units = unitNames(content);
  const own = content.accounts.find(({ key }) => key.text === account)?.value.unit?.text ?? "";
  const words = (content.guardrails ?? [])
    .filter(({ key: { text } }) => text === everywhere || text === account || isInside(own, units.get(text)))
    .flatMap(({ value }) => value);
  return words.flatMap((word) => {
    const phrase = parseGuardrailPhrase(word.text);
    const statements = findGuardrail(phrase.name)?.statements(phrase.words) ?? [];
    return statements.filter((statement) => !isAvoidable(statement));
  });
}

function isInside(unit: string, parent: string | undefined): boolean {
  return parent !== undefined && `${unit}/`.startsWith(`${parent}/`);
}

/** Whether a denial is one of other Regions, or of root users only. */
function isAvoidable({ Condition = {} }: PolicyStatement): boolean {
  const tests = Object.values(Condition);
  if (tests.some((keys) => "aws:RequestedRegion" in keys)) return true;
  const principals = Condition["ArnLike"]?.["aws:PrincipalArn"] ?? [];
  return principals.length > 0 && principals.every((arn) => arn.endsWith(":root"));
}
