import { computeRoleSets } from "./compute-role-sets.ts";
import { dataRoleSets } from "./data-role-sets.ts";
import type { EscalationSet } from "./escalation-set.ts";
import { passes } from "./passes.ts";

const deploymentSets: readonly EscalationSet[] = [
  passes(
    "create-stack",
    "cloudformation",
    "makes a stack that works with a role",
    "cloudformation:CreateStack",
    "FWCHRLP",
  ),
  passes(
    "create-stack-set",
    "cloudformation",
    "makes stacks in accounts that work with a role",
    "cloudformation:CreateStackSet cloudformation:CreateStackInstances",
    "FWC",
  ),
  passes(
    "update-stack-set",
    "cloudformation",
    "changes stacks in accounts to work with a role",
    "cloudformation:UpdateStackSet",
    "FWC",
  ),
  passes(
    "build-project",
    "codebuild",
    "makes a build project with a role and starts it",
    "codebuild:CreateProject codebuild:StartBuild",
    "FWCP",
  ),
  passes(
    "build-project-batch",
    "codebuild",
    "makes a build project with a role and starts a batch",
    "codebuild:CreateProject codebuild:StartBuildBatch",
    "FWC",
  ),
  passes(
    "automation",
    "ssm",
    "writes an automation and runs it with a role",
    "ssm:CreateDocument ssm:StartAutomationExecution",
    "FW",
  ),
  passes("schedule", "scheduler", "schedules a call of AWS's API with a role", "scheduler:CreateSchedule", "FW"),
  passes(
    "new-state-machine",
    "states",
    "makes a state machine with a role and runs it",
    "states:CreateStateMachine states:StartExecution",
    "FW",
  ),
  {
    ...passes("codestar-project", "codestar", "makes a project whose role may do much", "codestar:CreateProject", "WR"),
    skipped: "retired",
  },
  passes(
    "identity-pool-roles",
    "cognito-identity",
    "lets an identity pool hand out a role",
    "cognito-identity:SetIdentityPoolRoles",
    "FW",
  ),
];

const core = "bedrock-agentcore";
const runtime = `${core}:CreateAgentRuntime ${core}:CreateAgentRuntimeEndpoint ${core}:CreateWorkloadIdentity`;

const agentSets: readonly EscalationSet[] = [
  passes(
    "new-code-interpreter",
    core,
    "makes a code interpreter with a role and runs code in it",
    `${core}:CreateCodeInterpreter ${core}:StartCodeInterpreterSession ${core}:InvokeCodeInterpreter`,
    "FWC",
  ),
  passes(
    "new-code-interpreter-invoked",
    core,
    "makes a code interpreter with a role and runs code in an open session",
    `${core}:CreateCodeInterpreter ${core}:InvokeCodeInterpreter`,
    "H",
  ),
  passes(
    "new-agent-browser",
    core,
    "makes a browser with a role and drives it",
    `${core}:CreateBrowser ${core}:StartBrowserSession ${core}:ConnectBrowserAutomationStream`,
    "FW",
  ),
  passes(
    "new-agent-runtime",
    core,
    "makes an agent runtime with a role and runs a command in it",
    `${runtime} ${core}:InvokeAgentRuntimeCommand`,
    "FW",
  ),
  passes(
    "new-agent-harness",
    core,
    "makes an agent harness with a role and runs a command in it",
    `${core}:CreateHarness ${runtime} ${core}:GetAgentRuntime ${core}:InvokeAgentRuntimeCommand`,
    "FW",
  ),
];

/** Sets that hand a role to a service: rows 30 to 40 of the merged table. */
export const passRoleSets: readonly EscalationSet[] = [
  ...computeRoleSets,
  ...deploymentSets,
  ...dataRoleSets,
  ...agentSets,
];
