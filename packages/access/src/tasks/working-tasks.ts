import { builtIn, everywhere, type LevelTask, type Task } from "./task.ts";

const levels = (name: string, facts: Omit<LevelTask, "kind" | "name" | "origin">): LevelTask => ({
  kind: "levels",
  origin: "built-in",
  name,
  ...facts,
});

/** Tasks of people who build, test and operate. */
export const workingTasks: readonly Task[] = [
  levels("write", {
    doc: "Change anything: create, alter, delete, tag, or permit.",
    source:
      "Service Authorization Reference, classes Write, Tagging and Permissions management (2026-09-26); without calls that AWS classes so although their names and answers only read",
    levels: ["Write", "Tagging", "Permissions management"],
    except: ["*:Get*", "*:List*", "*:Describe*", "*:View*", "s3express:CreateSession"],
    core: ["s3:PutObject", "dynamodb:PutItem", "lambda:UpdateFunctionCode", "ec2:RunInstances"],
  }),
  levels("look", {
    doc: "See that something exists and how it is set up.",
    source: "Service Authorization Reference, class List (2026-09-26)",
    levels: ["List"],
    except: [],
    core: ["ec2:DescribeInstances", "s3:ListAllMyBuckets", "lambda:ListFunctions", "iam:ListRoles"],
  }),
  builtIn(
    "read application resources",
    {
      doc: "Inspect functions, APIs, objects, tables and databases without changing them.",
      source: "the access guide's tester policy",
    },
    everywhere(
      "lambda:Get*",
      "lambda:List*",
      "apigateway:GET",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListAllMyBuckets",
      "dynamodb:DescribeTable",
      "dynamodb:ListTables",
      "rds:Describe*",
    ),
  ),
  builtIn(
    "run test jobs",
    {
      doc: "Start and watch CodeBuild projects whose names begin with `test-`, as they are: without another build, source or image.",
      source:
        "the access guide: testers may trigger test jobs; a build of the tester's own would run as the project's role [CodeBuild guide, condition keys, 2025]",
    },
    {
      actions: ["codebuild:StartBuild"],
      resources: ["arn:aws:codebuild:*:*:project/test-*"],
      condition: {
        Null: {
          "codebuild:source.buildspec": ["true"],
          "codebuild:source.location": ["true"],
          "codebuild:environment.image": ["true"],
        },
      },
    },
    { actions: ["codebuild:StopBuild"], resources: ["arn:aws:codebuild:*:*:project/test-*"] },
    everywhere("codebuild:BatchGet*", "codebuild:List*"),
  ),
  builtIn(
    "operate instances",
    { doc: "Start, stop and reboot EC2 instances.", source: "the access guide's operator policy" },
    everywhere("ec2:Describe*", "ec2:StartInstances", "ec2:StopInstances", "ec2:RebootInstances"),
  ),
  builtIn(
    "operate containers",
    { doc: "Restart and scale ECS services.", source: "the access guide's operator policy" },
    everywhere("ecs:Describe*", "ecs:List*", "ecs:UpdateService"),
  ),
  builtIn(
    "restart services",
    {
      doc: "Restart what runs: ECS services, EC2 instances, Auto Scaling groups.",
      source: "the access guide: what an operator can usually do",
      core: ["ecs:UpdateService", "ec2:RebootInstances"],
    },
    everywhere(
      "ecs:Describe*",
      "ecs:List*",
      "ecs:UpdateService",
      "ec2:Describe*",
      "ec2:RebootInstances",
      "autoscaling:Describe*",
      "autoscaling:StartInstanceRefresh",
    ),
  ),
  builtIn(
    "open sessions",
    {
      doc: "Open a shell on an instance through Systems Manager Session Manager.",
      source: "the access guide: what an operator can usually do",
    },
    {
      actions: ["ssm:StartSession"],
      resources: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell"],
    },
    { actions: ["ssm:ResumeSession", "ssm:TerminateSession"], resources: ["arn:aws:ssm:*:*:session/${aws:userid}-*"] },
    everywhere("ssm:DescribeSessions", "ssm:DescribeInstanceInformation", "ssm:GetConnectionStatus"),
  ),
  builtIn(
    "roll out",
    {
      doc: "Start deployments that CodeDeploy and CodePipeline already know.",
      source: "the access guide: what an operator can usually do",
    },
    everywhere(
      "codedeploy:BatchGet*",
      "codedeploy:Get*",
      "codedeploy:List*",
      "codedeploy:CreateDeployment",
      "codedeploy:StopDeployment",
      "codepipeline:Get*",
      "codepipeline:List*",
      "codepipeline:StartPipelineExecution",
      "codepipeline:RetryStageExecution",
    ),
  ),
];
