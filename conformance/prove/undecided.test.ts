import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtInTasks } from "@castellan/access";
import { decide } from "@castellan/policy";
import { askTasks } from "./ask-tasks.ts";
import { managedNames, sideOf } from "./managed-sides.ts";

describe("whether nothing of a built-in task can be done with an AWS managed policy", () => {
  const answers = [...askTasks(managedNames.filter((_, index) => index % 20 === 0))];

  it("is decided for at least 99 in 100", () => {
    assert.ok(answers.length > 70 * builtInTasks.length);
    const open = answers.filter(({ proof }) => proof.kind === "undecided");
    assert.ok(open.length <= answers.length / 100, JSON.stringify(open));
  });

  it("is answered no only with a request that is allowed", () => {
    for (const { policy, proof } of answers) {
      if (proof.kind !== "refuted" || proof.request.action.startsWith("kms:")) continue;
      assert.equal(decide({ ...sideOf({ managed: [policy] }), request: proof.request }).outcome, "Allowed", policy);
    }
  });
});
