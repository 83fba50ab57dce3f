import type { Condition, Statement, Text } from "../../document/policy-node.ts";
import type { FindingType, FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { actionCovers } from "../suggestions/action-covers.ts";
import { resourceCovers } from "../suggestions/resource-covers.ts";
import { checkStatements, conditionsOn, isIdentityKind, restricts } from "../warnings/check-each.ts";

/** An action that must be granted for named resources only. */
export interface GuardedAction {
  /** What the codes begin with. */
  readonly codePrefix: "PASS_ROLE" | "CREATE_SLR";
  readonly titlePrefix: "Pass role" | "Create SLR";
  readonly type: FindingType;
  readonly action: string;
  /** What a grant of it on everything lets the holder do. */
  readonly danger: string;
  /** The condition keys that narrow the grant as names of resources would; the first is the usual one. */
  readonly guards: readonly [string, ...string[]];
  /** A resource entry that covers this one covers too much. */
  readonly everything: string;
}

/** How a statement comes to speak of the action. */
type ActionForm = "named" | "star" | "not";
/** How a statement comes to speak of all resources. */
type ResourceForm = "star" | "not";

/** One of the six ways to grant too widely. */
interface WideForm {
  readonly action: ActionForm;
  readonly resource: ResourceForm;
  readonly code: string;
  readonly title: string;
}

const forms: readonly WideForm[] = [
  { action: "named", resource: "not", code: "NOT_RESOURCE", title: "NotResource" },
  { action: "star", resource: "not", code: "STAR_IN_ACTION_AND_NOT_RESOURCE", title: "star in action and NotResource" },
  { action: "not", resource: "not", code: "NOT_ACTION_AND_NOT_RESOURCE", title: "NotAction and NotResource" },
  { action: "named", resource: "star", code: "STAR_IN_RESOURCE", title: "star in resource" },
  { action: "star", resource: "star", code: "STAR_IN_ACTION_AND_RESOURCE", title: "star in action and resource" },
  { action: "not", resource: "star", code: "STAR_IN_RESOURCE_AND_NOT_ACTION", title: "star in resource and NotAction" },
];

/** The six checks of one action. */
export function wideGrantChecks(guarded: GuardedAction): readonly LintCheck[] {
  return forms.map((form) => {
    const head = {
      code: `${guarded.codePrefix}_WITH_${form.code}`,
      type: guarded.type,
      title: `${guarded.titlePrefix} with ${form.title}`,
    };
    return checkStatements(head, (statement, subject) => wideGrant(guarded, form, statement, subject));
  });
}

function wideGrant(
  guarded: GuardedAction,
  form: WideForm,
  statement: Statement,
  subject: LintSubject,
): readonly FoundAt[] {
  if (!isIdentityKind(subject) || statement.effect === "Deny") return [];
  if (guarded.guards.some((key) => conditionsOn(statement, key).some(narrows))) return [];
  const entries = actionEntries(statement, form.action, guarded.action);
  const resources = entries.length === 0 ? [] : wideResources(statement, form.resource, guarded);
  if (resources.length === 0) return [];
  return entries.map((entry) => ({
    at: [entry, ...resources],
    details: `${tellForm(form, entry)} grants \`${guarded.action}\` on more than named roles: ${guarded.danger}`,
    help: `list the roles in \`Resource\`, or add a condition on \`${guarded.guards[0]}\``,
  }));
}

/** A service written with a star before it may be any that ends alike: Access Analyzer takes it for none. */
function narrows(guard: Condition): boolean {
  return restricts(guard) && !guard.values.some(({ value }) => /^[*?]/.test(value));
}

function tellForm(form: WideForm, { value }: Text): string {
  return form.action === "not" ? "`NotAction`" : `\`${value}\``;
}

function actionEntries({ action }: Statement, form: ActionForm, name: string): readonly Text[] {
  const entries = action.patterns.filter(({ value }) => actionCovers(value, name));
  if (form === "not") return action.negated && entries.length === 0 ? action.patterns.slice(0, 1) : [];
  if (action.negated) return [];
  const wanted = entries.filter(({ value }) => /[*?]/.test(value) === (form === "star"));
  return wanted.slice(0, 1);
}

function wideResources({ resource }: Statement, form: ResourceForm, { everything }: GuardedAction): readonly Text[] {
  if (resource === undefined || resource.negated !== (form === "not")) return [];
  if (form === "not") return resource.patterns;
  return resource.patterns.filter(({ value }) => resourceCovers(anyAccount(value), everything, "identity")).slice(0, 1);
}

/** The entry as it would be for every account: all roles of one account are too many already. */
function anyAccount(arn: string): string {
  return arn.replace(/^arn:[^:]*:iam:[^:]*:[^:]+:/, "arn:aws:iam::*:");
}
