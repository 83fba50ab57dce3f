import type { Blueprint } from "./blueprint.ts";

/** Three accounts and the fewest groups that keep administrators, developers and money apart. */
export const starter: Blueprint = {
  name: "starter",
  title: "Three accounts and the fewest groups that keep administrators, developers and money apart.",
  text: `# The fewest groups that keep administrators, developers and money apart: three accounts, five groups.
# Accounts without an id are created under the address given; write \`id: "…"\` for one that you have.
castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}
owns: castellan=example-corp  # objects without this tag are read and reported, never changed

people:
  yu@example.com:    {is: [admin, developer]}
  hana@example.com:  {is: [admin]}
  minji@example.com: {is: [developer, sandbox-developer]}
  john@example.com:  {is: [read-only]}
  mary@example.com:  {is: [finance]}

groups:  # what you call a group: its name in IAM Identity Center
  admin:             AWS-Admins
  sandbox-developer: AWS-SandboxDevelopers
  developer:         AWS-Developers
  read-only:         AWS-ReadOnly
  finance:           AWS-Finance

permission-sets:
  # A role gives policies and a session, and is held to its claims; \`use\` and \`never\` beside it add to it.
  AdminAccess:            {role: admin}
  SandboxDeveloperAccess: {role: sandbox-developer}  # PowerUserAccess without bills, Identity Center and audit trail
  DeveloperAccess:        {role: developer}
  ReadOnlyAccess:         {role: read-only}          # ReadOnlyAccess without bills, secrets and stored data
  FinanceReadOnlyAccess:  {role: finance-read-only}

accounts:
  management:  {id: "111111111111"}
  sandbox:     {email: aws-sandbox@example.com, unit: Sandbox}
  development: {email: aws-development@example.com, unit: Workloads}

access:  # read a row aloud: "in development, developers get DeveloperAccess"
  everywhere:  {admin: AdminAccess}
  management:  {finance: FinanceReadOnlyAccess}
  sandbox:     {sandbox-developer: SandboxDeveloperAccess}
  development: {developer: DeveloperAccess, read-only: ReadOnlyAccess}

guardrails:  # what nobody may do, administrators included (the management account excepted, as AWS has it)
  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, protect-castellan-roles]
  Sandbox:    [only-regions ap-northeast-2, no-expensive-instances]

sign-in: {passwords: {length: 14, reuse: 24}}
profiles:
  name: "{account}-{short}"
  short: {AdminAccess: admin, SandboxDeveloperAccess: dev, DeveloperAccess: dev, ReadOnlyAccess: look, FinanceReadOnlyAccess: finance}
  default: development-dev

promises:  # checked before anything is changed, and again afterwards
  - only admin may manage IAM anywhere
  - only admin may manage sign-in anywhere
  - only admin may manage organization anywhere
  - only admin, finance may see billing
  - sandbox-developer may reach only sandbox
  - developer, sandbox-developer may never touch audit trail
  - read-only may never write
  - read-only may never read secrets
  - developer may write in development
  - finance may see billing in management
  - always at least 2 people are admin
`,
};
