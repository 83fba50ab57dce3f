import { kindRules } from "../../document/kind-rules.ts";
import type { Text } from "../../document/policy-node.ts";
import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import { closest } from "../closest.ts";
import type { FoundAt } from "../finding.ts";
import type { LintSubject } from "../lint-check.ts";
import { arnTypesOf } from "./arn-types.ts";
import { readArn, type ReadArn } from "./read-arn.ts";
import { partitions, regions } from "./regions.ts";

/** What is wrong with an ARN, under AWS's code, with the ARN that was probably meant. */
export interface ArnProblem extends Pick<FoundAt, "details" | "help"> {
  readonly code: string;
  readonly meant?: string;
}

/** What can be wrong with an ARN, in the order of its fields. */
const problems: readonly ((arn: ReadArn, subject: LintSubject) => ArnProblem | undefined)[] = [
  partitionProblem,
  serviceProblem,
  resourceProblem,
  regionProblem,
  accountProblem,
];

/** The first thing that is wrong with a resource. */
export function problemOf(subject: LintSubject, pattern: Text): ArnProblem | undefined {
  const { value } = pattern;
  if (!value.startsWith("arn:")) return prefixProblem(value);
  const arn = readArn(subject, pattern);
  if (arn === undefined) return fieldProblem(subject, value);
  for (const problem of problems) {
    const found = problem(arn, subject);
    if (found !== undefined) return found;
  }
  return undefined;
}

function prefixProblem(value: string): ArnProblem {
  const lower = /^arn:/i.test(value) ? `arn:${value.slice(4)}` : undefined;
  return {
    code: "INVALID_ARN_PREFIX",
    details: `\`${value}\` does not begin with \`arn:\``,
    help: 'write an ARN, or `"*"` for all',
    ...(lower !== undefined && { meant: lower }),
  };
}

/** An ARN cut short after its service stands for everything below when it ends in a star, where the kind takes that. */
function fieldProblem({ kind }: LintSubject, value: string): ArnProblem | undefined {
  const fields = splitArnPattern(value);
  const [, partition = "", service = ""] = fields;
  const count = fields.length;
  if (service !== "" && value.endsWith("*") && kindRules[kind].incompleteArn !== "reject")
    return partitionProblem({ partition });
  return {
    code: "MISSING_ARN_FIELD",
    details: `\`${value}\` has ${count} of the six fields of an ARN`,
    help: "an ARN is `arn:partition:service:region:account:resource`",
  };
}

function partitionProblem({ partition }: Pick<ReadArn, "partition">): ArnProblem | undefined {
  if (isOpen(partition) || partitions.includes(partition)) return undefined;
  const list = partitions.slice(0, 3).map((name) => `\`${name}\``);
  return {
    code: "INVALID_PARTITION",
    details: `\`${partition}\` is not a partition of AWS`,
    help: `partitions are ${list.join(", ")} and the isolated ones`,
  };
}

function serviceProblem(arn: ReadArn, { lookups, catalog }: LintSubject): ArnProblem | undefined {
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
function resourceProblem({ service, resource, types, fitting }: ReadArn): ArnProblem | undefined {
  if (isOpen(service) || types.length === 0 || fitting.length > 0 || resource.includes("*")) return undefined;
  const forms = [...new Set(types.map((type) => type.name))].slice(0, 5).map((name) => `\`${name}\``);
  return {
    code: "INVALID_ARN_RESOURCE",
    details: `\`${resource}\` is not a resource of \`${service}\``,
    help: `its types of resource are ${forms.join(", ")}${types.length > 5 ? ", …" : ""}`,
  };
}

function regionProblem({ pattern, service, region, fitting }: ReadArn): ArnProblem | undefined {
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

function accountProblem({ pattern, service, account, fitting }: ReadArn): ArnProblem | undefined {
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
  if (/^\d{12}$/.test(account) || account === "aws" || fitting.some((type) => type.account === account))
    return undefined;
  return {
    code: "INVALID_ARN_ACCOUNT",
    details: `\`${account}\` is not an account`,
    help: "an account id has 12 digits",
  };
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
