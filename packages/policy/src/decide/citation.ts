import { spanOf } from "../document/source.ts";
import type { DecidingStatement, Layer } from "./decision.ts";
import { bitOf, type Candidate } from "./outlook.ts";

const layerOfBit: ReadonlyMap<number, Layer> = new Map([
  [bitOf.rcp, "rcp"],
  [bitOf.vpcEndpoint, "vpcEndpoint"],
  [bitOf.resource, "resource"],
  [bitOf.identity, "identity"],
  [bitOf.boundary, "boundary"],
  [bitOf.session, "session"],
]);

/** Names a statement in a decision; made once for each statement and layer. */
export function cite({ policy, statement, bit }: Candidate): DecidingStatement {
  const layer = layerOfBit.get(bit) ?? "scp";
  const known = statement.citations[layer];
  if (known !== undefined) return known;
  const { index, sid, effect } = statement.statement;
  const span = spanOf(policy.policy.source, statement.statement);
  const citation = { layer, policyId: policy.id, index, ...(sid !== undefined && { sid: sid.value }), effect, span };
  statement.citations[layer] = citation;
  return citation;
}
