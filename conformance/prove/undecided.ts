// npm run prove:undecided: every AWS managed policy is asked every built-in task; counts the answers, and the reasons of
// those that stay undecided. STEP (1) asks every so many policies only.
import { askTasks } from "./ask-tasks.ts";
import { managedNames } from "./managed-sides.ts";

const step = Number(process.env["STEP"] ?? 1);
const answers = { proved: 0, refuted: 0, undecided: 0 };
const reasons = new Map<string, number>();
for (const { proof } of askTasks(managedNames.filter((_, index) => index % step === 0))) {
  answers[proof.kind] += 1;
  if (proof.kind === "undecided")
    for (const reason of proof.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
const all = answers.proved + answers.refuted + answers.undecided;
console.log(`${JSON.stringify(answers)}: ${((100 * answers.undecided) / all).toFixed(3)} % undecided`);
for (const [reason, times] of [...reasons].toSorted(([, one], [, other]) => other - one))
  console.log(`${String(times).padStart(8)} ${reason}`);
