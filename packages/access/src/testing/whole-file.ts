/** An access file with every section, those that are not built yet among them. */
export const wholeFile = `castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, portal: d-9067abcdef}
owns: castellan=example-corp  # objects without this tag are read and reported, never changed

people:  # one line per human; a person who leaves stays until removal is proven
  yu@example.com:     {is: [admin, developer]}
  hana@example.com:   {is: [admin]}
  minji@example.com:  {is: [developer, sandbox-developer]}
  sarah@example.com:  {is: [tester, sandbox-tester]}
  john@example.com:   {is: [operator]}
  mary@example.com:   {is: [finance]}
  sam@example.com:    {is: [auditor]}
  alex@example.com:   {left: 2026-10-31}

groups:  # business role -> name of the group in Identity Center
  admin: AWS-Admins
  developer: AWS-Developers
  tester: AWS-Testers
  operator: AWS-Operators
  finance: AWS-Finance
  auditor: AWS-SecurityAuditors
  sandbox-developer: AWS-SandboxDevelopers
  sandbox-tester: AWS-SandboxTesters

tasks:  # named pieces of permission; built-in ones (see billing, manage sign-in, ...) need no line
  read logs: {allow: ["logs:Get*", "logs:Describe*", "logs:FilterLogEvents", "cloudwatch:Get*", "cloudwatch:List*"]}
  run test jobs: {allow: ["codebuild:StartBuild"], on: "arn:aws:codebuild:*:*:project/test-*"}
  restart services: {allow: ["ecs:UpdateService", "ec2:RebootInstances"], when: {tag Environment: [testing, staging, production]}}

boundaries: {developer-boundary: {never: [manage sign-in, make unbounded roles, touch audit trail]}}

permission-sets:
  AdminAccess:         {use: AdministratorAccess, session: 1h}
  DeveloperAccess:     {use: PowerUserAccess, never: [see billing, manage sign-in], session: 8h, boundary: developer-boundary}
  SandboxDevAccess:    {use: PowerUserAccess, never: [see billing, manage sign-in], session: 8h}
  TesterAccess:        {use: [read logs, run test jobs], session: 8h}
  OperatorAccess:      {use: [read logs, restart services], session: 4h}
  FinanceReadOnly:     {use: AWSBillingReadOnlyAccess, session: 4h}
  SecurityAuditAccess: {use: [SecurityAudit, ReadOnlyAccess], never: [see billing, read secrets], session: 4h}
  LookOnlyAccess:      {use: ViewOnlyAccess, session: 4h}

accounts:
  management:  {id: "111111111111"}
  sandbox:     {id: "222222222222", unit: Sandbox, budget: 200 USD, expires-tag: required}
  development: {id: "333333333333", unit: Workloads}
  testing:     {id: "444444444444", unit: Workloads}
  staging:     {id: "555555555555", unit: Workloads}
  production:  {id: "666666666666", unit: Workloads}
  security:    {id: "777777777777", unit: Security}

access:  # read a row aloud: "in production, operators get OperatorAccess"
  management:  {admin: AdminAccess, finance: FinanceReadOnly, auditor: SecurityAuditAccess}
  sandbox:     {admin: AdminAccess, sandbox-developer: SandboxDevAccess, sandbox-tester: TesterAccess, auditor: SecurityAuditAccess}
  development: {admin: AdminAccess, developer: DeveloperAccess, tester: TesterAccess, operator: LookOnlyAccess, auditor: SecurityAuditAccess}
  testing:     {admin: AdminAccess, developer: TesterAccess, tester: TesterAccess, operator: OperatorAccess, auditor: SecurityAuditAccess}
  staging:     {admin: AdminAccess, developer: LookOnlyAccess, tester: LookOnlyAccess, operator: OperatorAccess, auditor: SecurityAuditAccess}
  production:  {admin: AdminAccess, operator: OperatorAccess, auditor: SecurityAuditAccess}
  security:    {admin: AdminAccess, auditor: SecurityAuditAccess}

borrow:  # just-in-time: asked for, approved by someone else, given back
  - {who: developer, takes: OperatorAccess, in: production, for: 2h, approved-by: operator}

pipelines:  # GitHub OIDC roles; subject is exact, never org/*
  web:        {repo: example/web, branch: main, in: production, kind: frontend, bucket: example-web, distribution: E2ABC}
  api:        {repo: example/api, branch: main, in: production, kind: lambda, function: api, passes: api-exec}
  infra-plan: {repo: example/infra, any: pull-request, in: production, kind: terraform-plan, state: example-tfstate}

guardrails:  # each name is an entry of the built-in SCP catalog
  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, no-root-keys, protect-castellan-roles]
  Sandbox:    [only-regions ap-northeast-2, no-expensive-instances, require-tags Owner ExpiresOn]

break-glass: {user: emergency-admin, in: management, mfa: 2 hardware keys, alarm: security@example.com, drill: 90d}
sign-in:     {mfa: every-time, passwords: {length: 14, reuse: 24}, billing-access: activated}
profiles:    {name: "{account}-{short}", short: {AdminAccess: admin, DeveloperAccess: dev}, default: development-dev}

promises:  # checked by proof before apply, and again against AWS after it
  - only admin may manage IAM anywhere
  - developer may never write in production, except by borrowing
  - sandbox-developer may reach only sandbox
  - only admin, finance may see billing
  - always at least 2 people are admin
`;
