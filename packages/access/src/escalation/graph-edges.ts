import { type EscalationSet, escalation, target } from "./escalation-set.ts";
import { passes } from "./passes.ts";

const profiled = target("an instance profile whose role has more rights, and an instance the caller can enter");

/** What only PMapper's graph knows: row 41 of the merged table. */
export const graphEdges: readonly EscalationSet[] = [
  passes("associate-instance-profile", "ec2", "gives an instance a role", "ec2:AssociateIamInstanceProfile", "P"),
  escalation(
    "new-instance-profile",
    "puts a role into an instance profile",
    "iam:PassRole iam:CreateInstanceProfile iam:AddRoleToInstanceProfile",
    {
      effect: "role",
      needs: [{ kind: "passableRole", service: "ec2.amazonaws.com" }, ...profiled],
      from: "P",
    },
  ),
  passes(
    "build-project-changed",
    "codebuild",
    "gives a build project a role and starts it",
    "codebuild:UpdateProject codebuild:StartBuild",
    "P",
  ),
  passes(
    "build-project-changed-batch",
    "codebuild",
    "gives a build project a role and starts a batch",
    "codebuild:UpdateProject codebuild:StartBuildBatch",
    "P",
  ),
  passes(
    "update-stack-with-role",
    "cloudformation",
    "gives a stack a role and updates it",
    "cloudformation:UpdateStack",
    "P",
  ),
  passes(
    "group-by-service-role",
    "ec2",
    "makes Auto Scaling's own role and a group of instances with a role",
    "iam:CreateServiceLinkedRole ec2:CreateLaunchTemplate autoscaling:CreateAutoScalingGroup",
    "P",
  ),
  escalation(
    "new-role-attached",
    "makes a role that trusts it and attaches AdministratorAccess",
    "iam:CreateRole iam:AttachRolePolicy",
    { effect: "other", from: "P" },
  ),
  escalation(
    "new-role-written",
    "makes a role that trusts it and writes it an inline policy",
    "iam:CreateRole iam:PutRolePolicy",
    { effect: "other", from: "P" },
  ),
];
