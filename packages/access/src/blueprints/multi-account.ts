import type { Blueprint } from "./blueprint.ts";

/** Eight accounts, one per environment, and the access matrix between them. */
export const multiAccount: Blueprint = {
  name: "multi-account",
  title: "Eight accounts, one per environment, and the access matrix between them.",
  text: `# Eight accounts, one per environment, and the access matrix between them.
# Accounts without an id are created under the address given; write \`id: "…"\` for one that you have.
castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}
owns: castellan=example-corp  # objects without this tag are read and reported, never changed

people:  # one line per human; a person who leaves gets \`left: 2026-10-31\` and stays until removal is proven
  yu@example.com:    {is: [admin, developer]}
  hana@example.com:  {is: [admin]}
  minji@example.com: {is: [developer, sandbox-developer]}
  jisoo@example.com: {is: [developer]}
  sarah@example.com: {is: [tester, sandbox-tester]}
  john@example.com:  {is: [operator]}
  mary@example.com:  {is: [finance]}
  sam@example.com:   {is: [auditor]}

groups:  # what you call a group: its name in IAM Identity Center
  admin:             AWS-Admins
  sandbox-developer: AWS-SandboxDevelopers
  sandbox-tester:    AWS-SandboxTesters
  developer:         AWS-Developers
  tester:            AWS-Testers
  operator:          AWS-Operators
  auditor:           AWS-SecurityAuditors
  finance:           AWS-Finance

permission-sets:
  # A role gives policies and a session, and is held to its claims; \`use\` and \`never\` beside it add to it.
  AdminAccess:            {role: admin}
  SandboxDeveloperAccess: {role: sandbox-developer}  # PowerUserAccess without bills, Identity Center and audit trail
  SandboxTesterAccess:    {role: sandbox-tester}
  DeveloperAccess:        {role: developer}
  TesterAccess:           {role: tester}
  OperatorAccess:         {role: operator}
  LimitedAccess:          {use: [ViewOnlyAccess, read logs], never: [see billing], session: 8h}
  SecurityAuditAccess:    {role: security-auditor}   # without bills, secrets and stored data, which ReadOnlyAccess reads
  FinanceReadOnlyAccess:  {role: finance-read-only}

accounts:
  management:  {id: "111111111111"}
  sandbox:     {email: aws-sandbox@example.com, unit: Sandbox, tags: {Environment: Sandbox}}
  development: {email: aws-development@example.com, unit: Workloads/Development, tags: {Environment: Development}}
  testing:     {email: aws-testing@example.com, unit: Workloads/Testing, tags: {Environment: Testing}}
  staging:     {email: aws-staging@example.com, unit: Workloads/Staging, tags: {Environment: Staging}}
  production:  {email: aws-production@example.com, unit: Workloads/Production, tags: {Environment: Production}}
  security:    {email: aws-security@example.com, unit: Security}
  logging:     {email: aws-logging@example.com, unit: Security}

access:  # read a row aloud: "in production, operators get OperatorAccess"
  everywhere:  {admin: AdminAccess, auditor: SecurityAuditAccess}
  management:  {finance: FinanceReadOnlyAccess}
  sandbox:     {sandbox-developer: SandboxDeveloperAccess, sandbox-tester: SandboxTesterAccess}
  development: {developer: DeveloperAccess, tester: LimitedAccess, operator: LimitedAccess}
  testing:     {developer: LimitedAccess, tester: TesterAccess, operator: LimitedAccess}
  staging:     {developer: LimitedAccess, tester: LimitedAccess, operator: OperatorAccess}
  production:  {operator: OperatorAccess}

guardrails:  # what nobody may do, administrators included (the management account excepted, as AWS has it)
  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, protect-castellan-roles]
  Sandbox:    [only-regions ap-northeast-2, no-expensive-instances, require-tags Owner ExpiresOn]
  Workloads:  [protect-public-access-blocks, no-disabling-detection]
  Security:   [no-disabling-detection, no-root-use]

sign-in: {passwords: {length: 14, reuse: 24}}
profiles:
  name: "{account}-{short}"
  short: {AdminAccess: admin, SandboxDeveloperAccess: dev, SandboxTesterAccess: test, DeveloperAccess: dev, TesterAccess: test, OperatorAccess: ops}
  default: development-dev

promises:  # checked before anything is changed, and again afterwards
  - only admin may manage IAM anywhere
  - only admin may manage sign-in anywhere
  - only admin may manage organization anywhere
  - only admin, finance may see billing
  - only admin, operator may write in production
  - developer may never write in production
  - developer, tester may never touch audit trail
  - sandbox-developer, sandbox-tester may reach only sandbox
  - finance may reach only management
  - auditor may never write
  - auditor may never read secrets
  - auditor may never see billing
  - developer may write in development
  - tester may run test jobs in testing
  - operator can restart services in production
  - finance may see billing in management
  - always at least 2 people are admin
`,
};
