import type { ComparedKind } from "./compared-kinds.ts";
import type { Direction } from "./compare-sides.ts";
import type { Operand } from "./operand.ts";
import { whyAllowed, whyNot } from "./why-not.ts";

/** The document `castellan.compare/1`. */
export function comparisonDocument(directions: readonly Direction[], kind: ComparedKind): object {
  const [first] = directions;
  return {
    format: "castellan.compare/1",
    kind,
    sides: first === undefined ? [] : [first.of, first.than].map(sideOf),
    directions: directions.map(directionOf),
  };
}

function sideOf({ name, policies, boundary }: Operand): object {
  return {
    name,
    policies: policies.map(({ id, origin }) => ({ id, origin })),
    ...(boundary !== undefined && { boundary: { id: boundary.id, origin: boundary.origin } }),
  };
}

function directionOf({ of, than, verdict, witness, actions, undecided, reasons, future, assumed }: Direction): object {
  return {
    claim: "noMore",
    of: of.name,
    than: than.name,
    verdict,
    ...(witness !== undefined && {
      witness: {
        principal: witness.refusing.principal,
        request: witness.request,
        because: whyAllowed(witness),
        but: whyNot(witness),
      },
    }),
    actions: actions.map(({ action, accessLevel }) => ({ action, accessLevel })),
    undecided,
    reasons,
    ...(future !== undefined && { future }),
    assumed,
  };
}
