import { named, organizationLock, type StepRows } from "./step-row.ts";

type Kinds =
  | "createOrganization"
  | "enableServiceControlPolicies"
  | "createOrganizationalUnit"
  | "createAccount"
  | "moveAccount"
  | "tagAccount";

const unit = named<{ path: string }>("organizational unit", (body) => body.path);
const account = named<{ account: string }>("account", (body) => body.account);

/** Steps on the organization, its units and accounts. */
export const organizationRows: StepRows<Kinds> = {
  createOrganization: {
    phase: 10,
    change: "add",
    object: () => ({ kind: "organization", name: "with all features" }),
    key: () => [],
    text: () => "create the organization with all features",
    lock: organizationLock,
  },
  enableServiceControlPolicies: {
    phase: 11,
    change: "change",
    object: () => ({ kind: "organization", name: "service control policies" }),
    key: () => [],
    text: () => "enable service control policies",
    lock: organizationLock,
  },
  createOrganizationalUnit: {
    phase: 12,
    change: "add",
    ...unit,
    key: (body) => [body.path],
    text: (body) => `create organizational unit ${body.path}`,
    lock: organizationLock,
  },
  createAccount: {
    phase: 14,
    change: "add",
    ...account,
    key: (body) => [body.account],
    text: (body) => `create account ${body.account}`,
    lock: organizationLock,
  },
  moveAccount: {
    phase: 16,
    change: "change",
    ...account,
    key: (body) => [body.account],
    text: (body) => `move account ${body.account} from ${body.from} to ${body.to}`,
    lock: organizationLock,
  },
  tagAccount: {
    phase: 17,
    change: "change",
    ...account,
    key: (body) => [body.account],
    text: (body) => `tag account ${body.account}`,
    lock: organizationLock,
  },
};
