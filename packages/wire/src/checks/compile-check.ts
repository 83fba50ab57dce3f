import { lazily } from "../schema/compile.ts";
import type { Members } from "../message.ts";
import type { ListShape, MapShape, Member, Shape, StructureShape } from "../schema/shape.ts";
import type { CompilePattern, ServiceConstraints, ShapeConstraint } from "./constraints.ts";
import { type Rule, rulesOf } from "./rules.ts";
import { valueWords } from "./value-words.ts";

/** Adds to the list one sentence for each demand that a value at a path does not meet. */
export type Check = (value: unknown, path: string, violations: string[]) => void;

/** What compiling a check needs to know besides the shape. */
export interface CheckContext {
  readonly constraints: ServiceConstraints | undefined;
  readonly compilePattern: CompilePattern;
  /** Checks of structures by shape and constraint, so that a structure that contains itself is compiled once. */
  readonly structures: Map<StructureShape, Map<ShapeConstraint | undefined, Check>>;
}

/** The check of a member, or undefined when nothing is demanded of it. */
export function compileCheck(
  member: Member,
  constraintName: string | undefined,
  context: CheckContext,
): Check | undefined {
  const constraint = constraintName === undefined ? undefined : context.constraints?.shapes[constraintName];
  const rules = rulesOf(constraint, context.compilePattern);
  const own = rules.length === 0 ? undefined : ruleCheck(rules, member.sensitive);
  return joinChecks(own, partsCheck(member, constraint, context));
}

function joinChecks(first: Check | undefined, second: Check | undefined): Check | undefined {
  if (first === undefined || second === undefined) {
    return first ?? second;
  }
  return (value, path, violations) => {
    first(value, path, violations);
    second(value, path, violations);
  };
}

function ruleCheck(rules: readonly Rule[], sensitive: boolean): Check {
  return (value, path, violations) => {
    for (const { words, holds } of rules) {
      if (!holds(value)) {
        violations.push(violation(value, path, sensitive, words));
      }
    }
  };
}

/** Sensitive values are not repeated: `Value at 'password' failed to satisfy constraint: …`. */
function violation(value: unknown, path: string, sensitive: boolean, words: string): string {
  return `Value${sensitive ? "" : ` '${valueWords(value)}'`} at '${path}' failed to satisfy constraint: ${words}`;
}

function partsCheck(member: Member, constraint: ShapeConstraint | undefined, context: CheckContext): Check | undefined {
  const { shape } = member;
  if (shape.kind === "structure") {
    return structureCheck(shape, constraint, context);
  }
  if (shape.kind === "list") {
    return itemsCheck(shape, constraint, member.sensitive, context);
  }
  return shape.kind === "map" ? entriesCheck(shape, constraint, member.sensitive, context) : undefined;
}

/** The check of a structure's members. */
export function structureCheck(
  shape: StructureShape,
  constraint: ShapeConstraint | undefined,
  context: CheckContext,
): Check {
  const known = context.structures.get(shape) ?? new Map<ShapeConstraint | undefined, Check>();
  context.structures.set(shape, known);
  const check = known.get(constraint) ?? membersCheck(shape, constraint, context);
  known.set(constraint, check);
  return check;
}

function membersCheck(shape: StructureShape, constraint: ShapeConstraint | undefined, context: CheckContext): Check {
  const demands = constraint?.type === "structure" ? constraint : undefined;
  const fields = lazily(() =>
    shape.members
      .map((member) => ({
        name: member.name,
        label: member.name.charAt(0).toLowerCase() + member.name.slice(1),
        required: member.required || Boolean(demands?.required.includes(member.name)),
        check: compileCheck(member, demands?.members[member.name], context),
      }))
      .filter(({ required, check }) => required || check !== undefined),
  );
  return (value, path, violations) => {
    for (const { name, label, required, check } of fields()) {
      const item = (value as Members)[name];
      const itemPath = path === "" ? label : `${path}.${label}`;
      if (item !== undefined && item !== null) {
        check?.(item, itemPath, violations);
      } else if (required) {
        violations.push(`Value null at '${itemPath}' failed to satisfy constraint: Member must not be null`);
      }
    }
  };
}

/** Items without parts are judged together, against the list: `Member must satisfy constraint: [...]`. */
function itemsCheck(
  { member }: ListShape,
  constraint: ShapeConstraint | undefined,
  sensitive: boolean,
  context: CheckContext,
): Check | undefined {
  const name = constraint?.type === "list" ? constraint.member : undefined;
  if (isPlain(member.shape)) {
    return togetherCheck(name, "Member", (value) => value as unknown[], sensitive || member.sensitive, context);
  }
  const check = compileCheck(member, name, context);
  if (check === undefined) {
    return undefined;
  }
  return (value, path, violations) => {
    for (const [index, item] of (value as unknown[]).entries()) {
      check(item, `${path}.${index + 1}.member`, violations);
    }
  };
}

function entriesCheck(
  { key, value: target }: MapShape,
  constraint: ShapeConstraint | undefined,
  sensitive: boolean,
  context: CheckContext,
): Check | undefined {
  const { key: keyName, value: valueName } = constraint?.type === "map" ? constraint : {};
  const hidden = sensitive || key.sensitive || target.sensitive;
  const keys = togetherCheck(keyName, "Map keys", (value) => Object.keys(value as Members), hidden, context);
  if (isPlain(target.shape)) {
    const values = togetherCheck(valueName, "Map value", (value) => Object.values(value as Members), hidden, context);
    return joinChecks(keys, values);
  }
  const check = compileCheck(target, valueName, context);
  const each: Check | undefined =
    check &&
    ((value, path, violations) => {
      for (const [name, item] of Object.entries(value as Members)) {
        check(item, `${path}.${name}.member`, violations);
      }
    });
  return joinChecks(keys, each);
}

function togetherCheck(
  constraintName: string | undefined,
  subject: "Member" | "Map keys" | "Map value",
  itemsOf: (value: unknown) => readonly unknown[],
  sensitive: boolean,
  { constraints, compilePattern }: CheckContext,
): Check | undefined {
  const rules = rulesOf(constraintName === undefined ? undefined : constraints?.shapes[constraintName], compilePattern);
  if (rules.length === 0) {
    return undefined;
  }
  const words = `${subject} must satisfy constraint: [${rules.map((rule) => rule.words).join(", ")}]`;
  return (value, path, violations) => {
    if (itemsOf(value).some((item) => item !== null && rules.some((rule) => !rule.holds(item)))) {
      violations.push(violation(value, path, sensitive, words));
    }
  };
}

function isPlain(shape: Shape): boolean {
  return shape.kind !== "structure" && shape.kind !== "list" && shape.kind !== "map";
}
