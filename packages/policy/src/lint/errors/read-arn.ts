import type { PolicyKind, Text } from "../../document/policy-node.ts";
import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import type { LintSubject } from "../lint-check.ts";
import { arnTypesOf, typesMatching, type ArnType } from "./arn-types.ts";

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
