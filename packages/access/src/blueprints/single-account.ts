import type { Blueprint } from "./blueprint.ts";

/** One person, one account: profiles `dev` and `admin`. */
export const singleAccount: Blueprint = {
  name: "single-account",
  title: "One person, one account: profiles `dev` and `admin`.",
  text: `# One person, one AWS account, two ways in: \`dev\` for every day, \`admin\` only when it is needed.
# Put in your own account id, portal and address; then \`castellan plan\` shows what would happen.
castellan: 1
organization: {name: my-aws, management: "123456789012", region: ap-northeast-2, portal: d-xxxxxxxxxx}

people:
  you@example.com: {is: [developer, admin]}

groups:  # what you call a group: its name in IAM Identity Center
  developer: AWS-Developers
  admin:     AWS-Admins

permission-sets:
  # A role gives policies and a session, and is held to its claims. \`developer\` is PowerUserAccess, without what
  # PowerUserAccess alone would let a developer do: read the bills and add himself to AWS-Admins.
  DeveloperAccess: {role: developer}  # 8 hours
  AdminAccess:     {role: admin}      # 1 hour

accounts:
  main: {id: "123456789012"}

access:  # read a row aloud: "in main, developers get DeveloperAccess"
  main: {developer: DeveloperAccess, admin: AdminAccess}

sign-in:
  sole-administrator: one person, one account; the root user with its own second factor is the way back in

profiles: {name: "{short}", short: {DeveloperAccess: dev, AdminAccess: admin}, default: dev}

promises:  # checked before anything is changed, and again afterwards
  - only admin may manage IAM anywhere
  - only admin may manage sign-in anywhere
  - only admin may manage organization anywhere
  - only admin may see billing
  - developer may never touch audit trail
  - developer may write in main
  - always at least 1 person is admin
`,
};
