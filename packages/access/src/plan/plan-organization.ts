import type { Diagnostic } from "@castellan/policy";
import type { Account, Estate, UnitPath } from "../estate.ts";
import { makeStep, stepId } from "./make-step.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { isManagementAccount, isOwned, managementName } from "./scope.ts";
import { guardrailStepsBinding } from "./plan-guardrails.ts";
import { missingTags, tagsWithOwner } from "./tags.ts";
import { parentUnit, unitsAbove } from "./unit-paths.ts";

/** Organization, service control policies switched on, units, accounts in their units. */
export function planOrganization(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  if (!needsOrganization(desired, actual)) return emptyPart;
  return joinParts([
    checkManagement(desired, actual, context),
    checkIdentityCenter(desired, actual),
    organizationPart(desired, actual),
    unitsPart(desired, actual, context),
    ...desired.accounts.map((account) => accountPart(account, desired, actual, context)),
  ]);
}

/** True when the file asks for more than IAM inside one stand-alone account, or there is an organization already. */
export function needsOrganization(desired: Estate, actual: Estate): boolean {
  return (
    actual.organization.id !== undefined ||
    desired.accounts.length > 1 ||
    desired.units.length > 0 ||
    desired.serviceControlPolicies.length > 0 ||
    usesIdentityCenter(desired)
  );
}

function usesIdentityCenter(desired: Estate): boolean {
  return desired.permissionSets.length + desired.users.length + desired.groups.length > 0;
}

function refused(...refusals: readonly Diagnostic[]): PlanPart {
  return { ...emptyPart, refusals };
}

function checkManagement(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  const wanted = desired.accounts.find((account) => isManagementAccount(desired, account));
  const found = actual.accounts.find((account) => isManagementAccount(actual, account));
  if (context.scope.accountIds === "nominal" || wanted?.id === undefined || found?.id === undefined) return emptyPart;
  if (wanted.id === found.id) return emptyPart;
  return refused(
    refusal(
      "otherManagementAccount",
      `the file's management account is \`${wanted.id}\`, but these credentials lead to the organization of \`${found.id}\``,
      { source: wanted.source, help: "sign in to the management account that the file names" },
    ),
  );
}

function checkIdentityCenter(desired: Estate, actual: Estate): PlanPart {
  if (actual.organization.identityCenter !== undefined || !usesIdentityCenter(desired)) return emptyPart;
  const text = `enable IAM Identity Center in ${desired.organization.region} from the console of the management account`;
  return {
    ...refused(
      refusal(
        "identityCenterMissing",
        `there is no IAM Identity Center instance in \`${desired.organization.region}\``,
        {
          help: `${text} (AWS offers no API for it), or sign in to the Region it lives in`,
        },
      ),
    ),
    byHand: [{ text }],
  };
}

function organizationPart(desired: Estate, actual: Estate): PlanPart {
  const create = makeStep({ kind: "createOrganization" });
  const enable = makeStep({ kind: "enableServiceControlPolicies" }, { dependsOn: [create.id] });
  const wantsPolicies = desired.organization.serviceControlPoliciesEnabled || desired.serviceControlPolicies.length > 0;
  return {
    ...emptyPart,
    steps: [
      ...(actual.organization.id === undefined ? [create] : []),
      ...(wantsPolicies && !actual.organization.serviceControlPoliciesEnabled ? [enable] : []),
    ],
  };
}

function unitsPart(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  const there = new Set(actual.units.map((unit) => unit.path));
  const sources = new Map(desired.units.map((unit) => [unit.path, unit.source]));
  const wanted = new Set([...sources.keys(), ...desired.accounts.map((account) => account.unit)].flatMap(unitsAbove));
  const missing = [...wanted].filter((path) => !there.has(path)).toSorted();
  const step = (path: UnitPath) =>
    makeStep(
      { kind: "createOrganizationalUnit", path, tags: tagsWithOwner({}, context.owner) },
      {
        source: sources.get(path),
        dependsOn: [stepId("createOrganization"), stepId("createOrganizationalUnit", parentUnit(path))],
      },
    );
  return { ...emptyPart, steps: missing.map(step) };
}

function accountPart(account: Account, desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  const found = actual.accounts.find((candidate) => candidate.name === account.name);
  if (found === undefined) return newAccount(account, desired, context);
  if (!mayChange(account, found, desired, context)) {
    return refused(
      refusal(
        "notOwned",
        `account \`${account.name}\` exists, but neither its tag nor an id in the file makes it ours`,
        {
          source: account.source,
          help: `write its id \`${found.id ?? "unknown"}\` beside the name in the file, if this is the account you mean`,
        },
      ),
    );
  }
  return { ...emptyPart, steps: [...moveSteps(account, found.unit, desired), ...tagSteps(account, found, context)] };
}

function mayChange(account: Account, found: Account, desired: Estate, context: PlanContext): boolean {
  return (
    account.id !== undefined ||
    context.scope.accountIds === "nominal" ||
    isOwned(found.tags, context.owner) ||
    context.adopt.has(account.name) ||
    account.name === managementName(desired)
  );
}

function newAccount(account: Account, desired: Estate, context: PlanContext): PlanPart {
  if (account.name === managementName(desired)) return emptyPart;
  if (context.scope.accountIds === "binding" && account.id !== undefined) {
    return refused(
      refusal("accountNotInOrganization", `account \`${account.name}\` (${account.id}) is not in the organization`, {
        source: account.source,
        help: "invite it, or leave the id out and write `email` to have a new account made",
      }),
    );
  }
  const email = account.email ?? inventedEmail(account, desired, context);
  if (email === undefined) {
    return refused(
      refusal("accountNeedsEmail", `account \`${account.name}\` has to be created and has no \`email\``, {
        source: account.source,
        help: "AWS wants an address that no other account has; it is the root user's",
      }),
    );
  }
  const create = makeStep(
    { kind: "createAccount", account: account.name, email, tags: tagsWithOwner(account.tags, context.owner) },
    { source: account.source, dependsOn: [stepId("createOrganization")] },
  );
  return { ...emptyPart, steps: [create, ...moveSteps(account, "/", desired)] };
}

/** On a plane nobody writes to a root user, so an address that cannot exist will do. */
function inventedEmail(account: Account, desired: Estate, context: PlanContext): string | undefined {
  if (context.scope.accountIds === "binding") return undefined;
  const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${slug(account.name)}@${slug(desired.organization.name)}.invalid`;
}

/** One move, straight to the goal, after the goal's guardrails hang; never to or through the root. */
function moveSteps(account: Account, from: UnitPath, desired: Estate) {
  if (account.unit === from || account.unit === "/") return [];
  return [
    makeStep(
      { kind: "moveAccount", account: account.name, from, to: account.unit },
      {
        source: account.source,
        dependsOn: [
          stepId("createAccount", account.name),
          stepId("createOrganizationalUnit", account.unit),
          ...guardrailStepsBinding(desired, account.unit),
        ],
      },
    ),
  ];
}

function tagSteps(account: Account, found: Account, context: PlanContext) {
  const tags = missingTags(tagsWithOwner(account.tags, context.owner), found.tags);
  if (tags === undefined) return [];
  const dependsOn = [stepId("createOrganization")];
  return [makeStep({ kind: "tagAccount", account: account.name, tags }, { source: account.source, dependsOn })];
}
