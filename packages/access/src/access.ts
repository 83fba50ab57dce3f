// Access as code: file -> desired estate -> plan -> apply -> verify. This list is all that other packages may use.

// The estate: what AWS holds, or shall hold.
export type {
  Account,
  AccountAssignment,
  AccountIam,
  AccountId,
  Boundary,
  CustomerManagedPolicy,
  Estate,
  Group,
  IamGroup,
  IamUser,
  MembershipRemoval,
  Organization,
  OrganizationalUnit,
  PasswordPolicy,
  PermissionSet,
  PolicyReference,
  PolicyTarget,
  Removal,
  Removals,
  ServiceControlPolicy,
  Source,
  Tags,
  UnitPath,
  User,
} from "./estate.ts";

// The catalogue that this package needs of AWS.
export type { AccessCatalog, CatalogAction, CatalogPolicy } from "./access-catalog.ts";

// Diagnostics.
export type { CodeRow, DiagnosticCode } from "./diagnostics/codes.ts";
export { diagnosticCodes, documentOf } from "./diagnostics/codes.ts";
export type { DiagnosticDetail } from "./diagnostics/diagnose.ts";
export { diagnose, hasErrors, sortDiagnostics } from "./diagnostics/diagnose.ts";
export type { PrintOptions } from "./diagnostics/print-diagnostic.ts";
export { printDiagnostic } from "./diagnostics/print-diagnostic.ts";
export type { DiagnosticJson } from "./diagnostics/diagnostic-json.ts";
export { diagnosticJson } from "./diagnostics/diagnostic-json.ts";
export { applyFixes } from "./diagnostics/apply-edits.ts";
export { displayWidth, padToWidth, printable } from "./diagnostics/display-width.ts";

// The access file.
export type { AccessFile } from "./file/access-file.ts";
export type { ParsedAccessFile } from "./file/parse-access-file.ts";
export { jsonSchema, parseAccessFile } from "./file/parse-access-file.ts";
export type { JsonSchema } from "./file/shape.ts";
export { differenceInWords, nearName } from "./file/near-name.ts";
export type { LoadedAccessFile, LoadOptions } from "./load-access-file.ts";
export { loadAccessFile } from "./load-access-file.ts";
export type { DesiredAccess } from "./resolve/resolve-access-file.ts";
export type { OwnerTag } from "./resolve/resolving.ts";

// What comes ready: tasks, guardrails, blueprints.
export type { LevelTask, PatternTask, Task, TaskCatalogue, TaskPiece } from "./tasks/task.ts";
export { builtInTasks, taskCatalogue } from "./tasks/task-catalogue.ts";
export { expandTask } from "./tasks/expand-task.ts";
export type { Guardrail, GuardrailWords } from "./guardrails/guardrail.ts";
export { guardrails } from "./guardrails/guardrail-catalogue.ts";
export type { Blueprint } from "./blueprints/blueprint.ts";
export { blueprints, findBlueprint } from "./blueprints/blueprint-catalogue.ts";

// Questions to an estate.
export type { EstateView } from "./questions/estate-view.ts";
export { openEstate } from "./questions/estate-view.ts";
export type { Grant, Route } from "./questions/grant.ts";
export { grantInWords, grantsOf, holdersOf, routesOfPerson } from "./questions/grant.ts";
export type { GrantRequest } from "./questions/decide-grant.ts";
export { decideGrant } from "./questions/decide-grant.ts";
export type { AccessAnswer, ExplainOptions, PrintAnswerOptions, RouteAnswer } from "./questions/explain-access.ts";
export { explainAccess, overRoutes, printAccessAnswer } from "./questions/explain-access.ts";
export type { ControlStop } from "./questions/control-path.ts";
export type { PersonWhoCan, WayThatCan, WhoCanAnswer } from "./questions/who-can.ts";
export { printWhoCan, whoCan } from "./questions/who-can.ts";
export type { AccountReach, ReachedAction, ServiceReach, WhatCanAnswer } from "./questions/what-can.ts";
export { printWhatCan, whatCan } from "./questions/what-can.ts";
export type { AccessMatrix, MatrixCell } from "./questions/access-matrix.ts";
export { accessMatrix, printMatrix } from "./questions/access-matrix.ts";
export { decideAdministrators } from "./questions/decide-administrators.ts";
export { controlPolicyLevels } from "./questions/control-policy-levels.ts";
export { iamUserArn, reservedRoleArn, reservedRoleName, reservedSessionArn } from "./questions/principal-arn.ts";

// Tables of requests.
export type { CaseFormat, CaseSources } from "./cases/read-cases.ts";
export { caseFormat, readCases } from "./cases/read-cases.ts";

// Promises.
export type { AccessPromise, PromiseClaim, PromisedGroup, PromisedPlace } from "./promises/access-promise.ts";
export type { PromiseOrigin } from "./promises/access-promise.ts";
export type { Role, RoleClaim } from "./roles/role.ts";
export { findRole, roles } from "./roles/role-catalogue.ts";
export { promiseForms } from "./promises/access-promise.ts";
export type { ReadSentence, SentenceOptions } from "./promises/read-sentence.ts";
export { readSentence } from "./promises/read-sentence.ts";
export type { Counterexample, PromiseResult } from "./promises/promise-result.ts";
export { assumptionsOf, resultInWords } from "./promises/promise-result.ts";
export type { PromiseFix, ProveText } from "./promises/fixes/find-fixes.ts";
export { findFixes } from "./promises/fixes/find-fixes.ts";
export { provePromises } from "./promises/prove-promises.ts";

// Escalation: paths to administrator.
export type {
  AnsweredNeed,
  Closing,
  EscalationFinding,
  EscalationPath,
  EscalationReport,
} from "./escalation/escalation-report.ts";
export type { EscalationNeed, EscalationSet, EscalationSource } from "./escalation/escalation-set.ts";
export { escalationSources } from "./escalation/escalation-set.ts";
export { escalationTable } from "./escalation/escalation-table.ts";
export type { EscalationOptions } from "./escalation/find-escalations.ts";
export { findEscalations, nobodyEscalates } from "./escalation/find-escalations.ts";
export { escalationJson } from "./escalation/escalation-json.ts";
export { printEscalations } from "./escalation/print-escalations.ts";

// AWS CLI profiles.
export type { ListedProfiles, Profile, ProfileNaming } from "./profiles/list-profiles.ts";
export { listProfiles, profileNaming } from "./profiles/list-profiles.ts";
export type { ProfileSettings } from "./profiles/print-profiles.ts";
export { portalUrl, printProfiles, printShellLines } from "./profiles/print-profiles.ts";
export type { MergedConfig, ProfileBlock } from "./profiles/merge-profiles.ts";
export { mergeProfiles } from "./profiles/merge-profiles.ts";

// The target: AWS, or a plane that speaks AWS's API.
export type { AwsCredentials, RequestHandler, Target } from "./aws/target.ts";
export type { AwsClients } from "./aws/clients.ts";
export { createClients } from "./aws/clients.ts";
export type { EstateReading } from "./aws/read-estate.ts";
export { readEstate } from "./aws/read-estate.ts";

// Plan.
export type { Plan, PlanOptions } from "./plan/plan.ts";
export { planChanges } from "./plan/plan-changes.ts";
export type { ParsedPlan } from "./plan/plan-document.ts";
export { parsePlanDocument, planDocument, printPlanDocument } from "./plan/plan-document.ts";
export type { PlanStyle } from "./plan/print-plan.ts";
export { printPlan } from "./plan/print-plan.ts";
export type { ReadScope } from "./plan/scope.ts";
export { scopeOf } from "./plan/scope.ts";
export type { Step } from "./plan/step.ts";

// Apply.
export type { ApplyProgress, ApplyResult } from "./apply/apply-plan.ts";
export { applyPlan } from "./apply/apply-plan.ts";
export type { ApplyJournal } from "./apply/apply-journal.ts";
export { memoryApplyJournal } from "./apply/apply-journal.ts";
export { fileApplyJournal } from "./apply/file-apply-journal.ts";
export { readBack } from "./apply/read-back.ts";
