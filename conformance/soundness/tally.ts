import type { Proof } from "@castellan/policy";
import type { Trial } from "./withstand.ts";

/** Counts what became of questions. */
export interface Tally {
  readonly answers: Readonly<Record<Proof["kind"], number>>;
  readonly faults: readonly Trial[];
  /** The share of the questions answered no for which the requests tried would have told so too. */
  found(): number;
  add(trial: Trial): void;
  /** The counts in lines; the reasons for undecided answers, the most usual first. */
  print(): string;
}

/** A tally of nothing. */
export function createTally(): Tally {
  const answers: Record<Proof["kind"], number> = { proved: 0, refuted: 0, undecided: 0 };
  const byKind = new Map<string, number>();
  const reasons = new Map<string, number>();
  const faults: Trial[] = [];
  let [tried, found] = [0, 0];
  const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    answers,
    faults,
    found: () => found / answers.refuted,
    add: (trial) => {
      answers[trial.proof.kind] += 1;
      tried += trial.tried;
      if (trial.proof.kind === "refuted" && trial.request !== undefined) found += 1;
      count(byKind, `${trial.text.kind} ${trial.proof.kind}`);
      if (trial.fault !== undefined) faults.push(trial);
      if (trial.proof.kind === "undecided") for (const reason of trial.proof.reasons) count(reasons, reason);
    },
    print: () => {
      const usual = [...reasons].toSorted(([, one], [, other]) => other - one);
      return [
        `${JSON.stringify(answers)}; ${tried.toLocaleString("en")} requests tried; ${faults.length} faults`,
        `of the refuted, ${((100 * found) / answers.refuted).toFixed(1)} % are refuted by these requests too`,
        ...[...byKind].toSorted().map(([kind, times]) => `${String(times).padStart(8)} ${kind}`),
        ...usual.map(([reason, times]) => `${String(times).padStart(8)} undecided: ${reason}`),
      ].join("\n");
    },
  };
}
