/** A line of the access guide's verification checklist with what holds it. */
export interface ChecklistLine {
  /** Whom the line is about, as the guide heads it. */
  readonly about: string;
  readonly line: string;
  readonly heldBy: readonly ChecklistHold[];
}

/** A line is held by claims of roles, each of which has all of them; or by another part of the access file. */
export type ChecklistHold =
  | { readonly kind: "claims"; readonly roles: readonly string[]; readonly claims: readonly string[] }
  | { readonly kind: "elsewhere"; readonly where: string };

const elsewhere = (where: string): readonly ChecklistHold[] => [{ kind: "elsewhere", where }];
const heldAs =
  (...roles: readonly string[]) =>
  (...claims: readonly string[]): readonly ChecklistHold[] => [{ kind: "claims", roles, claims }];

const admin = heldAs("admin", "emergency-admin");
const sandbox = heldAs("sandbox-developer", "sandbox-tester", "sandbox-read-only");
const developer = heldAs("developer", "sandbox-developer");
const tester = heldAs("tester", "sandbox-tester");
const operator = heldAs("operator");
const finance = heldAs("finance-read-only", "finance-full");
const financeReadOnly = heldAs("finance-read-only");
const financeFull = heldAs("finance-full");
const auditor = heldAs("security-auditor");

const linesAbout = (
  about: string,
  lines: Readonly<Record<string, readonly ChecklistHold[]>>,
): readonly ChecklistLine[] => Object.entries(lines).map(([line, heldBy]) => ({ about, line, heldBy }));

/** The checklist's lines about roles, in its order. */
export const roleChecklist: readonly ChecklistLine[] = [
  ...linesAbout("Admin", {
    "Can manage IAM": admin("may manage IAM"),
    "Can manage AWS services": admin("may write"),
    "Can access billing if required": admin("may see billing"),
    "MFA enabled": elsewhere("Identity Center's own setting; not checked by Castellan"),
    "Not using root for daily work": elsewhere(
      "guardrail `no-root-use`; the root user of the management account is beyond guardrails",
    ),
  }),
  ...linesAbout("Sandbox", {
    "Can access only the sandbox account": sandbox("may reach only sandboxes"),
    "Cannot access billing or payment methods": sandbox("may never see billing"),
    "Cannot access production resources": sandbox("may reach only sandboxes"),
    "Resources use `Environment = Sandbox` tags": elsewhere(
      "guardrail `require-tags Environment`, for what takes tags while it is made",
    ),
    "Budget alerts are configured": elsewhere("not checked by Castellan"),
    "Temporary resources have an owner and cleanup plan": elsewhere("guardrail `require-tags Owner ExpiresOn`"),
  }),
  ...linesAbout("Developer", {
    "Can access development resources": developer("may write", "may read logs"),
    "Cannot manage IAM users/groups": developer("may never manage IAM", "may never manage sign-in"),
    "Cannot access billing": developer("may never see billing"),
    "Cannot modify production unless intended": developer("may never write in production"),
    "Can use CLI through SSO": elsewhere("`castellan profiles`"),
  }),
  ...linesAbout("Tester", {
    "Can inspect test resources": tester("may read application resources"),
    "Can view logs": tester("may read logs"),
    "Can trigger test jobs if required": tester("may run test jobs"),
    "Cannot modify production": tester("may never write in production"),
    "Cannot access billing/IAM": tester("may never see billing", "may never manage IAM"),
  }),
  ...linesAbout("Operator", {
    "Can view production metrics/logs": operator("may read logs"),
    "Can perform approved operations": operator(
      "may restart services",
      "may operate instances",
      "may open sessions",
      "may roll out",
    ),
    "Cannot perform unrestricted IAM changes": operator("may never manage IAM"),
    "Cannot access billing unless intended": operator("may never see billing"),
    "Actions are logged by CloudTrail": operator("may never touch audit trail"),
  }),
  ...linesAbout("Finance", {
    "Can view billing pages": finance("may see billing"),
    "Cannot modify infrastructure": [
      ...financeReadOnly("may never write"),
      ...financeFull(
        "may never manage IAM",
        "may never operate instances",
        "may never operate containers",
        "may never roll out",
      ),
    ],
    "IAM Billing access is activated by root": elsewhere("the root user's setting; not checked by Castellan"),
    "Correct billing policy attached": elsewhere("the roles use AWSBillingReadOnlyAccess and Billing"),
  }),
  ...linesAbout("Security auditor", {
    "Can view security configuration": auditor("may look"),
    "Can view resources read-only": auditor("may look", "may read logs"),
    "Cannot modify resources": auditor("may never write"),
    "Can access all required accounts": elsewhere("the row `everywhere` of `access`"),
  }),
];
