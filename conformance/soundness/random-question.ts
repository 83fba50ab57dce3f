import type { Random } from "../../tools/random.mjs";
import { randomDocument, mutated, type Document, type Layer } from "./random-document.ts";
import { foreign, own } from "./small-world.ts";

/** The policies of a side as documents, by layer; SCPs one level after the other. */
export type Layers = Readonly<Partial<Record<Layer, readonly Document[]>>>;

/** A side as data. */
export interface SideText {
  readonly principal: string;
  readonly facts?: { readonly principalTags?: Readonly<Record<string, string>>; readonly managementAccount?: boolean };
  readonly layers: Layers;
}

/** A region as data; the conditions as in a statement. */
export interface RegionText {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[] | "any";
  readonly resourceAccounts?: readonly string[];
  readonly context?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly condition?: Document["Statement"][number]["Condition"];
}

/** A question as data, so that a failure can be read and told again. */
export interface QuestionText {
  readonly kind: "nothing" | "everything" | "noMore" | "equal";
  readonly side: SideText;
  readonly than?: SideText;
  readonly region: RegionText;
}

const members = [
  `arn:aws:iam::${own}:user/alice`,
  `arn:aws:sts::${own}:assumed-role/Deploy/run`,
  `arn:aws:sts::${own}:assumed-role/Deploy/run`,
];
const others = [
  `arn:aws:iam::${own}:root`,
  `arn:aws:sts::${own}:federated-user/fred`,
  `arn:aws:iam::${foreign}:user/bob`,
  "sns.amazonaws.com",
  "anonymous",
];
const upperLayers: readonly Layer[] = [
  ...(["boundary", "session", "scps", "resource"] as const),
  ...(["boundary", "session", "scps", "resource", "rcps", "vpcEndpoint"] as const),
];
const most: Readonly<Record<Layer, number>> = {
  identity: 2,
  session: 2,
  scps: 2,
  rcps: 2,
  boundary: 1,
  resource: 1,
  vpcEndpoint: 1,
};

/** A question with small random policies of one to four layers. */
export function randomQuestion(random: Random): QuestionText {
  const kind = random.pick(["noMore", "noMore", "noMore", "equal", "nothing", "nothing", "everything"] as const);
  const principal = random.chance(0.75) ? random.pick(members) : random.pick(others);
  const side = randomSide(random, principal);
  const region = randomRegion(random, principal);
  if (kind === "nothing" || kind === "everything") return { kind, side, region };
  const other = otherSide(random, side);
  return random.chance(0.4) ? { kind, side: other, than: side, region } : { kind, side, than: other, region };
}

function randomSide(random: Random, principal: string): SideText {
  const layers: Partial<Record<Layer, readonly Document[]>> = { identity: documents(random, "identity") };
  if (random.chance(0.5))
    for (const layer of random.some(upperLayers, random.between(1, 3))) layers[layer] = documents(random, layer);
  const facts = random.pick([
    undefined,
    undefined,
    { principalTags: { team: "blue" } },
    { principalTags: {} },
    { managementAccount: true },
  ]);
  return { principal, ...(facts && { facts }), layers };
}

function documents(random: Random, layer: Layer): readonly Document[] {
  return Array.from({ length: random.between(1, most[layer]) }, () => randomDocument(random, layer));
}

/** Mostly the same side with small changes, so that answers lie near the edge. */
function otherSide(random: Random, side: SideText): SideText {
  if (random.chance(0.3)) return { ...randomSide(random, side.principal), ...(side.facts && { facts: side.facts }) };
  const layers: Record<string, readonly Document[]> = { ...side.layers };
  for (let changes = random.between(1, 2); changes > 0; changes -= 1) {
    const layer = random.pick(Object.keys(layers)) as Layer;
    const list = layers[layer] ?? [];
    const at = random.below(list.length);
    const changed = list.map((document, index) => (index === at ? mutated(random, document, layer) : document));
    layers[layer] = random.chance(0.1) ? [...list, randomDocument(random, layer)] : changed;
    if (layer !== "identity" && random.chance(0.15)) delete layers[layer];
  }
  for (const layer of ["boundary", "resource", "vpcEndpoint"])
    if (layers[layer]) layers[layer] = layers[layer].slice(0, 1);
  return { ...side, layers };
}

function randomRegion(random: Random, principal: string): RegionText {
  const region: { -readonly [K in keyof RegionText]: RegionText[K] } = {};
  if (!principal.includes(`:${own}:`) || random.chance(0.25))
    region.resourceAccounts = random.pick([[own], [foreign], [own, foreign]]);
  if (random.chance(0.3))
    region.actions = random.pick([["s3:*"], ["s3:Get*", "sqs:*"], ["ec2:*", "logs:*"], ["iam:*"]]);
  if (random.chance(0.1)) region.notActions = random.pick([["s3:*"], ["*:List*"], ["sts:*", "iam:PassRole"]]);
  if (random.chance(0.15))
    region.resources = random.pick([
      "any" as const,
      ["arn:aws:s3:::data*"],
      ["arn:aws:s3:::home/*/x", `arn:aws:sqs:*:*:q*`],
    ]);
  if (random.chance(0.15)) region.context = { [random.pick(["aws:RequestTag/team", "s3:prefix"])]: "blue" };
  if (random.chance(0.1)) region.absent = ["aws:MultiFactorAuthPresent"];
  if (random.chance(0.15)) region.condition = randomDocument(random, "identity", 1).Statement[0]?.Condition;
  return region;
}
