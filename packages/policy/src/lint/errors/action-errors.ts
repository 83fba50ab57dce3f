import type { Text } from "../../document/policy-node.ts";
import { closest } from "../closest.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, withFix } from "./error-check.ts";

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
  return text.includes("${");
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

function malformed({ policy, lookups }: LintSubject, pattern: Text): FoundAt {
  const { value } = pattern;
  const known = lookups.actionsMatching(value.replace(/[:./]+/, ":"));
  const [meant] = known.length === 1 ? known : [];
  return withFix(
    {
      at: [pattern],
      details: `\`${value}\` is not of the form \`service:Action\``,
      help: meant === undefined ? "write the service, one colon and the action, as `s3:GetObject`" : `did you mean \`${meant}\`?`,
    },
    meant === undefined ? undefined : rewrite(policy.source, pattern, meant),
  );
}

function unknownAction({ policy, catalog }: LintSubject, pattern: Text, service: string, name: string): FoundAt {
  const { value } = pattern;
  const wildcard = hasWildcard(name);
  const facts = catalog.service(service);
  const actions = facts?.actions.map((action) => action.name) ?? [];
  const near = wildcard ? undefined : closest(name, actions);
  const meant = near === undefined ? undefined : `${service}:${near}`;
  const details = wildcard ? `no action matches \`${value}\`` : `there is no action \`${value}\``;
  const help = meant === undefined ? `${facts?.name ?? service} has ${actions.length} actions, this is none` : `did you mean \`${meant}\`?`;
  return withFix({ at: [pattern], details, help }, meant === undefined ? undefined : rewrite(policy.source, pattern, meant));
}

function findService(subject: LintSubject, pattern: Text): readonly FoundAt[] {
  const [service, name] = parts(pattern) ?? [];
  if (service === undefined || name === undefined || hasWildcard(service) || hasVariable(pattern.value)) return [];
  if (subject.lookups.isService(service)) return [];
  const meant = meantService(subject, service, name);
  return [
    withFix(
      {
        at: [pattern],
        details: `there is no service \`${service}\``,
        ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
      },
      meant === undefined ? undefined : rewrite(subject.policy.source, pattern, `${meant}:${name}`),
    ),
  ];
}

/** The service of a similar name, before all one that has the action. */
function meantService({ catalog, lookups }: LintSubject, service: string, name: string): string | undefined {
  const withAction = catalog.services().filter((prefix) => lookups.actionsMatching(`${prefix}:${name}`).length > 0);
  return closest(service, withAction) ?? closest(service, catalog.services());
}
