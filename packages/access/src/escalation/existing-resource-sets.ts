import type { RequestContext } from "@castellan/policy";
import { type EscalationSet, escalation, target } from "./escalation-set.ts";

const role = "whose role has more rights";

function runs(id: string, name: string, actions: string, what: string, from: string): EscalationSet {
  return escalation(id, name, actions, { effect: "role", needs: target(`${what} ${role}`), from });
}

const fn = "a function";
const instance = "a managed instance";

/**
 * What a build may change of its project for once; without it the project runs what it always runs
 * [CodeBuild User Guide, condition keys: prevent unauthorized modifications to project buildspec; 2026-11-23].
 */
const buildOverrides: readonly RequestContext[] = [
  { "codebuild:source.buildspec": "buildspec" },
  { "codebuild:source.location": "source" },
  { "codebuild:environment.image": "image" },
];

function builds(id: string, name: string, action: string): EscalationSet {
  const set = runs(id, name, action, "a build project", "FWP");
  return { ...set, needs: [...set.needs, { kind: "context", action, oneOf: buildOverrides }] };
}

/** Sets that make something that is there already, and has a role, do the caller's work. */
export const existingResourceSets: readonly EscalationSet[] = [
  runs("function-code", "replaces the code of a function", "lambda:UpdateFunctionCode", fn, "FWCHRLP"),
  runs(
    "function-code-then-invoke",
    "replaces the code of a function and invokes it",
    "lambda:UpdateFunctionCode lambda:InvokeFunction",
    fn,
    "FWC",
  ),
  runs(
    "function-code-then-permission",
    "replaces the code of a function and lets another invoke it",
    "lambda:UpdateFunctionCode lambda:AddPermission",
    fn,
    "FWC",
  ),
  runs(
    "function-configuration",
    "adds a layer or a start command to a function",
    "lambda:UpdateFunctionConfiguration",
    fn,
    "WHR",
  ),
  runs("update-stack", "updates a stack that has a service role", "cloudformation:UpdateStack", "a stack", "FWP"),
  runs(
    "change-set",
    "changes a stack that has a service role through a change set",
    "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
    "a stack",
    "FWC",
  ),
  builds("start-build", "starts a build with commands, source or image of its own", "codebuild:StartBuild"),
  builds(
    "start-build-batch",
    "starts a batch of builds with commands, source or image of its own",
    "codebuild:StartBuildBatch",
  ),
  runs(
    "instance-user-data",
    "changes what an instance runs when it starts, and restarts it",
    "ec2:StopInstances ec2:ModifyInstanceAttribute ec2:StartInstances",
    "an instance",
    "FWC",
  ),
  runs(
    "launch-template-version",
    "changes what new instances run",
    "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
    "a launch template in use",
    "FWC",
  ),
  runs(
    "instance-connect",
    "puts its own SSH key on an instance",
    "ec2:DescribeInstances ec2-instance-connect:SendSSHPublicKey",
    "a reachable instance",
    "FWC",
  ),
  runs("send-command", "runs a command on a managed instance", "ssm:SendCommand", instance, "FWP"),
  runs("start-session", "opens a session on a managed instance", "ssm:StartSession", instance, "FWP"),
  runs(
    "execute-command",
    "runs a command in a container",
    "ecs:DescribeTasks ecs:ExecuteCommand",
    "a task with ECS Exec",
    "WC",
  ),
  runs(
    "development-endpoint-key",
    "puts its own SSH key on a development endpoint",
    "glue:UpdateDevEndpoint",
    "a development endpoint",
    "FWCHRL",
  ),
  runs(
    "notebook-url",
    "opens a notebook instance",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "a notebook instance",
    "FWCR",
  ),
  runs(
    "notebook-lifecycle",
    "changes what a notebook instance runs when it starts, and restarts it",
    "sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance",
    "a notebook instance",
    "FWC",
  ),
  runs(
    "app-service",
    "changes the image or command of a service",
    "apprunner:UpdateService",
    "an App Runner service",
    "FW",
  ),
  runs(
    "batch-job",
    "runs a job of an existing definition with a command of its own",
    "batch:SubmitJob",
    "a job definition",
    "FW",
  ),
  runs(
    "state-machine",
    "changes a state machine and runs it",
    "states:UpdateStateMachine states:StartExecution",
    "a state machine",
    "FW",
  ),
  runs(
    "code-deployment",
    "deploys a revision of its own",
    "codedeploy:GetDeploymentConfig codedeploy:RegisterApplicationRevision codedeploy:CreateDeployment",
    "instances of a deployment group",
    "FW",
  ),
  runs(
    "code-interpreter",
    "runs code in a code interpreter",
    "bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
    "a code interpreter",
    "FWC",
  ),
  runs(
    "agent-runtime-command",
    "runs a command in an agent runtime",
    "bedrock-agentcore:InvokeAgentRuntimeCommand",
    "an agent runtime",
    "FW",
  ),
  runs(
    "agent-browser",
    "drives a browser of an agent",
    "bedrock-agentcore:StartBrowserSession bedrock-agentcore:ConnectBrowserAutomationStream",
    "a browser",
    "FW",
  ),
  escalation(
    "codestar-team",
    "makes itself owner of a new project",
    "codestar:CreateProject codestar:AssociateTeamMember",
    { effect: "self", from: "H", skipped: "retired" },
  ),
  escalation(
    "codestar-template",
    "makes a project whose worker role it may use",
    "codestar:CreateProjectFromTemplate",
    { effect: "self", from: "R", skipped: "retired" },
  ),
];
