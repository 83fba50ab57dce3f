import { displayWidth, padToWidth } from "../diagnostics/display-width.ts";
import type { Estate } from "../estate.ts";
import { grantsOf } from "./grant.ts";

/** Who gets what where: a row for each account, a column for each group (or single person) that gets anything. */
export interface AccessMatrix {
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
  /** What each cell grants; only cells that grant something are here. */
  readonly cells: readonly MatrixCell[];
}

/** A cell: permission sets, or the policies of an IAM group. */
export interface MatrixCell {
  readonly account: string;
  readonly group: string;
  readonly grants: readonly string[];
}

/** The access matrix of an estate. */
export function accessMatrix(estate: Estate): AccessMatrix {
  const cells = new Map<string, MatrixCell>();
  for (const grant of grantsOf(estate)) {
    const { account, principal } = grant;
    const added =
      grant.kind === "permissionSet" ? [grant.permissionSet] : policiesOfGroup(account, principal.name, estate);
    const key = JSON.stringify([account, principal.name]);
    const grants = [...new Set([...(cells.get(key)?.grants ?? []), ...added])].toSorted();
    if (grants.length > 0) cells.set(key, { account, group: principal.name, grants });
  }
  const groups = [...new Set([...cells.values()].map(({ group }) => group))].toSorted();
  return { accounts: estate.accounts.map(({ name }) => name), groups, cells: [...cells.values()] };
}

function policiesOfGroup(account: string, name: string, estate: Estate): readonly string[] {
  const group = estate.iam.find((iam) => iam.account === account)?.groups.find((one) => one.name === name);
  return [
    ...(group?.managedPolicies ?? []).map((arn) => arn.split("/").at(-1) ?? arn),
    ...Object.keys(group?.inlinePolicies ?? {}),
  ];
}

/** The matrix as an aligned table; as a list by account where the table would be wider than `width` columns. */
export function printMatrix(matrix: AccessMatrix, width = 120): string {
  const cell = (account: string, group: string): string => grantsIn(matrix, account, group).join(", ") || "-";
  const rows = [
    ["", ...matrix.groups],
    ...matrix.accounts.map((account) => [account, ...matrix.groups.map((group) => cell(account, group))]),
  ];
  const table = aligned(rows);
  return table.every((line) => displayWidth(line) <= width) ? `${table.join("\n")}\n` : printList(matrix);
}

function grantsIn(matrix: AccessMatrix, account: string, group: string): readonly string[] {
  return matrix.cells.find((one) => one.account === account && one.group === group)?.grants ?? [];
}

function printList(matrix: AccessMatrix): string {
  const rows = matrix.accounts.flatMap((account) => {
    const own = matrix.groups.filter((group) => grantsIn(matrix, account, group).length > 0);
    if (own.length === 0) return [[account, "-", ""]];
    return own.map((group, index) => [index === 0 ? account : "", group, grantsIn(matrix, account, group).join(", ")]);
  });
  return `${aligned(rows).join("\n")}\n`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((text, column) => padToWidth(text, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
