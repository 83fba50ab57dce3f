import type { LintCheck } from "../lint-check.ts";
import { conditionValues } from "./condition-values.ts";
import { endpointKeys } from "./endpoint-keys.ts";
import { githubSubject } from "./github-subject.ts";
import { identifiers } from "./identifiers.ts";
import { policySize } from "./policy-size.ts";
import { principalIds } from "./principal-ids.ts";
import { rcpConditions } from "./rcp-conditions.ts";
import { serviceLinkedRoles } from "./service-linked-roles.ts";
import { wildcardWithoutLike } from "./wildcards.ts";

/** The general warnings. */
export const warnings: readonly LintCheck[] = [
  ...serviceLinkedRoles,
  ...identifiers,
  ...principalIds,
  ...conditionValues,
  wildcardWithoutLike,
  ...policySize,
  githubSubject,
  ...rcpConditions,
  endpointKeys,
];
