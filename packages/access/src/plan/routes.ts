import type { Estate } from "../estate.ts";

/** One person's way into one account with one permission set, and what gives it. */
export interface Route {
  readonly user: string;
  readonly permissionSet: string;
  readonly account: string;
  /** Groups that give it, and `directly` for an assignment to the person. */
  readonly via: readonly string[];
}

/** Every person's routes by `routeKey`; people are the users that exist in the directory. */
export function routesOf(estate: Estate): ReadonlyMap<string, Route> {
  const people = new Set(estate.users.map((user) => user.userName));
  const members = new Map(estate.groups.map((group) => [group.displayName, group.members]));
  const routes = new Map<string, Route>();
  for (const { account, permissionSet, principal } of estate.assignments) {
    const users = principal.kind === "user" ? [principal.name] : (members.get(principal.name) ?? []);
    for (const user of users.filter((name) => people.has(name))) {
      const key = routeKey({ user, permissionSet, account });
      const via = principal.kind === "user" ? "directly" : principal.name;
      routes.set(key, { user, permissionSet, account, via: [...(routes.get(key)?.via ?? []), via] });
    }
  }
  return routes;
}

/** One text per (person, set, account). */
export function routeKey(route: Omit<Route, "via">): string {
  return JSON.stringify([route.user, route.permissionSet, route.account]);
}
