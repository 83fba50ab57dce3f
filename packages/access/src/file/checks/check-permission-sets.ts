import { roles } from "../../roles/role-catalogue.ts";
import { setContents } from "../../roles/set-contents.ts";
import { readStatements, usedPolicy } from "../../roles/used-policy.ts";
import type { BoundarySection, PermissionSetSection, Use } from "../sections/permission-sets.ts";
import type { Entry, Word } from "../word.ts";
import { checkName, type CheckContext, checkNameRule, checkOnce, namesOf, outsideNames } from "./check-context.ts";
import { checkTakenAway } from "./check-taken-away.ts";

/** Most managed policies in a permission set (AWS quota; ten per role is the default that accounts begin with). */
const mostManagedPolicies = 20;

const roleNames = outsideNames(roles.map(({ name }) => name));

/** Checks `permission-sets` and `boundaries`. */
export function checkPermissionSets(context: CheckContext): void {
  for (const entry of context.content.permissionSets) checkSet(entry, context);
  for (const entry of context.content.boundaries ?? []) checkBoundary(entry, context);
}

function checkSet({ key, value }: Entry<PermissionSetSection>, context: CheckContext): void {
  const { reading } = context;
  checkNameRule(
    key,
    { what: "permission set", longest: 32, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" },
    context,
  );
  if (value.role !== undefined) checkName(value.role, roleNames, { code: "CST0111", what: "role" }, context);
  for (const use of value.use ?? []) checkUse(use, context);
  const uses = setContents(value).use.flatMap((use) => (use.kind === "named" ? use.word : []));
  checkOnce(uses, "policy or task", context);
  checkTakenAway({ key, value }, context);
  for (const word of value.never ?? []) checkPatternTask(word, "`never`", context);
  if (value.boundary !== undefined) checkBoundaryName(value.boundary, context);
  if (value.description !== undefined && value.description.text.length > 700) {
    reading.report("CST0204", "the description is too long", {
      span: value.description.span,
      help: "AWS allows 700 characters",
    });
  }
  const managed = uses.filter((word) => usedPolicy(word.text, context)?.kind === "managed");
  if (managed.length > mostManagedPolicies) {
    reading.report("CST0210", `\`${key.text}\` uses ${managed.length} managed policies`, {
      span: key.span,
      help: `AWS allows ${mostManagedPolicies} in a permission set`,
    });
  }
}

function checkUse(use: Use, context: CheckContext): void {
  if (use.kind === "policy") {
    if (readStatements(use.policy.data) !== undefined) return;
    const help = "a list of IAM statements, or a policy with `Statement`";
    context.reading.report("CST0209", "this is not an IAM policy", { span: use.policy.span, help });
    return;
  }
  const found = usedPolicy(use.word.text, context);
  if (found === undefined) {
    const names = [...context.tasks.keys(), ...context.catalog.managedPolicyIndex().map((policy) => policy.name)];
    const help = roleNames.has(use.word.text)
      ? `this is a role: write \`role: ${use.word.text}\``
      : "an AWS managed policy by its exact name, a task, or a file such as `policies/tester.json`";
    checkName(use.word, outsideNames(names), { code: "CST0104", what: "policy or task", help }, context);
  } else if (found.kind === "task") checkPatternTask(use.word, "`use`", context);
}

function checkPatternTask(word: Word, where: string, context: CheckContext): void {
  const places = namesOf(context.content.tasks);
  const names = new Map([...outsideNames(context.tasks.keys()), ...places]);
  if (!checkName(word, names, { code: "CST0105", what: "task" }, context)) return;
  if (context.tasks.get(word.text)?.kind !== "levels") return;
  const help =
    'AWS policies cannot say "every action that writes"; choose a managed policy that does not, and promise it';
  context.reading.report("CST0211", `task \`${word.text}\` cannot stand after ${where}`, { span: word.span, help });
}

function checkBoundaryName(word: Word, context: CheckContext): void {
  const own = namesOf(context.content.boundaries);
  if (own.has(word.text) || context.catalog.managedPolicy(word.text) !== undefined) return;
  checkName(word, own, { code: "CST0107", what: "boundary" }, context);
}

function checkBoundary({ key, value }: Entry<BoundarySection>, context: CheckContext): void {
  checkNameRule(
    key,
    { what: "boundary", longest: 128, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" },
    context,
  );
  for (const word of value.use ?? []) checkPatternTask(word, "`use`", context);
  for (const word of value.never ?? []) checkPatternTask(word, "`never`", context);
}
