import { builtInTasks, type Task } from "@castellan/access";
import { createProver, type Proof } from "@castellan/policy";
import { taskRegionReader } from "../../packages/access/src/promises/task-regions.ts";
import { catalog, sideOf } from "./managed-sides.ts";

/** The answer to whether nothing of a task can be done with a policy. */
export interface TaskAnswer {
  readonly policy: string;
  readonly task: string;
  readonly proof: Proof;
}

/** Asks of each policy, for each built-in task, whether nothing of it can be done. */
export function* askTasks(policies: readonly string[]): Generator<TaskAnswer> {
  const prover = createProver({ catalog });
  const regionsOf = taskRegionReader(catalog);
  for (const policy of policies) {
    const side = sideOf({ managed: [policy] });
    for (const task of builtInTasks) yield { policy, task: task.name, proof: nothingOf(task) };

    function nothingOf(task: Task): Proof {
      const proofs = regionsOf(task).regions.map((region) =>
        prover.prove({ kind: "nothing", side, region: { ...region, keyPolicies: "delegating" } }),
      );
      const worst = (["refuted", "undecided", "proved"] as const).flatMap((kind) =>
        proofs.filter((proof) => proof.kind === kind),
      )[0];
      if (worst === undefined) throw new Error(`${task.name} has no region`);
      return worst;
    }
  }
}
