import { named, type StepRows } from "./step-row.ts";

type Kinds =
  | "createUser"
  | "updateUser"
  | "deleteUser"
  | "createGroup"
  | "updateGroup"
  | "deleteGroup"
  | "createMembership"
  | "deleteMembership";

const user = named<{ user: string }>("user", (body) => body.user);
const group = named<{ group: string }>("group", (body) => body.group);
const membership = named<{ group: string; user: string }>("membership", (body) => `${body.user} in ${body.group}`);

/** Steps on users, groups and memberships. */
export const directoryRows: StepRows<Kinds> = {
  createUser: {
    phase: 30,
    change: "add",
    ...user,
    key: (body) => [body.user],
    text: (body) => `create user ${body.user}`,
  },
  updateUser: {
    phase: 30,
    change: "change",
    ...user,
    key: (body) => [body.user],
    text: (body) => `update user ${body.user}`,
  },
  deleteUser: {
    phase: 103,
    change: "remove",
    ...user,
    key: (body) => [body.user],
    text: (body) => `delete user ${body.user}`,
  },
  createGroup: {
    phase: 30,
    change: "add",
    ...group,
    key: (body) => [body.group],
    text: (body) => `create group ${body.group}`,
  },
  updateGroup: {
    phase: 30,
    change: "change",
    ...group,
    key: (body) => [body.group],
    text: (body) => `update group ${body.group}`,
  },
  deleteGroup: {
    phase: 103,
    change: "remove",
    ...group,
    key: (body) => [body.group],
    text: (body) => `delete group ${body.group}`,
  },
  createMembership: {
    phase: 31,
    change: "add",
    ...membership,
    key: (body) => [body.group, body.user],
    text: (body) => `put ${body.user} into ${body.group}`,
  },
  deleteMembership: {
    phase: 101,
    change: "remove",
    ...membership,
    key: (body) => [body.group, body.user],
    text: (body) => `take ${body.user} out of ${body.group}`,
  },
};
