import { spanOf } from "../document/source.ts";
import type { DecidingStatement, Layer } from "./decision.ts";
import type { MatchedStatement } from "./verdicts.ts";

/** Names a statement in a decision; made once for each statement and layer. */
export function cite({ policy, statement }: MatchedStatement, layer: Layer): DecidingStatement {
  const known = statement.citations[layer];
  if (known !== undefined) return known;
  const { index, sid, effect } = statement.statement;
  const span = spanOf(policy.policy.source, statement.statement);
  const citation = { layer, policyId: policy.id, index, ...(sid !== undefined && { sid: sid.value }), effect, span };
  statement.citations[layer] = citation;
  return citation;
}
