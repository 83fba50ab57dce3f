import { kindRules } from "../../document/kind-rules.ts";
import type { PolicyKind } from "../../document/policy-node.ts";
import { completeFields, splitArnPattern } from "../../pattern/arn-pattern.ts";
import { patternCovers } from "./pattern-covers.ts";

/** Whether one entry of `Resource` speaks of everything that another speaks of: ARNs are compared field by field. */
export function resourceCovers(outer: string, inner: string, kind: PolicyKind): boolean {
  if (outer === "*" || outer === inner) return true;
  if (inner === "*") return false;
  const [outerFields, innerFields] = [fieldsOf(outer, kind), fieldsOf(inner, kind)];
  if (outerFields === undefined || innerFields === undefined) return false;
  return (
    outerFields.length === innerFields.length &&
    outerFields.every((field, index) => patternCovers(field, innerFields[index] ?? ""))
  );
}

function fieldsOf(text: string, kind: PolicyKind): readonly string[] | undefined {
  const fields = splitArnPattern(text);
  return fields[0] === "arn" ? completeFields(fields, kindRules[kind].incompleteArn) : undefined;
}
