import type { Prover } from "./prover.ts";
import type { Proof, ProofSide, Region } from "./question.ts";

/** Whether one of the principals asked about can do something in the region. */
export interface Ability<Side extends ProofSide> {
  readonly side: Side;
  /** `refuted` with a request that it can make, `proved` when it can do nothing there. */
  readonly proof: Proof;
}

/** Principals by whether they can do something in a region. */
export interface Abilities<Side extends ProofSide> {
  readonly can: readonly Ability<Side>[];
  readonly cannot: readonly Ability<Side>[];
  readonly undecided: readonly Ability<Side>[];
}

/** Which of these principals can do something in the region. */
export function whoCan<Side extends ProofSide>(
  sides: readonly Side[],
  region: Region,
  prover: Prover,
): Abilities<Side> {
  const abilities = sides.map((side) => ({ side, proof: prover.prove({ kind: "nothing", side, region }) }));
  const those = (kind: Proof["kind"]): readonly Ability<Side>[] => abilities.filter(({ proof }) => proof.kind === kind);
  return { can: those("refuted"), cannot: those("proved"), undecided: those("undecided") };
}
