import { kindRules } from "../../document/kind-rules.ts";
import type { PolicyKind } from "../../document/policy-node.ts";
import { completeFields, splitArnPattern } from "../../pattern/arn-pattern.ts";
import type { Covering } from "./covered-groups.ts";
import { patternCovers } from "./pattern-covers.ts";

/** An entry of `Resource` with the fields of its ARN, if it is one. */
interface ReadResource {
  readonly value: string;
  readonly fields?: readonly string[] | undefined;
}

/** Entries of `Resource` in a kind of policy: ARNs are compared field by field. */
export function resourceCovering(kind: PolicyKind): Covering<ReadResource> {
  return { read: (value) => ({ value, fields: fieldsOf(value, kind) }), covers: readCovers };
}

/** Whether one entry of `Resource` speaks of everything that another speaks of. */
export function resourceCovers(outer: string, inner: string, kind: PolicyKind): boolean {
  if (outer === "*" || outer === inner) return true;
  if (inner === "*") return false;
  const { read, covers } = resourceCovering(kind);
  return covers(read(outer), read(inner));
}

function readCovers(outer: ReadResource, inner: ReadResource): boolean {
  if (outer.value === "*" || outer.value === inner.value) return true;
  if (inner.value === "*" || outer.fields === undefined || inner.fields === undefined) return false;
  const { fields } = inner;
  return (
    outer.fields.length === fields.length &&
    outer.fields.every((field, index) => patternCovers(field, fields[index] ?? ""))
  );
}

function fieldsOf(text: string, kind: PolicyKind): readonly string[] | undefined {
  const fields = splitArnPattern(text);
  return fields[0] === "arn" ? completeFields(fields, kindRules[kind].incompleteArn) : undefined;
}
