import type { Estate } from "../estate.ts";

/** Whether an estate has a person or a group of that name. */
export function isKnown(estate: Estate, who: string): boolean {
  const names = [
    ...estate.users.map((user) => user.userName),
    ...estate.groups.map((group) => group.displayName),
    ...estate.iam.flatMap((iam) => [...iam.users, ...iam.groups].map(({ name }) => name)),
  ];
  return names.includes(who);
}
