import { conditionOperators } from "../condition/operators.ts";
import { kindRules } from "../document/kind-rules.ts";
import type { Condition, Policy, PolicyKind, ResourceElement, Statement } from "../document/policy-node.ts";
import { compilePrincipal, principalGrant } from "../match/compile-principal.ts";
import { completeFields, fieldGlob, splitArnPattern } from "../pattern/arn-pattern.ts";
import { parseTemplate } from "../pattern/template.ts";
import { directGrant, type Grant } from "../principal/grant.ts";
import type { AtomTable, ResourcePattern } from "./atom.ts";
import { bindText, closedParts } from "./bind-text.ts";
import { textPatternOf } from "./find/text-pattern.ts";
import { all, always, fact, literal, type Formula } from "./formula.ts";
import { keyHolds } from "./key-holds.ts";
import { keyOf, type Standpoint } from "./standpoint.ts";

/** A statement as one side sees it: when it matches a request whose action it speaks of, and how directly. */
export interface BoundStatement {
  readonly statement: Statement;
  readonly grant: Grant;
  readonly matches: Formula;
}

/** The statements of a policy as one side sees them. */
export function bindPolicy(policy: Policy, standpoint: Standpoint, atoms: AtomTable): readonly BoundStatement[] {
  const variables = policy.version === "2012-10-17";
  const place = { kind: policy.kind, variables, standpoint, atoms };
  return policy.statements.map((statement) => ({
    statement,
    grant: grantOf(statement, standpoint),
    matches: all([
      statement.resource === undefined ? always : bindResource(statement.resource, place),
      ...statement.conditions.map((condition) => bindCondition(condition, place)),
    ]),
  }));
}

/** What the parts of a statement are bound in. */
export interface Place {
  readonly kind: PolicyKind;
  /** `${…}` means something. */
  readonly variables: boolean;
  readonly standpoint: Standpoint;
  readonly atoms: AtomTable;
}

function grantOf({ principal, effect }: Statement, standpoint: Standpoint): Grant {
  if (principal === undefined) return directGrant;
  return principalGrant(compilePrincipal(principal, effect), standpoint.query);
}

/** When a resource element matches. */
export function bindResource(element: ResourceElement, place: Place): Formula {
  const patterns = element.patterns.flatMap(({ value }) => bindPattern(value, place) ?? []);
  return resourceFormula(patterns, !element.negated, place.atoms);
}

/** The resource matches one of the patterns, or none. */
export function resourceFormula(patterns: readonly ResourcePattern[], holds: boolean, atoms: AtomTable): Formula {
  if (patterns.length === 0) return fact(!holds);
  if (patterns.some(({ kind }) => kind === "any")) return fact(holds);
  const open = [...new Set(patterns.flatMap((pattern) => (pattern.kind === "arn" ? pattern.tail.open : [])))];
  return literal(atoms.intern({ kind: "resource", patterns, open }), holds);
}

/** An entry of `Resource`; undefined for one that matches nothing. */
export function bindPattern(value: string, { kind, variables, standpoint }: Place): ResourcePattern | undefined {
  if (value === "*") return { kind: "any" };
  const split = splitArnPattern(value);
  if (split[0] !== "arn")
    return kindRules[kind].resourcesAreArns ? undefined : { kind: "text", glob: fieldGlob(value) };
  const fields = completeFields(split, kindRules[kind].incompleteArn);
  if (fields === undefined || (variables && fields.slice(0, 5).some((field) => field.includes("${")))) return undefined;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = fields;
  const tail = bindText(parseTemplate(resource, { variables, wildcards: true }), standpoint);
  if (tail === undefined) return undefined;
  const head = [fieldGlob(partition), fieldGlob(service), fieldGlob(region), fieldGlob(account)] as const;
  return { kind: "arn", head, tail };
}

/** When a condition holds. */
export function bindCondition(condition: Condition, { variables, standpoint, atoms }: Place): Formula {
  const operator = conditionOperators[condition.name];
  const syntax = { variables: variables && operator.variables, wildcards: operator.wildcards };
  const tests = condition.values.flatMap(({ value }) => bindText(parseTemplate(value, syntax), standpoint) ?? []);
  const open = [...new Set(tests.flatMap((test) => test.open))];
  const key = keyOf(condition.key.value);
  const { qualifier, ifExists } = condition;
  const settled = standpoint.settledOf(key);
  if (settled !== undefined && open.length === 0) {
    const patterns = tests.map((test) => textPatternOf(operator, closedParts(test)));
    const base = qualifier === undefined ? { operator, ifExists } : { operator, qualifier, ifExists };
    return fact(keyHolds({ ...base, tests: patterns }, settled.value));
  }
  const atom = { kind: "key", key, name: condition.key.value, operator, qualifier, ifExists, tests, open } as const;
  return literal(atoms.intern(settled === undefined ? atom : { ...atom, settled }));
}
