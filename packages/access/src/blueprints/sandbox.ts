import type { Blueprint } from "./blueprint.ts";

/** A separate account to build and test in, away from production and bills. */
export const sandbox: Blueprint = {
  name: "sandbox",
  title: "A separate account to build and test in, away from production and bills.",
  text: `# A separate AWS account to build and test in: mistakes, quotas and costs stay away from everything else.
# Accounts without an id are created under the address given; write \`id: "…"\` for one that you have.
castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}
owns: castellan=example-corp  # objects without this tag are read and reported, never changed

people:
  yu@example.com:    {is: [admin, sandbox-developer]}
  hana@example.com:  {is: [admin]}
  minji@example.com: {is: [sandbox-developer]}
  sarah@example.com: {is: [sandbox-tester]}
  alex@example.com:  {is: [sandbox-read-only]}

groups:  # what you call a group: its name in IAM Identity Center
  admin:             AWS-Admins
  sandbox-developer: AWS-SandboxDevelopers
  sandbox-tester:    AWS-SandboxTesters
  sandbox-read-only: AWS-SandboxReadOnly

permission-sets:
  # A role gives policies and a session, and is held to its claims; \`use\` and \`never\` beside it add to it.
  AdminAccess:            {role: admin}
  SandboxDeveloperAccess: {role: sandbox-developer}  # PowerUserAccess without bills, Identity Center and audit trail
  SandboxTesterAccess:    {role: sandbox-tester}
  SandboxReadOnlyAccess:  {role: sandbox-read-only}  # ReadOnlyAccess without bills, secrets and stored data

accounts:
  management: {id: "111111111111"}  # sign-in, bills and the organization; nothing runs here
  sandbox:    {email: aws-sandbox@example.com, unit: Sandbox, tags: {Environment: Sandbox}}

access:  # read a row aloud: "in sandbox, sandbox-testers get SandboxTesterAccess"
  everywhere: {admin: AdminAccess}
  sandbox:
    sandbox-developer: SandboxDeveloperAccess
    sandbox-tester:    SandboxTesterAccess
    sandbox-read-only: SandboxReadOnlyAccess

guardrails:  # what nobody may do, administrators included (the management account excepted, as AWS has it)
  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, protect-castellan-roles]
  Sandbox:    [only-regions ap-northeast-2, no-expensive-instances, require-tags Environment Owner Project ExpiresOn ManagedBy]

sign-in: {passwords: {length: 14, reuse: 24}}
profiles:
  name: "{account}-{short}"
  short: {AdminAccess: admin, SandboxDeveloperAccess: dev, SandboxTesterAccess: test, SandboxReadOnlyAccess: look}
  default: sandbox-dev

promises:  # checked before anything is changed, and again afterwards
  - only admin may manage IAM anywhere
  - only admin may manage sign-in anywhere
  - only admin may manage organization anywhere
  - only admin may see billing
  - sandbox-developer, sandbox-tester, sandbox-read-only may reach only sandbox
  - sandbox-developer may never touch audit trail
  - sandbox-read-only may never write
  - sandbox-developer may write in sandbox
  - sandbox-tester may run test jobs in sandbox
  - always at least 2 people are admin
`,
};
