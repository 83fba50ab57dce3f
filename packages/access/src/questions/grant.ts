import type { Estate, Source } from "../estate.ts";

/** What a group, or a single person, holds in an account: a permission set, or the policies of an IAM group. */
export type Grant =
  | {
      readonly kind: "permissionSet";
      readonly principal: { readonly kind: "group" | "user"; readonly name: string };
      readonly permissionSet: string;
      readonly account: string;
      readonly source?: Source;
    }
  | {
      readonly kind: "iamGroup";
      readonly principal: { readonly kind: "group"; readonly name: string };
      readonly account: string;
      readonly source?: Source;
    };

/** A way on which a person comes to an account: through a group to what it grants there. */
export interface Route {
  readonly person: string;
  readonly grant: Grant;
}

/** Everything that is granted in an estate, by account. */
export function grantsOf(estate: Estate): readonly Grant[] {
  const assigned = estate.assignments.map(({ principal, permissionSet, account, source }) =>
    withSource({ kind: "permissionSet" as const, principal, permissionSet, account }, source),
  );
  const iam = estate.iam.flatMap(({ account, groups }) =>
    groups.map(({ name, source }) =>
      withSource({ kind: "iamGroup" as const, principal: { kind: "group" as const, name }, account }, source),
    ),
  );
  return [...assigned, ...iam];
}

function withSource<T extends object>(grant: T, source: Source | undefined): T & { readonly source?: Source } {
  return source === undefined ? grant : { ...grant, source };
}

/** The people who hold a grant, by user name. */
export function holdersOf(grant: Grant, estate: Estate): readonly string[] {
  const { principal, account } = grant;
  if (grant.kind === "iamGroup") {
    const users = estate.iam.find((iam) => iam.account === account)?.users ?? [];
    return users.filter((user) => user.groups.includes(principal.name)).map((user) => user.name);
  }
  if (principal.kind === "user") return [principal.name];
  return estate.groups.find((group) => group.displayName === principal.name)?.members ?? [];
}

/** Every way on which a person comes to an account. */
export function routesOfPerson(estate: Estate, person: string): readonly Route[] {
  return grantsOf(estate)
    .filter((grant) => holdersOf(grant, estate).includes(person))
    .map((grant) => ({ person, grant }));
}

/** A grant in words: `AWS-Operators > OperatorAccess > production`. */
export function grantInWords(grant: Grant): string {
  const set = grant.kind === "permissionSet" ? [grant.permissionSet] : [];
  return [grant.principal.name, ...set, grant.account].join(" > ");
}
