import { trustActions } from "../../document/check-action.ts";
import type { Text } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { matchesGlob } from "../../pattern/glob.ts";
import { readArn, resourcePatterns } from "./read-arn.ts";
import { attachedResources, type AttachedResource } from "./attached-resource.ts";
import { errorCheck } from "./error-check.ts";

/** Errors of a policy that hangs on one type of resource. */
export const attachmentErrors: readonly LintCheck[] = [
  errorCheck("UNSUPPORTED_ACTION_IN_POLICY", "Unsupported action in policy", findActions),
  errorCheck("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", "Unsupported resource ARN in policy", findResources),
];

function findActions(subject: LintSubject): readonly FoundAt[] {
  const noun = subject.resourceType ?? "AWS::IAM::AssumeRolePolicyDocument";
  return subject.statements
    .flatMap(({ action }) => action.patterns)
    .filter((pattern) => !isSupported(subject, pattern))
    .map((pattern) => ({
      at: [pattern],
      details: `\`${pattern.value}\` has no effect in the policy of \`${noun}\``,
      help: "name actions on the resource that the policy is attached to",
    }));
}

/** Whether an action pattern covers something that can happen to the resource; an unknown action is told elsewhere. */
function isSupported({ kind, resourceType, lookups }: LintSubject, { value }: Text): boolean {
  const names = lookups.actionsMatching(value);
  if (names.length === 0) return true;
  if (kind === "trust") return trustActions.some((action) => matchesGlob(value.toLowerCase(), action));
  const attached = attachedTo(kind, resourceType);
  if (attached === undefined) return true;
  const own = names.filter((name) => name.toLowerCase().startsWith(`${attached.service}:`));
  if (attached.types.length === 0) return own.length > 0;
  return lookups.facts(own).some((action) => action.resourceTypes.some(({ name }) => attached.types.includes(name)));
}

function attachedTo(kind: LintSubject["kind"], resourceType: string | undefined): AttachedResource | undefined {
  return kind === "resource" && resourceType !== undefined && Object.hasOwn(attachedResources, resourceType)
    ? attachedResources[resourceType]
    : undefined;
}

function findResources(subject: LintSubject): readonly FoundAt[] {
  const { kind, resourceType } = subject;
  const attached = attachedTo(kind, resourceType);
  if (attached === undefined || kind === "trust") return [];
  return resourcePatterns(subject)
    .filter((pattern) => isForeign(subject, pattern, attached))
    .map((pattern) => ({
      at: [pattern],
      details: `\`${pattern.value}\` is not the resource of a policy of \`${resourceType ?? ""}\``,
      help: "name the resource that the policy is attached to",
    }));
}

/** Whether an ARN is certainly of another service or type; a malformed one is told elsewhere. */
function isForeign(subject: LintSubject, pattern: Text, { service, types }: AttachedResource): boolean {
  const arn = readArn(subject, pattern);
  if (arn === undefined || /[*?]/.test(arn.service) || arn.types.length === 0) return false;
  if (arn.service !== service) return true;
  return types.length > 0 && arn.fitting.length > 0 && !arn.fitting.some(({ name }) => types.includes(name));
}
