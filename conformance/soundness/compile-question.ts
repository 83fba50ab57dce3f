import { compilePolicy, parsePolicy, type CompiledPolicy, type PolicyKind } from "@castellan/policy";
import type { ProofSide, Question, Region } from "@castellan/policy";
import type { Document, Layer } from "./random-document.ts";
import type { QuestionText, RegionText, SideText } from "./random-question.ts";

const kinds: Readonly<Record<Layer, PolicyKind>> = {
  identity: "identity",
  boundary: "boundary",
  session: "session",
  scps: "scp",
  rcps: "rcp",
  resource: "resource",
  vpcEndpoint: "vpcEndpoint",
};

/** A document as a compiled policy of its layer. */
export function compileDocument(document: Document, layer: Layer): CompiledPolicy {
  const parsed = parsePolicy(JSON.stringify(document), { kind: kinds[layer], accept: "meaningful" });
  if (parsed.kind === "policy") return compilePolicy(parsed.policy, layer);
  throw new Error(`a generated document is malformed: ${parsed.message} in ${JSON.stringify(document)}`);
}

/** A side told as data, ready to be asked about. */
export function compileSide({ principal, facts, layers }: SideText): ProofSide {
  const { identity, session, scps, rcps, boundary, resource, vpcEndpoint } = layers;
  const compiled = (list: readonly Document[] | undefined, layer: Layer): readonly CompiledPolicy[] =>
    (list ?? []).map((document) => compileDocument(document, layer));
  const [bounding] = compiled(boundary, "boundary");
  const [ofResource] = compiled(resource, "resource");
  const [ofEndpoint] = compiled(vpcEndpoint, "vpcEndpoint");
  return {
    principal,
    ...(facts && { facts }),
    policies: {
      identity: compiled(identity, "identity"),
      ...(session && { session: compiled(session, "session") }),
      ...(scps && { scps: compiled(scps, "scps").map((policy) => [policy]) }),
      ...(rcps && { rcps: compiled(rcps, "rcps").map((policy) => [policy]) }),
      ...(ofEndpoint && { vpcEndpoint: ofEndpoint }),
      ...(bounding && { boundary: bounding }),
      ...(ofResource && { resource: ofResource }),
    },
  };
}

/** The one statement whose resources and conditions are those of a region. */
export function gateOf({ resources, condition }: RegionText): Document {
  const listed = resources === undefined || resources === "any" ? ["*"] : resources;
  const statement = { Effect: "Allow", Action: ["*"], Resource: listed } as const;
  return {
    Version: "2012-10-17",
    Statement: [condition === undefined ? statement : { ...statement, Condition: condition }],
  };
}

/** A question told as data, ready to be asked. */
export function compileQuestion({ kind, side, than, region }: QuestionText): Question {
  const { condition, ...plain } = region;
  const conditions = compileDocument(gateOf(region), "identity").policy.statements[0]?.conditions ?? [];
  const asked: Region = condition === undefined ? plain : { ...plain, conditions };
  if (kind === "nothing" || kind === "everything") return { kind, side: compileSide(side), region: asked };
  return { kind, side: compileSide(side), than: compileSide(than ?? side), region: asked };
}
