import type { PolicyKind, Text } from "../../document/policy-node.ts";
import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import { closest } from "../closest.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { arnTypesOf, typesMatching, type ArnType } from "./arn-types.ts";
import { errorCheck, withFix } from "./error-check.ts";
import { partitions, regions } from "./regions.ts";

/** A resource of a policy taken apart, with the types it can be of. */
export interface ReadArn {
  readonly pattern: Text;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** The types of the service; empty when it has none. */
  readonly types: readonly ArnType[];
  /** Those of them whose resource part fits. */
  readonly fitting: readonly ArnType[];
}

type Problem = { readonly code: string } & Pick<FoundAt, "details" | "help"> & { readonly meant?: string };

/** What can be wrong with an ARN, in the order of its fields; the first problem is told. */
const problems: readonly ((arn: ReadArn, subject: LintSubject) => Problem | undefined)[] = [
  partitionProblem,
  serviceProblem,
  resourceProblem,
  regionProblem,
  accountProblem,
];

/** Errors in the ARNs of `Resource` and `NotResource`. */
export const arnErrors: readonly LintCheck[] = [
  arnCheck("INVALID_ARN_PREFIX", "Invalid ARN prefix"),
  arnCheck("MISSING_ARN_FIELD", "Missing ARN field"),
  arnCheck("INVALID_PARTITION", "Invalid partition"),
  arnCheck("INVALID_ARN_SERVICE_CASE", "Invalid ARN service case"),
  arnCheck("INVALID_ARN_RESOURCE", "Invalid ARN resource"),
  arnCheck("ARN_REGION_NOT_ALLOWED", "ARN Region not allowed"),
  arnCheck("MISSING_ARN_REGION", "Missing ARN Region"),
  arnCheck("INVALID_ARN_REGION", "Invalid ARN Region"),
  arnCheck("ARN_ACCOUNT_NOT_ALLOWED", "ARN account not allowed"),
  arnCheck("MISSING_ARN_ACCOUNT", "Missing ARN account"),
  arnCheck("INVALID_ARN_ACCOUNT", "Invalid ARN account"),
];

/** The places where an ARN names a service that is none. */
export function findArnServices(subject: LintSubject): readonly FoundAt[] {
  return findCode(subject, "INVALID_SERVICE");
}

/** The resources of a policy; a document of services with forms of their own (`execute-api:/…`) leaves those out. */
export function resourcePatterns({ statements, kind }: LintSubject): readonly Text[] {
  const patterns = statements.flatMap(({ resource }) => resource?.patterns ?? []);
  return patterns.filter(({ value }) => !/^\*+$/.test(value) && !hasOwnForm(kind, value));
}

/** Resource policies of API Gateway may leave out everything before the path [API Gateway guide, resource policies, 2025]. */
function hasOwnForm(kind: PolicyKind, value: string): boolean {
  return kind === "resource" && value.startsWith("execute-api:");
}

/** Takes the ARN of a resource apart; undefined when it has not six fields. */
export function readArn({ catalog }: LintSubject, pattern: Text): ReadArn | undefined {
  const [prefix, partition, service, region, account, resource] = splitArnPattern(pattern.value);
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || resource === undefined) return undefined;
  const types = arnTypesOf(catalog, service);
  const fitting = typesMatching(types, resource);
  return { pattern, partition, service, region, account, resource, types, fitting };
}

function arnCheck(code: string, title: string): LintCheck {
  return errorCheck(code, title, (subject) => findCode(subject, code));
}

const known = new WeakMap<LintSubject, readonly (readonly [pattern: Text, problem: Problem])[]>();

/** The resources with problems, worked out once for all checks. */
function problemsOf(subject: LintSubject): readonly (readonly [pattern: Text, problem: Problem])[] {
  const found =
    known.get(subject) ??
    resourcePatterns(subject).flatMap((pattern) => {
      const problem = problemOf(subject, pattern);
      return problem ? [[pattern, problem] as const] : [];
    });
  known.set(subject, found);
  return found;
}

function findCode(subject: LintSubject, code: string): readonly FoundAt[] {
  return problemsOf(subject).flatMap(([pattern, problem]) => {
    if (problem.code !== code) return [];
    const { details, help, meant } = problem;
    const found = { at: [pattern], details, ...(help !== undefined && { help }) };
    return [withFix(found, meant === undefined ? undefined : rewrite(subject.policy.source, pattern, meant))];
  });
}

function problemOf(subject: LintSubject, pattern: Text): Problem | undefined {
  const { value } = pattern;
  if (!value.startsWith("arn:")) return prefixProblem(value);
  const arn = readArn(subject, pattern);
  if (arn === undefined) return fieldProblem(value);
  for (const problem of problems) {
    const found = problem(arn, subject);
    if (found !== undefined) return found;
  }
  return undefined;
}

function prefixProblem(value: string): Problem {
  const lower = /^arn:/i.test(value) ? `arn:${value.slice(4)}` : undefined;
  return {
    code: "INVALID_ARN_PREFIX",
    details: `\`${value}\` does not begin with \`arn:\``,
    help: 'write an ARN, or `"*"` for all',
    ...(lower !== undefined && { meant: lower }),
  };
}

/** An ARN cut short is meant for everything below when it ends in a star. */
function fieldProblem(value: string): Problem | undefined {
  if (value.endsWith("*")) return undefined;
  const count = splitArnPattern(value).length;
  return {
    code: "MISSING_ARN_FIELD",
    details: `\`${value}\` has ${count} of the six fields of an ARN`,
    help: "an ARN is `arn:partition:service:region:account:resource`",
  };
}

function partitionProblem({ partition }: ReadArn): Problem | undefined {
  if (isOpen(partition) || partitions.includes(partition)) return undefined;
  const list = partitions.slice(0, 3).map((name) => `\`${name}\``);
  return {
    code: "INVALID_PARTITION",
    details: `\`${partition}\` is not a partition of AWS`,
    help: `partitions are ${list.join(", ")} and the isolated ones`,
  };
}

function serviceProblem(arn: ReadArn, { lookups, catalog }: LintSubject): Problem | undefined {
  const { service, types, pattern } = arn;
  if (isOpen(service) || types.length > 0) return undefined;
  const lower = service.toLowerCase();
  const isName = lookups.isService(service) || arnTypesOf(catalog, lower).length > 0;
  if (isName && service === lower) return undefined;
  if (isName) {
    const meant = pattern.value.replace(`:${service}:`, `:${lower}:`);
    const details = `the service \`${service}\` of an ARN is written in lower case`;
    return { code: "INVALID_ARN_SERVICE_CASE", details, help: `write \`${lower}\``, meant };
  }
  const near = closest(service, catalog.services());
  return {
    code: "INVALID_SERVICE",
    details: `there is no service \`${service}\``,
    ...(near !== undefined && { help: `did you mean \`${near}\`?` }),
  };
}

/** A star in the resource part is let pass as AWS does: it uses such patterns for resources that it lists nowhere. */
function resourceProblem({ service, resource, types, fitting }: ReadArn): Problem | undefined {
  if (isOpen(service) || types.length === 0 || fitting.length > 0 || resource.includes("*")) return undefined;
  const forms = [...new Set(types.map((type) => type.name))].slice(0, 5).map((name) => `\`${name}\``);
  return {
    code: "INVALID_ARN_RESOURCE",
    details: `\`${resource}\` is not a resource of \`${service}\``,
    help: `its types of resource are ${forms.join(", ")}${types.length > 5 ? ", …" : ""}`,
  };
}

function regionProblem({ pattern, service, region, fitting }: ReadArn): Problem | undefined {
  if (region === "") {
    if (fitting.length === 0 || fitting.some((type) => type.region === "")) return undefined;
    const details = `an ARN of \`${service}\` names a Region`;
    return { code: "MISSING_ARN_REGION", details, help: "name one, or `*` for all" };
  }
  if (isOpen(region)) return undefined;
  if (fitting.length > 0 && fitting.every((type) => type.region === "")) {
    const meant = withoutField(pattern.value, 3);
    const details = `an ARN of \`${service}\` names no Region`;
    return { code: "ARN_REGION_NOT_ALLOWED", details, help: `leave out \`${region}\``, meant };
  }
  if (regions.has(region) || fitting.some((type) => type.region === region)) return undefined;
  const near = closest(region, [...regions]);
  const help = near === undefined ? "name a Region, or `*` for all" : `did you mean \`${near}\`?`;
  return { code: "INVALID_ARN_REGION", details: `\`${region}\` is not a Region`, help };
}

function accountProblem({ pattern, service, account, fitting }: ReadArn): Problem | undefined {
  if (account === "") {
    if (fitting.length === 0 || fitting.some((type) => type.account === "")) return undefined;
    const details = `an ARN of \`${service}\` names an account`;
    return { code: "MISSING_ARN_ACCOUNT", details, help: "name one of 12 digits, or `*` for all" };
  }
  if (isOpen(account)) return undefined;
  if (fitting.length > 0 && fitting.every((type) => type.account === "")) {
    const meant = withoutField(pattern.value, 4);
    const details = `an ARN of \`${service}\` names no account`;
    return { code: "ARN_ACCOUNT_NOT_ALLOWED", details, help: `leave out \`${account}\``, meant };
  }
  if (/^\d{12}$/.test(account) || account === "aws" || fitting.some((type) => type.account === account)) return undefined;
  return { code: "INVALID_ARN_ACCOUNT", details: `\`${account}\` is not an account`, help: "an account id has 12 digits" };
}

/** Whether a field stands for more than its text. */
function isOpen(field: string): boolean {
  return /[*?]/.test(field) || field.includes("${");
}

function withoutField(value: string, index: number): string {
  return splitArnPattern(value)
    .map((field, at) => (at === index ? "" : field))
    .join(":");
}
