import type { Text } from "../../document/policy-node.ts";
import { closest } from "../closest.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, wrongName } from "./error-check.ts";

/** Errors in `Action` and `NotAction`. */
export const actionErrors: readonly LintCheck[] = [
  errorCheck("INVALID_ACTION", "Invalid action", (subject) =>
    actionPatterns(subject).flatMap((pattern) => findAction(subject, pattern)),
  ),
  errorCheck("INVALID_SERVICE_IN_ACTION", "Invalid service in action", (subject) =>
    actionPatterns(subject).flatMap((pattern) => findService(subject, pattern)),
  ),
];

function actionPatterns({ statements }: LintSubject): readonly Text[] {
  return statements.flatMap(({ action }) => action.patterns);
}

/** The service and the name of an action pattern; undefined without the one colon. */
function parts({ value }: Text): readonly [service: string, name: string] | undefined {
  const [service, name, ...rest] = value.split(":");
  return service === undefined || name === undefined || rest.length > 0 ? undefined : [service, name];
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether the text is left to the checks of policy variables. */
function hasVariable(text: string): boolean {
  return /\$\{[^}]*\}/.test(text);
}

function findAction(subject: LintSubject, pattern: Text): readonly FoundAt[] {
  const { value } = pattern;
  if (/^\*+$/.test(value) || hasVariable(value)) return [];
  const split = parts(pattern);
  if (split === undefined) return [malformed(subject, pattern)];
  const [service, name] = split;
  if (hasWildcard(service) || !subject.lookups.isService(service)) return [];
  return subject.lookups.actionsMatching(value).length > 0 ? [] : [unknownAction(subject, pattern, service, name)];
}

function malformed(subject: LintSubject, pattern: Text): FoundAt {
  const known = subject.lookups.actionsMatching(pattern.value.replace(/[:./]+/, ":"));
  const details = `\`${pattern.value}\` is not of the form \`service:Action\``;
  const help = "write the service, one colon and the action, as `s3:GetObject`";
  return wrongName(subject, pattern, details, known.length === 1 ? known[0] : undefined, help);
}

function unknownAction(subject: LintSubject, pattern: Text, service: string, name: string): FoundAt {
  if (hasWildcard(name)) return wrongName(subject, pattern, `no action matches \`${pattern.value}\``);
  const actions = subject.catalog.service(service)?.actions ?? [];
  const near = closest(
    name,
    actions.map((action) => action.name),
  );
  const meant = near === undefined ? undefined : `${service}:${near}`;
  return wrongName(subject, pattern, `there is no action \`${pattern.value}\``, meant);
}

function findService(subject: LintSubject, pattern: Text): readonly FoundAt[] {
  const [service, name] = parts(pattern) ?? [];
  if (service === undefined || name === undefined || hasWildcard(service) || hasVariable(pattern.value)) return [];
  if (subject.lookups.isService(service)) return [];
  const meant = meantService(subject, service, name);
  const full = meant === undefined ? undefined : `${meant}:${name}`;
  return [wrongName(subject, pattern, `there is no service \`${service}\``, full)];
}

/** The service of a similar name, before all one that has the action. */
function meantService({ catalog, lookups }: LintSubject, service: string, name: string): string | undefined {
  return closest(service, lookups.servicesWith(name)) ?? closest(service, catalog.services());
}
