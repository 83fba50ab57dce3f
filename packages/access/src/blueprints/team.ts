import type { Blueprint } from "./blueprint.ts";

/** A small team: a group for every kind of work, accounts from sandbox to production. */
export const team: Blueprint = {
  name: "team",
  title: "A small team: a group for every kind of work, accounts from sandbox to production.",
  text: `# A small team: a group for every kind of work, one account for every stage from sandbox to production.
# Accounts without an id are created under the address given; write \`id: "…"\` for one that you have.
castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}
owns: castellan=example-corp  # objects without this tag are read and reported, never changed

people:  # one line per human; a person who leaves gets \`left: 2026-10-31\` and stays until removal is proven
  yu@example.com:    {is: [admin, developer]}
  hana@example.com:  {is: [admin]}
  minji@example.com: {is: [developer, sandbox-developer]}
  sarah@example.com: {is: [tester, sandbox-tester]}
  john@example.com:  {is: [operator]}
  mary@example.com:  {is: [finance]}
  sam@example.com:   {is: [auditor]}
  alex@example.com:  {is: [read-only]}

groups:  # what you call a group: its name in IAM Identity Center
  admin:             AWS-Admins
  sandbox-developer: AWS-SandboxDevelopers
  sandbox-tester:    AWS-SandboxTesters
  developer:         AWS-Developers
  tester:            AWS-Testers
  operator:          AWS-Operators
  finance:           AWS-Finance
  auditor:           AWS-SecurityAuditors
  read-only:         AWS-ReadOnly
  emergency:         AWS-EmergencyAdmins  # nobody, until an emergency

permission-sets:
  # A role gives policies and a session, and is held to its claims; \`use\` and \`never\` beside it add to it.
  AdminAccess:            {role: admin}
  EmergencyAdminAccess:   {role: emergency-admin}
  SandboxDeveloperAccess: {role: sandbox-developer}  # PowerUserAccess without bills, Identity Center and audit trail
  SandboxTesterAccess:    {role: sandbox-tester}
  DeveloperAccess:        {role: developer}
  TesterAccess:           {role: tester}
  OperatorAccess:         {role: operator}
  FinanceReadOnlyAccess:  {role: finance-read-only}
  SecurityAuditAccess:    {role: security-auditor}   # without bills, secrets and stored data, which ReadOnlyAccess reads
  ReadOnlyAccess:         {role: read-only}
  LimitedAccess:          {use: [ViewOnlyAccess, read logs], never: [see billing], session: 8h}

accounts:
  management:  {id: "111111111111"}
  sandbox:     {email: aws-sandbox@example.com, unit: Sandbox}
  development: {email: aws-development@example.com, unit: Workloads}
  testing:     {email: aws-testing@example.com, unit: Workloads}
  production:  {email: aws-production@example.com, unit: Workloads/Production}

access:  # read a row aloud: "in production, operators get OperatorAccess"
  everywhere:  {admin: AdminAccess, auditor: SecurityAuditAccess}
  management:  {finance: FinanceReadOnlyAccess, emergency: EmergencyAdminAccess}
  sandbox:     {sandbox-developer: SandboxDeveloperAccess, sandbox-tester: SandboxTesterAccess}
  development: {developer: DeveloperAccess, tester: LimitedAccess, operator: LimitedAccess, read-only: ReadOnlyAccess}
  testing:     {developer: LimitedAccess, tester: TesterAccess, operator: LimitedAccess, read-only: ReadOnlyAccess}
  production:  {operator: OperatorAccess, emergency: EmergencyAdminAccess, read-only: ReadOnlyAccess}

guardrails:  # what nobody may do, administrators included (the management account excepted, as AWS has it)
  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, protect-castellan-roles]
  Sandbox:    [only-regions ap-northeast-2, no-expensive-instances, require-tags Owner ExpiresOn]
  Production: [protect-public-access-blocks]

sign-in: {passwords: {length: 14, reuse: 24}}
profiles:
  name: "{account}-{short}"
  short: {AdminAccess: admin, SandboxDeveloperAccess: dev, SandboxTesterAccess: test, DeveloperAccess: dev, TesterAccess: test, OperatorAccess: ops}
  default: development-dev

promises:  # checked before anything is changed, and again afterwards
  - only admin, emergency may manage IAM anywhere
  - only admin, emergency may manage sign-in anywhere
  - only admin, emergency may manage organization anywhere
  - only admin, emergency, finance may see billing
  - only admin, emergency, operator may write in production
  - sandbox-developer, sandbox-tester may reach only sandbox
  - developer may never touch audit trail
  - auditor, read-only may never write
  - auditor, read-only may never read secrets
  - finance may reach only management
  - developer may write in development
  - operator can restart services in production
  - finance may see billing in management
  - always at least 2 people are admin
`,
};
