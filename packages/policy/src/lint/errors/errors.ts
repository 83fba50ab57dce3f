import type { LintCheck } from "../lint-check.ts";
import { actionErrors } from "./action-errors.ts";
import { actionKeyErrors } from "./action-key-errors.ts";
import { arnErrors } from "./arn-errors.ts";
import { attachmentErrors } from "./attachment-errors.ts";
import { conditionKeyErrors } from "./condition-key-errors.ts";
import { conditionValueErrors } from "./condition-value-errors.ts";
import { documentErrors } from "./document-errors.ts";
import { networkErrors } from "./network-errors.ts";
import { operatorErrors } from "./operator-errors.ts";
import { organizationErrors } from "./organization-errors.ts";
import { permissiveErrors } from "./permissive-errors.ts";
import { principalErrors } from "./principal-errors.ts";
import { trustErrors } from "./trust-errors.ts";
import { variableErrors } from "./variable-errors.ts";

/** Access Analyzer's errors, by what they are about. */
export const errors: readonly LintCheck[] = [
  ...documentErrors,
  ...actionErrors,
  ...actionKeyErrors,
  ...arnErrors,
  ...attachmentErrors,
  ...conditionKeyErrors,
  ...operatorErrors,
  ...conditionValueErrors,
  ...networkErrors,
  ...permissiveErrors,
  ...variableErrors,
  ...principalErrors,
  ...trustErrors,
  ...organizationErrors,
];
