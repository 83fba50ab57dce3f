import type { ActionFacts, ServiceFacts } from "../../catalog.ts";
import type { Statement, Text } from "../../document/policy-node.ts";
import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import { matchesGlob } from "../../pattern/glob.ts";
import { listOfBuckets, listOfBucketsArn } from "../../request/list-of-buckets.ts";
import { groupBy } from "../../group-by.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { checkStatements } from "../warnings/check-each.ts";
import { patternsMeet } from "./patterns-meet.ts";

/**
 * Actions that send an ARN although AWS's reference gives them no type of resource, so that patterns with a star
 * match [hashicorp/terraform-provider-aws issue 8804, 2019; scribd/terraform-aws-datadog pull request 18, 2020].
 */
const sendsArn: ReadonlySet<string> = new Set(["logs:describeloggroups", "states:liststatemachines"]);

/** Actions in a statement whose resources are of no type that the action works on. */
export const unfitResources: readonly LintCheck[] = [
  checkStatements(
    { code: "RESOURCE_NOT_OF_ACTION", type: "WARNING", title: "Resource not of action" },
    (statement, subject) => (listedArns(statement).length === 0 ? [] : unfit(statement, subject)),
  ),
  checkStatements({ code: "STAR_NEEDED", type: "SUGGESTION", title: "Star needed" }, (statement, subject) => {
    const arns = listedArns(statement);
    const without = namedActions(statement, subject).filter(
      ({ entry, facts }) => facts.resourceTypes.length === 0 && !mayBeGranted(entry.value.toLowerCase(), arns),
    );
    const [first] = without;
    if (arns.length === 0 || first === undefined) return [];
    return [
      {
        at: [...without.map(({ entry }) => entry), ...(statement.resource?.patterns ?? [])],
        details: `by AWS's reference ${without.map(({ entry }) => `\`${entry.value}\``).join(", ")} ${without.length === 1 ? "works" : "work"} on no type of resource, and ARNs do not grant ${without.length === 1 ? "it" : "them"}`,
        help: 'move to a statement with `"Resource": "*"`',
      },
    ];
  }),
];

/** Whether ARNs may grant an action all the same. */
function mayBeGranted(action: string, arns: readonly Text[]): boolean {
  if (action !== listOfBuckets) return sendsArn.has(action);
  return arns.some(({ value }) => matchesGlob(value, listOfBucketsArn("aws")));
}

/** The entries of `Resource` when it lists ARNs only. */
function listedArns({ resource }: Statement): readonly Text[] {
  if (resource === undefined || resource.negated) return [];
  return resource.patterns.every(({ value }) => value.startsWith("arn:")) ? resource.patterns : [];
}

interface NamedAction {
  readonly entry: Text;
  readonly facts: ActionFacts;
}

/** The actions written without wildcards that the catalogue knows. */
function namedActions({ action }: Statement, { catalog }: LintSubject): readonly NamedAction[] {
  if (action.negated) return [];
  return action.patterns.flatMap((entry) => {
    const facts = /[*?]/.test(entry.value) ? undefined : catalog.action(entry.value);
    return facts === undefined ? [] : [{ entry, facts }];
  });
}

/** One finding for all actions that take the same ARNs. */
function unfit(statement: Statement, subject: LintSubject): readonly FoundAt[] {
  const listed = listedArns(statement);
  const fields = listed.map(({ value }) => splitArnPattern(value));
  const strangers = namedActions(statement, subject).flatMap(({ entry, facts }) => {
    const arns = arnsOf(facts, subject);
    const service = subject.catalog.service(facts.service);
    const fits = fields.some((entry) => arns.some((arn) => arnsMeet(entry, arn, service)));
    return arns.length === 0 || fits ? [] : [{ entry, arns: arns.map((arn) => `\`${arn}\``).join(", ") }];
  });
  return [...groupBy(strangers, ({ arns }) => arns)].map(([arns, group]) => ({
    at: [...group.map(({ entry }) => entry), ...listed],
    details: `${group.map(({ entry }) => `\`${entry.value}\``).join(", ")} never ${group.length === 1 ? "meets" : "meet"} the resources of this statement`,
    help: `list ARNs of the form ${arns}`,
  }));
}

function arnsOf({ service, resourceTypes }: ActionFacts, { catalog }: LintSubject): readonly string[] {
  const types = catalog.service(service)?.resourceTypes ?? [];
  return resourceTypes.flatMap(({ name }) => types.filter((type) => type.name === name).map(({ arn }) => arn));
}

/** Whether an entry of `Resource` can match an ARN of this form, `${Placeholder}`s standing for any text. */
function arnsMeet(listed: readonly string[], form: string, service: ServiceFacts | undefined): boolean {
  const known = splitArnPattern(form);
  const meets = listed.every((field, place) => {
    const wanted = known[place];
    return wanted === undefined || isPlaceholder(wanted) || patternsMeet(field, wanted);
  });
  return meets && !(hasSlash(listed[5]) && !hasSlash(known[5]) && isParent(form, service));
}

/** Whether a field of a catalogue's ARN is open as a whole. */
function isPlaceholder(field: string): boolean {
  return field.startsWith("${") && field.indexOf("}") === field.length - 1;
}

function hasSlash(resource = ""): boolean {
  return resource.includes("/");
}

/** Whether another type of the service stands under this one after a slash, as objects do under buckets. */
function isParent(form: string, service: ServiceFacts | undefined): boolean {
  return service?.resourceTypes.some(({ arn }) => arn.startsWith(`${form}/`)) ?? false;
}
