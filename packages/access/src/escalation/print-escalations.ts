import type { RequestContext } from "@castellan/policy";
import type { Source } from "../estate.ts";
import { type Grant, grantInWords } from "../questions/grant.ts";
import type {
  AnsweredNeed,
  Closing,
  EscalationFinding,
  EscalationPath,
  EscalationReport,
} from "./escalation-report.ts";
import type { EscalationEffect } from "./escalation-set.ts";
import type { EscalationStep } from "./find-path.ts";

const effects: Readonly<Record<EscalationEffect, string>> = {
  self: "more rights of their own",
  other: "somebody else's rights",
  role: "a role's rights",
};

/** A report as text: a block for each grant with its paths, each with its requests, what it needs and what closes it. */
export function printEscalations(report: EscalationReport): string {
  const administrators = report.findings.filter(({ standing }) => standing === "administrator");
  const limited = report.findings.filter(({ standing }) => standing === "limited");
  const leading = limited.filter(({ paths, undecided }) => paths.length + undecided.length > 0);
  const held = limited.filter((finding) => !leading.includes(finding) && finding.problems.length === 0);
  const problems = new Set(report.findings.flatMap((finding) => finding.problems));
  return [
    headOf(limited, report.onlyCertain),
    ...leading.map(block),
    ...listed("administrators by design, with nothing to escalate to", administrators),
    ...listed(`no ${report.onlyCertain ? "certain " : ""}path by any of ${report.sets} known sets of actions`, held),
    ...(problems.size === 0 ? [] : [[...problems].map((problem) => `not counted: ${problem}`).join("\n")]),
  ].join("\n\n");
}

function headOf(limited: readonly EscalationFinding[], onlyCertain: boolean): string {
  const open = limited.filter(({ paths }) => paths.length > 0);
  if (open.length === 0 && onlyCertain) return "no known path leads anybody but administrators there for certain";
  if (open.length === 0)
    return limited.some(({ undecided, problems }) => undecided.length + problems.length > 0)
      ? "no path was found, and not everything could be decided"
      : "no known path leads anybody but administrators to more rights";
  const people = peopleOf(open);
  const certain = peopleOf(open.filter(({ paths }) => paths.some((path) => path.certain)));
  if (people === 0) return `whoever came to hold ${grantCount(open)} could get at more rights`;
  const how = certain === 0 ? "where what a path needs is there" : `${certain} of them for certain`;
  const count = people === 1 ? "1 person who is no administrator" : `${people} people who are no administrators`;
  return `${count} can get at more rights, ${how}`;
}

function grantCount(findings: readonly EscalationFinding[]): string {
  const count = findings.flatMap(({ grants }) => grants).length;
  return count === 1 ? "1 grant" : `one of ${count} grants`;
}

function peopleOf(findings: readonly EscalationFinding[]): number {
  return new Set(findings.flatMap((finding) => finding.people)).size;
}

function listed(title: string, findings: readonly EscalationFinding[]): readonly string[] {
  const names = [...new Set(findings.flatMap(({ grants }) => grants).map(shortName))];
  return names.length === 0 ? [] : [[`${title}:`, ...names.map((name) => `  ${name}`)].join("\n")];
}

function shortName(grant: Grant): string {
  return grantInWords(grant).replace(/ > [^>]*$/, ` in ${grant.account}`);
}

function block(finding: EscalationFinding): string {
  const { grants, people, paths, undecided } = finding;
  const who = people.length === 0 ? "nobody but administrators yet" : people.join(", ");
  const count = paths.length === 1 ? "1 path" : `${paths.length} paths`;
  return [
    ...grants.map((grant) => `${shortName(grant)}${place(grant.source)}`),
    `  ${who}: ${count}`,
    ...paths.flatMap((path) => ["", ...pathLines(path, finding)]),
    ...undecided.flatMap(({ set, reasons }) => [
      "",
      `  not decided: ${set.name} (${set.id})`,
      `    ${reasons.join("; ")}`,
    ]),
  ].join("\n");
}

function pathLines(
  { set, steps, needs, certain, closing }: EscalationPath,
  finding: EscalationFinding,
): readonly string[] {
  return [
    `  ${set.name}: ${effects[set.effect]}${certain ? ", for certain" : ""}   (${set.id})`,
    ...steps.flatMap(stepLines),
    ...needs.map((need) => `    needs ${needInWords(need)}`),
    `    ${closingInWords(closing, finding)}`,
  ];
}

function stepLines({ action, resource, context, because }: EscalationStep): readonly string[] {
  const given = because
    .filter(({ layer }) => layer === "identity")
    .map(({ policyId, index, sid }) => `${policyId}, statement ${index + 1}${sid === undefined ? "" : ` (${sid})`}`);
  return [`    ${action}  ${resource}${contextInWords(context, resource)}`, `      allowed by ${given.join("; ")}`];
}

/** The keys that matter besides the resource: a Region that its ARN tells already is left out. */
function contextInWords(context: RequestContext, resource: string): string {
  const telling = Object.entries(context).filter(([, value]) => !resource.includes(`:${String(value)}:`));
  const pairs = telling.map(([key, value]) => `${key}=${[value].flat().join(",")}`);
  return pairs.length === 0 ? "" : `  with ${pairs.join(" ")}`;
}

function needInWords({ words, candidates }: AnsweredNeed): string {
  if (candidates.length === 0) return words;
  const some = candidates.slice(0, 3).join(", ");
  return `${words}: ${some}${candidates.length > 3 ? ` and ${candidates.length - 3} more` : ""}`;
}

/** How a path is closed, in words. */
export function closingInWords({ action, task, used }: Closing, { grants, setSource }: EscalationFinding): string {
  const [grant] = grants;
  if (grant?.kind === "iamGroup")
    return `close: refuse ${action} to the group, or give its users a permissions boundary`;
  const where = `permission set ${grant?.permissionSet ?? ""}${place(setSource)}`;
  if (task !== undefined && used) return `close: take \`${task}\` out of \`use\`, or narrow it, in ${where}`;
  if (task !== undefined) return `close: \`never: [${task}]\` refuses ${action} in ${where}`;
  return `close: a task of the file with ${action}, under \`never:\` in ${where}`;
}

function place(source: Source | undefined): string {
  return source === undefined ? "" : `   (${source.file}:${source.line}:${source.column})`;
}
