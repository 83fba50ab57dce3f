import type { AccountAssignment, Estate, PermissionSet } from "../../estate.ts";
import type { PlanOptions } from "../plan.ts";
import { scopeOf } from "../scope.ts";

/** The owner of everything in these estates. */
export const exampleOwner = { key: "castellan", value: "example-corp" };

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const deny = (...actions: readonly string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: actions, Resource: "*" }] });
const allow = (...actions: readonly string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });

const accounts = [
  { name: "management", id: "111111111111", unit: "/" },
  { name: "sandbox", unit: "/Sandbox" },
  { name: "development", unit: "/Workloads" },
  { name: "testing", unit: "/Workloads" },
  { name: "staging", unit: "/Workloads" },
  { name: "production", unit: "/Workloads/Production" },
  { name: "security", unit: "/Security" },
  { name: "logging", unit: "/Security" },
];

const groups: Readonly<Record<string, readonly string[]>> = {
  "AWS-Admins": ["hana@example.com", "yu@example.com"],
  "AWS-Developers": ["minji@example.com", "yu@example.com"],
  "AWS-Testers": ["sarah@example.com"],
  "AWS-Operators": ["john@example.com"],
};

const boundary = { name: "developer-boundary", path: "/castellan/" };

const permissionSets: readonly PermissionSet[] = [
  set("AdminAccess", "PT1H", { managedPolicies: [aws("AdministratorAccess")] }),
  set("DeveloperAccess", "PT8H", {
    managedPolicies: [aws("PowerUserAccess")],
    inlinePolicy: deny("sso:*", "identitystore:*", "billing:*"),
    boundary: { kind: "customer", policy: boundary },
  }),
  set("OperatorAccess", "PT4H", { inlinePolicy: allow("logs:Get*", "ecs:UpdateService") }),
  set("TesterAccess", "PT8H", {
    inlinePolicy: allow("logs:Get*"),
    managedPolicies: [aws("job-function/ViewOnlyAccess")],
  }),
];

function set(name: string, sessionDuration: string, more: Partial<PermissionSet>): PermissionSet {
  return { name, sessionDuration, managedPolicies: [], customerManagedPolicies: [], tags: {}, ...more };
}

function row(account: string, group: string, permissionSet: string): AccountAssignment {
  return { account, permissionSet, principal: { kind: "group", name: group } };
}

const withBoundary = ["development", "sandbox"];

/** A desired estate of eight environments: four groups, four sets, two guardrails, a boundary where it is needed. */
export const eightEnvironments: Estate = {
  organization: {
    name: "example-corp",
    managementAccount: "111111111111",
    region: "ap-northeast-2",
    serviceControlPoliciesEnabled: true,
  },
  accounts: accounts.map((account) => ({ ...account, email: `aws+${account.name}@example.com`, tags: {} })),
  units: ["/Sandbox", "/Security", "/Workloads", "/Workloads/Production"].map((path) => ({ path })),
  serviceControlPolicies: [
    {
      name: "castellan-everywhere",
      description: "what nobody may do",
      document: deny("organizations:LeaveOrganization"),
      targets: [{ kind: "root" }],
      tags: {},
    },
    {
      name: "castellan-sandbox",
      description: "what nobody may do in a sandbox",
      document: deny("ec2:PurchaseReservedInstancesOffering"),
      targets: [{ kind: "unit", path: "/Sandbox" }],
      tags: {},
    },
  ],
  users: ["hana", "john", "minji", "sarah", "yu"].map((name) => ({
    userName: `${name}@example.com`,
    displayName: name,
    givenName: name,
    familyName: "Example",
    email: `${name}@example.com`,
  })),
  groups: Object.entries(groups).map(([displayName, members]) => ({ displayName, members })),
  permissionSets,
  assignments: [
    ...accounts.map((account) => row(account.name, "AWS-Admins", "AdminAccess")),
    ...withBoundary.map((account) => row(account, "AWS-Developers", "DeveloperAccess")),
    ...["testing", "staging", "production"].map((account) => row(account, "AWS-Operators", "OperatorAccess")),
    row("testing", "AWS-Testers", "TesterAccess"),
  ],
  iam: withBoundary.map((account) => ({
    account,
    policies: [{ ...boundary, document: allow("*"), tags: {} }],
    groups: [],
    users: [],
  })),
};

/** What AWS holds before the first apply: an organization with its management account and Identity Center, no more. */
export const freshOrganization: Estate = {
  organization: {
    name: "o-example1234",
    id: "o-example1234",
    managementAccount: "111111111111",
    region: "ap-northeast-2",
    serviceControlPoliciesEnabled: false,
    identityCenter: {
      instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      identityStoreId: "d-1234567890",
      startUrl: "https://d-1234567890.awsapps.com/start",
    },
  },
  accounts: [{ name: "management", id: "111111111111", email: "root@example.com", unit: "/", tags: {} }],
  units: [],
  serviceControlPolicies: [
    {
      name: "FullAWSAccess",
      description: "Allows access to every operation",
      document: allow("*"),
      targets: [{ kind: "root" }],
      id: "p-FullAWSAccess",
      tags: {},
    },
  ],
  users: [],
  groups: [],
  permissionSets: [],
  assignments: [],
  iam: [],
};

/** Method B: IAM groups and users in one stand-alone account, no organization. */
export const iamUsersOnly: Estate = {
  ...freshOrganization,
  organization: {
    name: "example-corp",
    managementAccount: "management",
    region: "us-east-1",
    serviceControlPoliciesEnabled: false,
  },
  serviceControlPolicies: [],
  iam: [
    {
      account: "management",
      alias: "example-corp",
      passwordPolicy: {
        minimumLength: 14,
        requireSymbols: true,
        requireNumbers: true,
        requireUppercase: true,
        requireLowercase: true,
        allowUsersToChange: true,
        reusePrevention: 24,
      },
      policies: [{ name: "deny-iam", path: "/castellan/", document: deny("iam:*"), tags: {} }],
      groups: [
        { name: "admins", path: "/", managedPolicies: [aws("AdministratorAccess")], inlinePolicies: {} },
        {
          name: "developers",
          path: "/",
          managedPolicies: [aws("PowerUserAccess"), "arn:aws:iam:::policy/castellan/deny-iam"],
          inlinePolicies: { "no-billing": deny("billing:*") },
        },
      ],
      users: ["hana", "yu", "minji"].map((name) => ({
        name,
        path: "/",
        groups: name === "minji" ? ["developers"] : ["admins", "developers"],
        tags: {},
      })),
    },
  ],
};

/** The same account before anything was applied. */
export const emptyAccount: Estate = { ...iamUsersOnly, iam: [] };

/** Options for planning one of these estates. */
export function optionsFor(desired: Estate): PlanOptions {
  return { digest: "digest-of-what-was-read", scope: scopeOf(desired, exampleOwner, "binding") };
}
