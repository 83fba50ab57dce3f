import type { Members } from "../message.ts";
import type { WireOperation } from "../service.ts";
import { type Check, structureCheck } from "./compile-check.ts";
import { compilePattern } from "./compile-pattern.ts";
import type { CompilePattern, ServiceConstraints } from "./constraints.ts";

/** Stands for the constraints of a service that has none. */
const noConstraints: ServiceConstraints = { shapes: {}, operations: {} };

const checks = new WeakMap<WireOperation, WeakMap<ServiceConstraints, Check>>();

/**
 * What is wrong with an input, in AWS's words (`2 validation errors detected: Value '…' at '…' failed to satisfy
 * constraint: …; …`), or undefined when nothing is. Compiled once per operation and constraints.
 */
export function checkInput(
  operation: WireOperation,
  input: Members,
  constraints: ServiceConstraints = noConstraints,
  compile: CompilePattern = compilePattern,
): string | undefined {
  const violations: string[] = [];
  checkOf(operation, constraints, compile)(input, "", violations);
  if (violations.length === 0) {
    return undefined;
  }
  const count = violations.length === 1 ? "1 validation error" : `${violations.length} validation errors`;
  return `${count} detected: ${violations.join("; ")}`;
}

function checkOf(operation: WireOperation, constraints: ServiceConstraints, compile: CompilePattern): Check {
  const known = checks.get(operation) ?? new WeakMap<ServiceConstraints, Check>();
  checks.set(operation, known);
  const check = known.get(constraints) ?? operationCheck(operation, constraints, compile);
  known.set(constraints, check);
  return check;
}

function operationCheck(
  { name, input }: WireOperation,
  constraints: ServiceConstraints,
  compile: CompilePattern,
): Check {
  if (input.kind === "unit") {
    return () => undefined;
  }
  const inputName = constraints.operations[name];
  const constraint = inputName === undefined ? undefined : constraints.shapes[inputName];
  return structureCheck(input, constraint, { constraints, compilePattern: compile, structures: new Map() });
}
