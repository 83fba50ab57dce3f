import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "@castellan/policy";
import { applyFixes } from "../../diagnostics/apply-edits.ts";
import { fileWith, load } from "../../testing/load-text.ts";

/** A file of developers in the sandbox: their permission set, the promises, and other sections. */
function developerFile(set: string, promises: readonly string[] = [], more = ""): string {
  const promised = promises.length === 0 ? "" : `promises:\n${promises.map((line) => `  - ${line}\n`).join("")}`;
  const sets = `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: ${set}\n`;
  return fileWith(`${sets}${promised}${more}`);
}

function found(text: string): readonly Diagnostic[] {
  return load(text).diagnostics.filter(({ code }) => code === "CST0215" || code === "CST0216");
}

/** What stands at the places of the diagnostics: each one's own, then those of its notes. */
function placesOf(text: string): readonly (readonly string[])[] {
  return found(text).map(({ span, notes = [] }) =>
    [span, ...notes.map((note) => note.span)].map((place) =>
      text.slice(place?.start.offset ?? 0, place?.end.offset ?? 0),
    ),
  );
}

const never = "developer may never see billing";

const forbidden: readonly { readonly name: string; readonly text: string; readonly places: readonly string[] }[] = [
  {
    name: "a task that the group may never do",
    text: developerFile("{use: [read logs, see billing]}", [never]),
    places: ["DeveloperAccess", "see billing", never],
  },
  {
    name: "a task that only others may do",
    text: developerFile("{use: see billing}", ["only admin may see billing in sandbox"]),
    places: ["DeveloperAccess", "see billing", "only admin may see billing in sandbox"],
  },
  {
    name: "a task of a role",
    text: developerFile("{role: tester}", ["developer may never read logs anywhere"]),
    places: ["DeveloperAccess", "tester", "developer may never read logs anywhere"],
  },
  {
    name: "a task beside a role whose claims forbid it",
    text: developerFile("{role: tester, use: see billing}"),
    places: ["DeveloperAccess", "see billing", "tester"],
  },
  {
    name: "a task of the file that includes the promised one",
    text: developerFile("{use: look after money}", [never], "tasks: {look after money: {allow: [see billing]}}\n"),
    places: ["DeveloperAccess", "look after money", never],
  },
  {
    name: "a task of which `never` leaves something",
    text: developerFile("{use: see billing, never: budgets}", [never], 'tasks: {budgets: {allow: "budgets:*"}}\n'),
    places: ["DeveloperAccess", "see billing", never],
  },
  {
    name: "a task that guardrails deny in other Regions only",
    text: developerFile("{use: see billing}", [never], "guardrails: {everywhere: [only-regions us-east-1]}\n"),
    places: ["DeveloperAccess", "see billing", never],
  },
  {
    name: "an account that the group may not reach",
    text: developerFile("{use: read logs}", ["developer may reach only management"]),
    places: ["DeveloperAccess", "developer may reach only management"],
  },
];

for (const { name, text, places } of forbidden)
  test(`${name} is told at the assignment, with what gives it and the promise`, () => {
    assert.deepEqual(placesOf(text), [["DeveloperAccess", ...places.slice(1)]]);
    assert.deepEqual(
      found(text).map(({ code, severity }) => [code, severity]),
      [["CST0215", "warning"]],
    );
  });

const unsure: Readonly<Record<string, string>> = {
  "a managed policy that gives the task": developerFile("{use: Billing}", [never]),
  "another account than the promise names": developerFile("{use: see billing}", [`${never} in management`]),
  "another group than the promise names": developerFile("{use: see billing}", ["admin may never see billing"]),
  "a group that is among the only ones": developerFile("{use: see billing}", ["only admin, developer may see billing"]),
  "a boundary around the permission set": developerFile(
    "{use: see billing, boundary: small}",
    [never],
    "boundaries: {small: {never: see billing}}\n",
  ),
  "a denial of more than the task": developerFile(
    "{use: see billing, never: money}",
    [never],
    'tasks: {money: {allow: ["*"]}}\n',
  ),
  "a policy with a denial beside the task": developerFile(
    '{use: [see billing, {policy: [{Effect: Deny, Action: "*", Resource: "*"}]}]}',
    [never],
  ),
  "a guardrail that denies the task": developerFile(
    "{use: make users}",
    ["developer may never make users"],
    'tasks: {make users: {allow: "iam:CreateUser"}}\nguardrails: {Sandbox: no-iam-users}\n',
  ),
};

for (const [name, text] of Object.entries(unsure))
  test(`${name} is left to the proof`, () => {
    assert.deepEqual(found(text), []);
  });

test("a guardrail takes nothing away in the management account", () => {
  const text = developerFile(
    "{use: make users}",
    ["developer may never make users"],
    'tasks: {make users: {allow: "iam:CreateUser"}}\nguardrails: {everywhere: no-iam-users}\naccess:\n  management: {admin: AdminAccess, developer: DeveloperAccess}\n  sandbox: {developer: DeveloperAccess}\n',
  );
  assert.deepEqual(
    found(text).map(({ message }) => message),
    ["`developer` is given `make users` by `DeveloperAccess` in `management`, which a promise forbids"],
  );
});

const takenAway: readonly { readonly set: string; readonly fixed?: string }[] = [
  {
    set: "{use: [read logs, see billing], never: [see billing]}",
    fixed: "{use: [read logs], never: [see billing]}",
  },
  {
    set: "{use: [see billing, read logs], never: see billing}",
    fixed: "{use: [read logs], never: see billing}",
  },
  {
    set: "\n    use:\n      - read logs\n      - 'see billing'\n    never: see billing",
    fixed: "\n    use:\n      - read logs\n    never: see billing",
  },
  { set: "\n    use:\n      - read logs # and\n      - see billing\n    never: see billing" },
  { set: "{use: see billing, never: see billing}" },
  { set: "{role: developer, use: see billing}" },
];

for (const { set, fixed } of takenAway)
  test(`a task is used and never given in ${JSON.stringify(set)}`, () => {
    const text = developerFile(set);
    const finding = found(text).find(({ code }) => code === "CST0216");
    assert.equal(finding?.code, "CST0216");
    assert.equal(finding.fix && applyFixes(text, [finding]), fixed && developerFile(fixed));
  });

test("what a role uses may be taken away by `never`, and a task in part", () => {
  assert.deepEqual(found(developerFile("{role: tester, never: read logs}")), []);
  assert.deepEqual(found(developerFile("{use: read logs, never: see billing}")), []);
});
