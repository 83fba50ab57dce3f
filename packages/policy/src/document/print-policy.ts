import { groupBy } from "../group-by.ts";
import type { Condition, Policy, PolicyNode, PrincipalElement, Statement, Text } from "./policy-node.ts";
import { visit, type PolicyVisitor } from "./policy-visitor.ts";

/** A JSON value to print, members in order; no JavaScript object, so any member name and order is safe. */
type Json = string | readonly Json[] | { readonly members: readonly Member[] };
type Member = readonly [name: string, value: Json];

/** How to lay the text out. */
export interface PrintPolicyOptions {
  /** Spaces for each level; 0 prints one line without white space, the form that quotas count. */
  readonly indent?: number;
}

const json: PolicyVisitor<Json> = {
  policy: ({ version, id, statements }) =>
    object(["Version", version], ["Id", id?.value], ["Statement", statements.map(toJson)]),
  statement: (statement) =>
    object(
      ["Sid", statement.sid?.value],
      ["Effect", statement.effect],
      [statement.principal?.negated ? "NotPrincipal" : "Principal", statement.principal && toJson(statement.principal)],
      [statement.action.negated ? "NotAction" : "Action", toJson(statement.action)],
      [statement.resource?.negated ? "NotResource" : "Resource", statement.resource && toJson(statement.resource)],
      ["Condition", statement.conditions.length === 0 ? undefined : conditionBlock(statement)],
    ),
  principal: (principal) => (principal.entries[0]?.type === "*" ? "*" : principalMap(principal)),
  principalEntry: ({ value }) => value,
  action: ({ patterns }) => list(patterns),
  resource: ({ patterns }) => list(patterns),
  condition: ({ values }) => list(values),
  text: ({ value }) => value,
};

/** Prints a policy in canonical form: fixed order of elements, one value without brackets, strings only. */
export function printPolicy(policy: Policy, options: PrintPolicyOptions = {}): string {
  return write(toJson(policy), options.indent ?? 2, "\n");
}

function toJson(node: PolicyNode): Json {
  return visit(node, json);
}

function object(...members: readonly (readonly [string, Json | undefined])[]): Json {
  return { members: members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])) };
}

function list(texts: readonly Text[]): Json {
  const [first] = texts;
  return first !== undefined && texts.length === 1 ? first.value : texts.map((text) => text.value);
}

function principalMap({ entries }: PrincipalElement): Json {
  const byType = groupBy(entries, (entry) => entry.type);
  return object(
    ...[...byType].map(
      ([type, named]) => [type, named.length === 1 ? (named[0]?.value ?? "") : named.map(toJson)] as const,
    ),
  );
}

function conditionBlock({ conditions }: Statement): Json {
  const byOperator = groupBy(conditions, (condition) => condition.operator.value);
  const keys = (block: readonly Condition[]): Json =>
    object(...block.map((condition) => [condition.key.value, toJson(condition)] as const));
  return object(...[...byOperator].map(([operator, block]) => [operator, keys(block)] as const));
}

function write(value: Json, indent: number, line: string): string {
  if (typeof value === "string") return JSON.stringify(value);
  const inner = line + " ".repeat(indent);
  if ("members" in value) {
    const colon = indent === 0 ? ":" : ": ";
    return bracket(
      "{",
      value.members.map(([name, member]) => `${JSON.stringify(name)}${colon}${write(member, indent, inner)}`),
      "}",
      indent,
      line,
    );
  }
  return bracket(
    "[",
    value.map((item) => write(item, indent, inner)),
    "]",
    indent,
    line,
  );
}

function bracket(open: string, items: readonly string[], close: string, indent: number, line: string): string {
  if (items.length === 0) return open + close;
  if (indent === 0) return open + items.join(",") + close;
  const inner = line + " ".repeat(indent);
  return `${open}${inner}${items.join(`,${inner}`)}${line}${close}`;
}
