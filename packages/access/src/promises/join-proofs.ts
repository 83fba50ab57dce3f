import type { Proof } from "@castellan/policy";

/** Several proofs as one: refuted if one is, proved if all are. */
export function joinProofs(proofs: readonly Proof[]): Proof {
  const assumed = [...new Set(proofs.flatMap((proof) => proof.assumed))];
  const refuted = proofs.find(({ kind }) => kind === "refuted");
  if (refuted !== undefined) return { ...refuted, assumed };
  const reasons = proofs.flatMap((proof) => (proof.kind === "undecided" ? proof.reasons : []));
  const futures = proofs.flatMap(({ future }) => future ?? []);
  const future = futures.find(({ kind }) => kind === "mayFail") ?? futures.find(({ kind }) => kind === "undecided");
  const later = future === undefined ? {} : { future };
  if (reasons.length === 0) return { kind: "proved", assumed, ...later };
  return { kind: "undecided", reasons: [...new Set(reasons)], assumed, ...later };
}

/** Several proofs as one: proved if one is, refuted if all are. */
export function allRefuted(proofs: readonly Proof[]): Proof {
  const [weakest] = proofs.toSorted((a, b) => order[a.kind] - order[b.kind]);
  return weakest ?? { kind: "proved", assumed: [] };
}

const order: Readonly<Record<Proof["kind"], number>> = { proved: 0, undecided: 1, refuted: 2 };
