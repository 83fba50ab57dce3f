import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { roleChecklist } from "./role-checklist.ts";
import { roleClaimInWords } from "./role-claim-words.ts";
import { roles } from "./role-catalogue.ts";
import type { Role } from "./role.ts";

const document = readFileSync(new URL("../../../../docs/roles.md", import.meta.url), "utf8");

/** The cells of the rows that follow a table's heading, without the spaces that align them. */
function rowsUnder(heading: string): readonly string[] {
  const lines = document.slice(document.indexOf(`## ${heading}`)).split("\n");
  const table = lines.slice(lines.findIndex((line) => line.startsWith("|")));
  const rows = table.slice(
    2,
    table.findIndex((line) => !line.startsWith("|")),
  );
  return rows.map((row) => row.replace(/\s+/g, " "));
}

const cells = (...texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
const listed = (texts: readonly string[]): string => (texts.length === 0 ? "nothing" : texts.join(", "));

function rowOfRole(role: Role): string {
  const words = role.claims.map(roleClaimInWords);
  const never = words.filter((text) => /^may (never|reach)/.test(text));
  const may = words.filter((text) => !never.includes(text));
  return cells(
    `\`${role.name}\``,
    role.purpose.slice(0, -1),
    listed(may.map((text) => text.slice("may ".length))),
    listed(
      never.map((text) => text.replace(/^may never /, "").replace(/^may reach only (.*)/, "reach anything but $1")),
    ),
    `${role.sessionHours} h`,
    role.mfa ? "yes" : "no",
    role.where,
    role.billing,
    role.production,
  );
}

test("the table of roles says what the catalogue says", () => {
  assert.deepEqual(rowsUnder("The roles"), roles.map(rowOfRole));
});

test("the table of contents says what each role uses and never gives", () => {
  const rows = roles.map(({ name, use, never }) => cells(`\`${name}\``, listed(use), listed(never)));
  assert.deepEqual(rowsUnder("What they are made of"), rows);
});

test("the table of the checklist says what holds each line", () => {
  const rows = roleChecklist.map(({ about, line, heldBy }) => {
    const holds = heldBy.map((hold) =>
      hold.kind === "elsewhere"
        ? hold.where
        : `${hold.roles.map((role) => `\`${role}\``).join(", ")}: ${hold.claims.join(", ")}`,
    );
    return cells(about, line, holds.join("; "));
  });
  assert.deepEqual(rowsUnder("The verification checklist"), rows);
});

test("every role that holds a line of the checklist has the claims that the line names", () => {
  for (const { about, line, heldBy } of roleChecklist) {
    for (const hold of heldBy.filter((one) => one.kind === "claims")) {
      for (const name of hold.roles) {
        const words = roles.find((role) => role.name === name)?.claims.map(roleClaimInWords) ?? [];
        for (const claim of hold.claims) assert.ok(words.includes(claim), `${about}: ${line}: ${name}: ${claim}`);
      }
    }
  }
});
