import { isEmail } from "../special-shapes.ts";
import type { Word } from "../word.ts";
import { checkName, type CheckContext, checkNameRule, checkOnce, namesOf } from "./check-context.ts";

/** Words that are jobs and not people; with or without a number they name an account that people share. */
const jobs = new Set(
  (
    "admin administrator auditor billing build ci cicd deploy deployer dev developer devops finance guest info it office operator ops owner prod production " +
    "qa readonly root security service shared staff support sysadmin team test tester user"
  ).split(" "),
);
const sharing = new Set(["shared", "team", "group", "everyone", "all"]);

/** True for `developer1`, `team-admin`, `shared-prod`: names that say a job or a team instead of a person. */
export function looksShared(name: string): boolean {
  const parts = name.toLowerCase().split(/[-_.+]/);
  return (
    parts.some((part) => sharing.has(part)) ||
    parts.every((part) => jobs.has(part.replace(/\d+$/, "")) || /^\d+$/.test(part))
  );
}

/** Checks `people` and `groups`. */
export function checkPeople(context: CheckContext): void {
  const groups = namesOf(context.content.groups);
  for (const { key, value } of context.content.people ?? []) {
    checkAddress(key, context);
    for (const group of value.is ?? []) checkName(group, groups, { code: "CST0102", what: "group" }, context);
    for (const group of value.was ?? []) checkName(group, groups, { code: "CST0102", what: "group" }, context);
    checkOnce([...(value.is ?? []), ...(value.was ?? [])], "group", context);
    if (value.left !== undefined && (value.is ?? []).length > 0) reportLeft(key, value.left, context);
  }
  checkGroups(context);
}

function checkAddress(key: Word, { reading }: CheckContext): void {
  if (!isEmail(key.text)) {
    reading.report("CST0202", `\`${key.text}\` is not an e-mail address`, {
      span: key.span,
      help: "people are named by their own address: `minji@example.com`",
    });
    return;
  }
  const [local = ""] = key.text.split("@");
  if (!looksShared(local)) return;
  const help = "give each person an address of their own: `john@example.com`";
  reading.report("CST0206", `\`${local}\` looks like an account that people share`, {
    span: key.span,
    label: "a job, not a person",
    help,
  });
}

function reportLeft(key: Word, left: Word, { reading }: CheckContext): void {
  const help = "take `is` away; Castellan removes the person and keeps the line until that is proven";
  reading.report("CST0214", `\`${key.text}\` left on ${left.text} but still has groups`, { span: left.span, help });
}

function checkGroups(context: CheckContext): void {
  const names = context.content.groups.map(({ value }) => value);
  checkOnce(names, "group name", context);
  const iam = context.content.organization.method?.text === "iam-users";
  const rule = iam
    ? { what: "group name", longest: 128, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" }
    : {
        what: "group name",
        longest: 1024,
        pattern: /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+$/,
        characters: "no control characters",
      };
  for (const name of names) checkNameRule(name, rule, context);
}
