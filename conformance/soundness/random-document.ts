import { operatorNames } from "@castellan/policy";
import type { Random } from "../../tools/random.mjs";
import { foreign, own, worldActions, worldKeys, type WorldKey } from "./small-world.ts";

/** Where a document stands. */
export type Layer = "identity" | "boundary" | "session" | "scps" | "rcps" | "resource" | "vpcEndpoint";

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A statement as data. */
export interface StatementText {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions | undefined;
}

/** A policy document as data. */
export interface Document {
  readonly Version: "2012-10-17";
  readonly Statement: readonly StatementText[];
}

const actionPatterns = [
  ...Object.keys(worldActions),
  "*",
  "*",
  "s3:*",
  "s3:*Object",
  "*:List*",
  "SQS:send?essage",
  "ec2:*",
];
const resources = [
  "arn:aws:s3:::data/a",
  "arn:aws:s3:::data",
  "arn:aws:s3:::home/alice/x",
  `arn:aws:sqs:eu-west-1:${own}:q`,
  `arn:aws:sqs:us-east-1:${foreign}:queue`,
  `arn:aws:iam::${own}:role/Deploy`,
  `arn:aws:iam::${foreign}:role/a/b`,
  `arn:aws:kms:eu-west-1:${own}:key/k`,
  "arn:aws:ec2:eu-west-1::image/ami-1",
  `arn:aws:ec2:eu-west-1:${own}:instance/i-1`,
  `arn:aws:logs:eu-west-1:${own}:log-group:g:log-stream:s`,
];
const principals = [
  "*",
  { AWS: "*" },
  { AWS: own },
  { AWS: foreign },
  { AWS: `arn:aws:iam::${own}:user/alice` },
  { AWS: [`arn:aws:iam::${own}:role/Deploy`, `arn:aws:iam::${foreign}:user/bob`] },
  { AWS: `arn:aws:sts::${own}:assumed-role/Deploy/run` },
  { Service: "sns.amazonaws.com" },
];

const takesPrincipals: ReadonlySet<Layer> = new Set<Layer>(["resource", "rcps", "vpcEndpoint"]);

/** A document of one to three random statements. */
export function randomDocument(random: Random, layer: Layer, conditions = 0.45): Document {
  const length = random.between(1, 3);
  const Statement = Array.from({ length }, () => randomStatement(random, layer, conditions));
  // A ceiling that allows nothing would end every question at once.
  const opens = layer !== "identity" && layer !== "resource" && random.chance(0.5);
  const everyone = takesPrincipals.has(layer) ? { Principal: "*" } : {};
  const everything: StatementText = { Effect: "Allow", ...everyone, Action: ["*"], Resource: ["*"] };
  return { Version: "2012-10-17", Statement: opens ? [everything, ...Statement] : Statement };
}

function randomStatement(random: Random, layer: Layer, conditions: number): StatementText {
  const block = random.chance(conditions) ? { Condition: randomConditions(random) } : {};
  const effect = random.chance(0.3) ? "Deny" : "Allow";
  return {
    Effect: effect,
    ...(takesPrincipals.has(layer) && randomPrincipal(random, layer, effect)),
    [random.chance(0.12) ? "NotAction" : "Action"]: someOf(random, actionPatterns),
    [random.chance(0.12) ? "NotResource" : "Resource"]: randomResources(random, layer),
    ...block,
  };
}

function randomPrincipal(random: Random, layer: Layer, effect: StatementText["Effect"]): Partial<StatementText> {
  if (layer === "rcps") return { Principal: "*" };
  const negated = effect === "Deny" && random.chance(0.3);
  return { [negated ? "NotPrincipal" : "Principal"]: random.pick(negated ? principals.slice(3) : principals) };
}

function someOf<T>(random: Random, items: readonly T[]): readonly T[] {
  return [...new Set(random.some(items, random.between(1, 2)))];
}

function randomResources(random: Random, layer: Layer): readonly string[] {
  if (random.chance(0.35)) return ["*"];
  const arns = someOf(random, resources).map((arn) => opened(random, arn));
  return layer === "identity" && random.chance(0.05) ? arns.map((arn) => incomplete(random, arn)) : arns;
}

/** An ARN without its last fields, which then may be anything. */
function incomplete(random: Random, arn: string): string {
  return arn.split(":").slice(0, random.between(3, 5)).join(":");
}

/** An ARN with parts of it open. */
function opened(random: Random, arn: string): string {
  const fields = arn.split(":");
  const head = fields
    .slice(0, 5)
    .map((field, index) => (index > 2 && field !== "" && random.chance(0.3) ? "*" : field));
  return [...head, openedText(random, fields.slice(5).join(":"))].join(":");
}

function openedText(random: Random, text: string): string {
  const at = random.below(text.length);
  const changes: readonly (() => string)[] = [
    () => text,
    () => "*",
    () => `${text.slice(0, at)}*`,
    () => `*${text.slice(at)}`,
    () => `${text.slice(0, at)}?${text.slice(at + 1)}`,
    () => `${text.slice(0, at)}*${text.slice(at + 1)}`,
    () => text.replace(/[^/]*$/, "*"),
    () =>
      text.replace(
        "alice",
        random.pick(["*", "${aws:username}", "${aws:PrincipalTag/team}", "${aws:RequestTag/team, 'x'}"]),
      ),
  ];
  return random.pick(changes)();
}

const families: Readonly<Record<WorldKey["type"], RegExp>> = {
  String: /^String/,
  ArrayOfString: /^String/,
  ARN: /^(Arn|String)/,
  ArrayOfARN: /^Arn/,
  Bool: /^(Bool|StringEquals$)/,
  ArrayOfBool: /^Bool/,
  Numeric: /^Numeric/,
  Date: /^Date/,
  IPAddress: /IpAddress$/,
  unknown: /^(String|Numeric|Bool|Date|Binary)/,
};

function randomConditions(random: Random): Conditions {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (let count = random.between(1, 2); count > 0; count -= 1) {
    const key = random.pick(Object.keys(worldKeys));
    const { operator, values } = randomTest(random, worldKeys[key]);
    block[operator] = { ...block[operator], [key]: values };
  }
  return block;
}

function randomTest(
  random: Random,
  { type, listed }: WorldKey = { type: "unknown", listed: ["x"] },
): { readonly operator: string; readonly values: readonly string[] } {
  if (random.chance(0.12)) return { operator: "Null", values: [random.pick(["true", "false"])] };
  const fitting = operatorNames.filter((name) => name !== "Null" && (random.chance(0.06) || families[type].test(name)));
  const name = random.pick(fitting.length === 0 ? ["StringEquals"] : fitting);
  const qualified = random.chance(type.startsWith("Array") ? 0.85 : 0.12);
  const qualifier = qualified ? random.pick(["ForAllValues:", "ForAnyValue:"]) : "";
  const suffix = random.chance(0.25) ? "IfExists" : "";
  const dates = ["2026-01-01", "2026-01-01T00:00:00Z", "1767225600", "2026-02-01T10:00:00Z"];
  return { operator: `${qualifier}${name}${suffix}`, values: someOf(random, name.startsWith("Date") ? dates : listed) };
}

/** The document with one small change: wider or narrower, or with a statement more or less. */
export function mutated(random: Random, document: Document, layer: Layer): Document {
  const at = random.below(document.Statement.length);
  const changes: readonly ((statement: StatementText) => readonly StatementText[])[] = [
    (statement) => [{ ...statement, Effect: statement.Effect === "Allow" ? "Deny" : "Allow" }],
    ({ Condition: _, ...rest }) => [rest],
    (statement) => [{ ...statement, Condition: { ...statement.Condition, ...randomConditions(random) } }],
    (statement) => [statement, randomStatement(random, layer, 0.3)],
    (statement) => (document.Statement.length > 1 ? [] : [statement]),
    (statement) => [widened(random, statement)],
    (statement) => [widened(random, statement)],
    (statement) => [reworded(random, statement)],
  ];
  const change = random.pick(changes);
  return {
    ...document,
    Statement: document.Statement.flatMap((each, index) => (index === at ? change(each) : [each])),
  };
}

function widened(random: Random, statement: StatementText): StatementText {
  const { Resource, Action } = statement;
  if (Resource !== undefined && random.chance(0.6))
    return { ...statement, Resource: Resource.map((text) => text.replace(/[^:/]*$/, "*")) };
  if (Action !== undefined) return { ...statement, Action: [...Action, random.pick(actionPatterns)] };
  return statement;
}

/** The same conditions under other operators of the family, or with other values. */
function reworded(random: Random, statement: StatementText): StatementText {
  if (statement.Condition === undefined) return widened(random, statement);
  const entries = Object.entries(statement.Condition).map(([operator, keys]) => {
    if (operator === "Null") return [operator, keys] as const;
    const dropped = operator.replace(/IfExists$/, "");
    const toggled = random.chance(0.5) ? dropped : `${dropped}IfExists`;
    const fewer = Object.entries(keys).map(([key, values]) => [key, random.chance(0.5) ? values.slice(0, 1) : values]);
    return [toggled, Object.fromEntries(fewer) as Readonly<Record<string, readonly string[]>>] as const;
  });
  return { ...statement, Condition: Object.fromEntries(entries) };
}
