import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import fc from "fast-check";
import { wordsOf } from "./action-words.ts";
import { coverActions } from "./cover-actions.ts";
import { nameOf } from "./action-pattern.ts";
import { expandWord } from "./expand-word.ts";

const catalog = installedCatalog();
const actionsOf = (word: string): readonly string[] => {
  const expansion = expandWord(word, catalog);
  return expansion.kind === "nothing" ? [] : expansion.actions;
};

describe("a word", () => {
  const meanings: readonly (readonly [string, readonly string[]])[] = [
    ["iam:CreateUser", ["iam:CreateUser"]],
    ["IAM:createuser", ["iam:CreateUser"]],
    ["s3:GetObject?cl", ["s3:GetObjectAcl"]],
    ["ia?:CreateUser", ["iam:CreateUser"]],
    ["iam:*tRolePolicy", ["iam:GetRolePolicy", "iam:PutRolePolicy"]],
  ];
  for (const [word, expected] of meanings) {
    it(`means actions: ${word}`, () => assert.deepEqual(actionsOf(word), expected.toSorted()));
  }

  it("means every action when it is a star", () => {
    assert.equal(actionsOf("*").length, catalog.actionSummaries().length);
  });

  it("means the actions of a task when it is its name", () => {
    const actions = actionsOf("Manage IAM");
    assert.ok(actions.includes("iam:CreateUser") && !actions.includes("iam:GetUser"));
  });

  const mistakes: readonly (readonly [string, string | undefined])[] = [
    ["s3:GetObjct", "s3:GetObject"],
    ["s3:Gt*", "s3:Get*"],
    ["iam:*Usr*", "iam:*User*"],
    ["dynamodbb:*", "dynamodb:*"],
    ["dynamodbb:GetItm", "dynamodb:GetItem"],
    ["s3", "s3:*"],
    ["mange IAM", "manage IAM"],
    ["s3:a:b", undefined],
    ["nonsense without end", undefined],
    ["zzzzzzzzzz:*", undefined],
    ["", undefined],
  ];
  for (const [word, near] of mistakes) {
    it(`that means nothing leads to ${near ?? "no other"}: ${word}`, () => {
      assert.deepEqual(expandWord(word, catalog), { kind: "nothing", word, ...(near !== undefined && { near }) });
    });
  }
});

describe("patterns for actions", () => {
  const covers: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ["s3:Get*", "s3:PutObject"],
      ["s3:Get*", "s3:PutObject"],
    ],
    [["iam:CreateUser"], ["iam:CreateUser"]],
    [
      ["sqs:*", "iam:GetUser"],
      ["iam:GetUser", "sqs:*"],
    ],
    [["*"], ["*"]],
  ];
  for (const [words, expected] of covers) {
    it(`are as short as ${expected.join(" ")}`, () => {
      assert.deepEqual(coverActions(words.flatMap(actionsOf), catalog), expected);
    });
  }

  it("mean these actions and no others", () => {
    const names = ["sqs", "iam", "s3"].flatMap((service) => catalog.actionsOf(service).map(nameOf));
    fc.assert(
      fc.property(fc.subarray(names), (chosen) => {
        const patterns = coverActions(chosen, catalog);
        assert.deepEqual([...new Set(patterns.flatMap(actionsOf))].toSorted(), chosen.toSorted());
      }),
      { seed: 20261123, numRuns: 20 },
    );
  });
});

describe("the words of a name", () => {
  for (const [name, words] of [
    ["GetMFADevice", ["Get", "MFA", "Device"]],
    ["DescribeDBInstances", ["Describe", "DB", "Instances"]],
    ["connect", ["connect"]],
    ["ListIPv6Pools", ["List", "I", "Pv6", "Pools"]],
  ] as const) {
    it(`are ${words.join(" ")}`, () => assert.deepEqual(wordsOf(name), words));
  }

  it("make the name again for every action", () => {
    for (const { name } of catalog.actionSummaries()) assert.equal(wordsOf(name).join(""), name);
  });
});
