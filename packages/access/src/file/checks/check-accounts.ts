import type { AccessFile } from "../access-file.ts";
import type { AccountSection } from "../sections/accounts.ts";
import type { Entry } from "../word.ts";
import { checkName, type CheckContext, checkNameRule, checkOnce, type Names, namesOf } from "./check-context.ts";

/** The row name that means every account. */
export const everywhere = "everywhere";

/** Deepest organizational unit that AWS allows, below the root. */
const deepestUnit = 5;

/** Checks `accounts` and the management account that `organization` names. */
export function checkAccounts(context: CheckContext): void {
  const { accounts } = context.content;
  for (const account of accounts) checkAccount(account, context);
  checkOnce(
    accounts.flatMap(({ value }) => value.id ?? []),
    "account id",
    context,
  );
  checkOnce(
    accounts.flatMap(({ value }) => value.email ?? []),
    "account address",
    context,
  );
  checkManagement(context);
}

function checkAccount({ key, value }: Entry<AccountSection>, context: CheckContext): void {
  const { reading } = context;
  checkNameRule(
    key,
    { what: "account name", longest: 50, pattern: /^[\u0020-\u007e]+$/, characters: "plain ASCII" },
    context,
  );
  if (key.text === everywhere)
    reading.report("CST0204", "`everywhere` means all accounts and names none", { span: key.span });
  if (value.id === undefined && value.email === undefined) {
    const help = 'add `id: "…"` for an account that exists, or `email: …` for one to create';
    reading.report("CST0006", `account \`${key.text}\` has neither id nor e-mail address`, { span: key.span, help });
  }
  const { unit } = value;
  if (unit === undefined) return;
  const names = unit.text.split("/");
  if (names.length > deepestUnit || names.some((name) => name.length > 128)) {
    reading.report("CST0204", `AWS refuses the unit \`${unit.text}\``, {
      span: unit.span,
      help: `at most ${deepestUnit} levels of at most 128 characters`,
    });
  }
}

function checkManagement({ content, reading }: CheckContext): void {
  const { management } = content.organization;
  if (content.accounts.some(({ value }) => value.id?.text === management.text)) return;
  if (content.accounts.some(({ key }) => reading.broken.has(key.text)) || reading.broken.size > 0) return;
  const help = `add \`management: {id: "${management.text}"}\` under \`accounts\``;
  reading.report("CST0212", `no account has the management account's id \`${management.text}\``, {
    span: management.span,
    help,
  });
}

/** The units of the file: whole paths, and last names that only one path has. */
export function unitNames(content: CheckContext["content"]): ReadonlyMap<string, string> {
  const paths = new Set(content.accounts.flatMap(({ value }) => pathsTo(value.unit?.text)));
  const names = new Map<string, string>([...paths].map((path) => [path, path]));
  for (const path of paths) {
    const last = path.split("/").at(-1) ?? path;
    const same = [...paths].filter((other) => other.split("/").at(-1) === last);
    if (same.length === 1 && !names.has(last)) names.set(last, path);
  }
  return names;
}

/** A unit and those above it: `A/B` gives `A` and `A/B`. */
export function pathsTo(unit: string | undefined): readonly string[] {
  const names = unit?.split("/") ?? [];
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** Checks `access`: rows are accounts, columns groups, cells permission sets, each given once; and what is retired of it. */
export function checkAccess(context: CheckContext): void {
  const { access, retired } = context.content;
  const common = access.find(({ key }) => key.text === everywhere)?.value ?? [];
  for (const row of access) checkRow(row, row.key.text === everywhere ? [] : common, context);
  for (const row of retired?.access ?? []) checkRow(row, [], context);
}

function checkRow(row: AccessFile["access"][number], above: typeof row.value, context: CheckContext): void {
  const { content } = context;
  const rows = new Map([...namesOf(content.accounts), [everywhere, undefined]]) satisfies Names;
  checkName(row.key, rows, { code: "CST0101", what: "account" }, context);
  for (const { key, value } of row.value) {
    checkName(key, namesOf(content.groups), { code: "CST0102", what: "group" }, context);
    const sets = namesOf(content.permissionSets);
    for (const set of value) checkName(set, sets, { code: "CST0103", what: "permission set" }, context);
    const inherited = above.filter((cell) => cell.key.text === key.text).flatMap((cell) => cell.value);
    checkOnce(
      [...inherited.filter((word) => value.some((set) => set.text === word.text)), ...value],
      "permission set",
      context,
    );
  }
}
