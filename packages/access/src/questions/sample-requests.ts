import type { GrantRequest } from "../questions/decide-grant.ts";
import { type NarrowStatement, speaksOf } from "./narrow-statement.ts";

/** What sample values are made from. */
export interface SampleSetting {
  readonly accountId: string;
  readonly region: string;
  readonly person: string;
}

/** Most resources of one statement that are tried. */
const mostResources = 4;

/**
 * The requests that stand for an action: one on `*`, and for each Allow statement that speaks of the action one on each
 * of its first resources, under conditions that it wants. A sample, not a proof.
 */
export function sampleRequests(
  action: string,
  statements: readonly NarrowStatement[],
  setting: SampleSetting,
): readonly GrantRequest[] {
  const narrow = statements.filter((statement) => speaksOf(statement, action));
  const requests = narrow.flatMap((statement) => {
    const context = sampleContext(statement.condition, setting);
    const resources = statement.resources.length === 0 ? ["*"] : statement.resources.slice(0, mostResources);
    return resources.map((resource) => ({ action, resource: sampleArn(resource, setting), context }));
  });
  return [{ action, resource: "*" }, ...unlike(requests)];
}

function unlike(requests: readonly GrantRequest[]): readonly GrantRequest[] {
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}

/** A resource that a pattern means. */
export function sampleArn(pattern: string, setting: SampleSetting): string {
  const plain = sampleText(pattern, setting, false);
  const fields = plain.split(":");
  if (fields.length < 6) return plain;
  const [arn = "arn", partition = "aws", service = "", region = "", account = "", ...rest] = fields;
  const own = [
    arn,
    partition,
    service,
    region === "*" ? setting.region : region,
    account === "*" ? setting.accountId : account,
  ];
  return [...own, withoutWildcards(rest.join(":"))].join(":");
}

/** Variables as the person would have them; wildcards filled in if asked. */
function sampleText(text: string, setting: SampleSetting, fill: boolean): string {
  const known: Readonly<Record<string, string>> = {
    "aws:username": setting.person,
    "aws:userid": `AROASAMPLE:${setting.person}`,
    "aws:principalaccount": setting.accountId,
  };
  const named = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => known[name.toLowerCase()] ?? "sample");
  return fill ? withoutWildcards(named) : named;
}

function withoutWildcards(text: string): string {
  return text.replace(/\*+/g, "sample").replace(/\?/g, "x");
}

type Sampler = (value: string, setting: SampleSetting) => string;
const filled: Sampler = (value, setting) => sampleText(value, setting, true);
const asWritten: Sampler = (value) => value;
const by =
  (step: number): Sampler =>
  (value) =>
    String(Number(value) + step);

/** A value that satisfies an operator; operators that are satisfied by absence are not here. */
const samplers: Readonly<Record<string, Sampler>> = {
  stringequals: filled,
  stringequalsignorecase: filled,
  stringlike: filled,
  arnequals: sampleArn,
  arnlike: sampleArn,
  bool: asWritten,
  binaryequals: asWritten,
  numericequals: asWritten,
  numericlessthanequals: asWritten,
  numericgreaterthanequals: asWritten,
  numericlessthan: by(-1),
  numericgreaterthan: by(1),
  dateequals: asWritten,
  datelessthanequals: asWritten,
  dategreaterthanequals: asWritten,
  ipaddress: (value) => value.replace(/\/\d+$/, ""),
  null: () => "sample",
};

/** A context under which the conditions hold, as far as single values can make them. */
export function sampleContext(
  condition: NarrowStatement["condition"],
  setting: SampleSetting,
): Readonly<Record<string, string>> {
  const values = Object.entries(condition).flatMap(([operator, tests]) => {
    const name = operator
      .toLowerCase()
      .replace(/^for(any|all)values?:/, "")
      .replace(/ifexists$/, "");
    const sampler = Object.hasOwn(samplers, name) ? samplers[name] : undefined;
    return Object.entries(tests).flatMap(([key, [value]]) => {
      if (sampler === undefined || value === undefined || (name === "null" && value === "true")) return [];
      return [[key, sampler(value, setting)] as const];
    });
  });
  return Object.fromEntries(values);
}
