import type { Role, RoleClaim } from "./role.ts";

const may = (task: string, ...core: readonly string[]): RoleClaim =>
  core.length === 0 ? { kind: "may", task } : { kind: "may", task, core };
const never = (...tasks: readonly string[]): readonly RoleClaim[] => tasks.map((task) => ({ kind: "never", task }));
const neverWriteInProduction: RoleClaim = { kind: "neverInProduction", task: "write" };
const onlySandboxes: RoleClaim = { kind: "onlySandboxes" };

const administration = ["manage IAM", "manage sign-in", "manage organization"];

/** Everything an administrator does; IAM users apart, which the guardrail `no-iam-users` keeps even administrators from making. */
const administrates: readonly RoleClaim[] = [
  may("manage IAM", "iam:CreateRole", "iam:CreatePolicy", "iam:AttachRolePolicy"),
  may("manage sign-in"),
  may("manage organization"),
  may("see billing"),
  may("write", "s3:PutObject", "dynamodb:PutItem", "lambda:UpdateFunctionCode"),
];

const neverAsDeveloper = ["see billing", "manage sign-in", "touch audit trail"];
const developing: readonly RoleClaim[] = [
  may("write", "s3:PutObject", "dynamodb:PutItem", "lambda:UpdateFunctionCode"),
  may("read logs"),
  ...never(...administration, "see billing", "touch audit trail"),
];

const testersUse = ["read logs", "read application resources", "run test jobs"];
const testing: readonly RoleClaim[] = [
  ...testersUse.map((task) => may(task)),
  ...never(...administration, "see billing", "read secrets", "touch audit trail"),
];

const neverAsReader = ["see billing", "read secrets", "read data"];
const onlyReading = never("write", "manage IAM", ...neverAsReader);
const reading: readonly RoleClaim[] = [may("look"), may("read logs"), ...onlyReading];

/** What somebody who looks after money needs nothing of. */
const infrastructure = ["operate instances", "operate containers", "restart services", "roll out", "run test jobs"];

/**
 * The roles that come with Castellan: the access guide's role matrix and sandbox, corrected. PowerUserAccess by itself reads
 * bills and edits Identity Center; ReadOnlyAccess by itself reads bills, secrets and stored data.
 */
export const roles: readonly Role[] = [
  {
    name: "admin",
    purpose: "Administers whole accounts: IAM, networks, security controls, incidents.",
    where: "anywhere",
    use: ["AdministratorAccess"],
    never: [],
    sessionHours: 1,
    mfa: true,
    billing: "full",
    production: "full",
    claims: administrates,
  },
  {
    name: "developer",
    purpose: "Builds and deploys application resources.",
    where: "outside production",
    use: ["PowerUserAccess"],
    never: neverAsDeveloper,
    sessionHours: 8,
    mfa: true,
    billing: "none",
    production: "none",
    claims: [...developing, neverWriteInProduction],
  },
  {
    name: "tester",
    purpose: "Inspects applications under test, reads their logs and starts test jobs.",
    where: "outside production",
    use: testersUse,
    never: [],
    sessionHours: 8,
    mfa: true,
    billing: "none",
    production: "none",
    claims: [...testing, neverWriteInProduction],
  },
  {
    name: "operator",
    purpose: "Watches, restarts, scales and rolls out what runs.",
    where: "anywhere",
    use: ["read logs", "restart services", "operate instances", "open sessions", "roll out"],
    never: [],
    sessionHours: 4,
    mfa: true,
    billing: "none",
    production: "limited",
    claims: [
      ...["read logs", "restart services", "operate instances", "roll out"].map((task) => may(task)),
      may("open sessions", "ssm:StartSession"),
      ...never(...administration, "see billing", "read secrets", "read data", "touch audit trail"),
    ],
  },
  {
    name: "finance-read-only",
    purpose: "Sees bills, costs and budgets.",
    where: "management account",
    use: ["AWSBillingReadOnlyAccess"],
    never: [],
    sessionHours: 4,
    mfa: true,
    billing: "read-only",
    production: "none",
    claims: [may("see billing"), ...never("write", "manage IAM", "read secrets", "read data")],
  },
  {
    name: "finance-full",
    purpose: "Sees bills and manages budgets, payments and invoices.",
    where: "management account",
    use: ["Billing"],
    never: [],
    sessionHours: 4,
    mfa: true,
    billing: "full",
    production: "none",
    claims: [
      may("see billing", "billing:GetBillingData", "budgets:ModifyBudget", "payments:MakePayment"),
      ...never(...administration, ...infrastructure, "read secrets", "read data", "touch audit trail"),
    ],
  },
  {
    name: "security-auditor",
    purpose: "Reviews how accounts are secured, without changing anything.",
    where: "anywhere",
    use: ["SecurityAudit", "ReadOnlyAccess"],
    never: neverAsReader,
    sessionHours: 4,
    mfa: true,
    billing: "none",
    production: "read-only",
    claims: [
      may("look", "iam:ListRoles", "iam:ListPolicies", "cloudtrail:ListTrails", "guardduty:ListDetectors"),
      may("read logs"),
      ...onlyReading,
    ],
  },
  {
    name: "read-only",
    purpose: "Sees what there is and how it is set up.",
    where: "anywhere",
    use: ["ReadOnlyAccess"],
    never: neverAsReader,
    sessionHours: 4,
    mfa: true,
    billing: "none",
    production: "read-only",
    claims: reading,
  },
  {
    name: "ci-cd",
    purpose: "Rolls out from a pipeline; what else it deploys, the file adds with `use`.",
    where: "anywhere",
    use: ["roll out", "operate containers"],
    never: [...administration, "see billing", "read secrets", "touch audit trail"],
    sessionHours: 1,
    mfa: false,
    billing: "none",
    production: "limited",
    claims: [
      may("roll out"),
      may("operate containers"),
      ...never(...administration, "see billing", "read secrets", "touch audit trail"),
    ],
  },
  {
    name: "emergency-admin",
    purpose: "Breaks the glass when nobody else can help; its group is empty until then.",
    where: "anywhere",
    use: ["AdministratorAccess"],
    never: [],
    sessionHours: 1,
    mfa: true,
    billing: "full",
    production: "full",
    claims: administrates,
  },
  {
    name: "sandbox-developer",
    purpose: "Builds and tries out anything in a sandbox.",
    where: "sandbox accounts",
    use: ["PowerUserAccess"],
    never: neverAsDeveloper,
    sessionHours: 8,
    mfa: true,
    billing: "none",
    production: "none",
    claims: [...developing, onlySandboxes, neverWriteInProduction],
  },
  {
    name: "sandbox-tester",
    purpose: "Inspects what is tried out in a sandbox and starts test jobs.",
    where: "sandbox accounts",
    use: testersUse,
    never: [],
    sessionHours: 8,
    mfa: true,
    billing: "none",
    production: "none",
    claims: [...testing, onlySandboxes, neverWriteInProduction],
  },
  {
    name: "sandbox-read-only",
    purpose: "Sees what is in a sandbox.",
    where: "sandbox accounts",
    use: ["ReadOnlyAccess"],
    never: neverAsReader,
    sessionHours: 4,
    mfa: true,
    billing: "none",
    production: "none",
    claims: [...reading, onlySandboxes],
  },
];

/** The role of a name. */
export function findRole(name: string): Role | undefined {
  return roles.find((role) => role.name === name);
}
