import type { Document, Layer, StatementText } from "../random-document.ts";
import type { QuestionText, RegionText, SideText } from "../random-question.ts";
import { actionsOf } from "../seek-requests.ts";
import { own, worldActions, worldKeys } from "../small-world.ts";
import { readOperator, smtKey, type KeyTest, type SmtKey } from "./smt-keys.ts";
import { anyBut, expressionOf, joined, literal, not, patternMatches } from "./smt-text.ts";

/** The resources of one type: what is fixed of their ARN, and conditions on the two fields that are not. */
interface Target {
  readonly fields: readonly (string | undefined)[];
  readonly demands: readonly string[];
}

/** The variables of every script for the fields of the ARN. */
const fieldNames: readonly string[] = ["", "partition", "service", "region", "account", "tail"];

/** Scripts, one for each class of actions, that ask for a request that answers a plain question with no. */
export function smtQuestion(question: QuestionText): readonly string[] {
  const { region } = question;
  const sides = [question.side, ...(question.than ? [question.than] : [])];
  const keys = keysOf(question);
  const settled = new Map(sides.map((side) => [side, settledKeys(side)]));
  const asked = new Set<string>();
  for (const action of actionsOf(region))
    for (const target of targetsOf(action)) {
      const holds = sides.map((side) => allowed(side, action, target, keysFor(keys, settled.get(side))));
      const gate = gateFormula(region, target, keysFor(keys, settled.get(question.side)));
      asked.add(joined("and", [answersNo[question.kind](holds), gate, ...target.demands]));
    }
  const declared = [...keys.values(), ...[...settled.values()].flatMap((own) => [...own.values()])];
  const shared = [
    "(declare-const region String)(declare-const tail String)",
    ...declared.map(({ declarations }) => declarations),
    ...known(region, keys),
  ].join("\n");
  return [...asked].map((formula) => `${shared}\n(assert ${formula})`);
}

const answersNo: Readonly<Record<QuestionText["kind"], (holds: readonly string[]) => string>> = {
  nothing: ([side = ""]) => side,
  everything: ([side = ""]) => not(side),
  noMore: ([side = "", than = ""]) => `(and ${side} ${not(than)})`,
  equal: ([side = "", than = ""]) => `(xor ${side} ${than})`,
};

type Keys = ReadonlyMap<string, SmtKey>;

function statementsOf({ layers }: SideText): readonly StatementText[] {
  return Object.values(layers).flatMap((documents) => documents.flatMap(({ Statement }) => Statement));
}

function testsOf({ Condition = {} }: Pick<StatementText, "Condition">): readonly KeyTest[] {
  return Object.entries(Condition).flatMap(([written, keys]) => {
    const read = readOperator(written);
    return read === undefined ? [] : Object.entries(keys).map(([key, listed]) => ({ ...read, key, listed }));
  });
}

function keysOf({ side, than, region }: QuestionText): Keys {
  const statements = [side, than].flatMap((each) => (each ? statementsOf(each) : []));
  const tests = [...statements, { Condition: region.condition }].flatMap(testsOf);
  const names = new Set([...tests.map(({ key }) => key), ...Object.keys(region.context ?? {})]);
  return new Map(
    [...names].map((key, index) => {
      const places = tests.filter((test) => test.key === key).length;
      return [key, smtKey(`k${index}`, worldKeys[key]?.type ?? "unknown", places)];
    }),
  );
}

/** The keys that follow from the principal and its facts, as variables with known values. */
function settledKeys({ principal, facts }: SideText): Keys {
  const role = /assumed-role\/(\w+)/.exec(principal)?.[1];
  const arn = role === undefined ? principal : `arn:aws:iam::${own}:role/${role}`;
  const values: readonly (readonly [string, string | undefined])[] = [
    ["aws:PrincipalArn", arn],
    ["aws:username", role === undefined ? "alice" : undefined],
    ...(facts?.principalTags ? [["aws:PrincipalTag/team", facts.principalTags["team"]] as const] : []),
  ];
  return new Map(values.map(([key, value], index) => [key, settledKey(`s${counter()}_${index}`, value)]));
}

let settledSides = 0;
const counter = (): number => (settledSides += 1);

function settledKey(name: string, value: string | undefined): SmtKey {
  const key = smtKey(name, "String", 1);
  const facts = value === undefined ? not(key.present) : `(and ${key.present} (= ${name}_0 ${literal(value)}))`;
  return { ...key, declarations: `${key.declarations}(assert ${facts})` };
}

function keysFor(keys: Keys, settled: Keys = new Map()): Keys {
  return new Map([...keys, ...settled]);
}

/** What the region and AWS say of keys. */
function known({ context = {}, absent = [] }: RegionText, keys: Keys): readonly string[] {
  return [...keys].flatMap(([key, { present }]) => {
    const value = context[key];
    if (value !== undefined)
      return [`(assert (and ${present} (= ${present.replace("present", "0")} ${literal(value)})))`];
    if (absent.includes(key)) return [`(assert ${not(present)})`];
    return worldKeys[key]?.always === true ? [`(assert ${present})`] : [];
  });
}

/** What an action works on; the resource of s3:ListAllMyBuckets is taken for every bucket. */
function targetsOf(action: string): readonly Target[] {
  const templates = worldActions[action] ?? [];
  if (action === "s3:ListAllMyBuckets") return [{ fields: ["arn", "aws", "s3", "", "", "*"], demands: [] }];
  if (templates.length === 0) return [{ fields: ["*"], demands: [] }];
  return templates.map((template) => {
    const [, , service, region = "", account, ...rest] = template.split(/:(?![^{]*\})/);
    const tail = rest.join(":");
    const free = region !== "";
    const something = `(re.+ ${tail === "${BucketName}" ? anyBut("/") : "re.allchar"})`;
    const pieces = tail.split(/(\$\{[^}]*\})/).filter((piece) => piece !== "");
    const form = pieces.map((piece) => (piece.startsWith("${") ? something : expressionOf(piece)));
    return {
      fields: ["arn", "aws", service, free ? undefined : "", account === "" ? "" : own, undefined],
      demands: [
        ...(free ? [`(str.in_re region (re.+ ${anyBut(":")}))`] : []),
        `(str.in_re tail ${form.length === 1 ? (form[0] ?? "") : `(re.++ ${form.join(" ")})`})`,
      ],
    };
  });
}

function resourceFormula(pattern: string, { fields }: Target): string {
  if (pattern === "*") return "true";
  if (fields.length === 1) return "false";
  const wanted = pattern.split(":");
  const parts = fields.map((field, index) => {
    const glob = index >= wanted.length ? "*" : index === 5 ? wanted.slice(5).join(":") : (wanted[index] ?? "");
    if (field !== undefined) return String(patternMatches(glob, field));
    return glob === "*" ? "true" : `(str.in_re ${fieldNames[index]} ${expressionOf(glob)})`;
  });
  return parts.includes("false")
    ? "false"
    : joined(
        "and",
        parts.filter((part) => part !== "true"),
      );
}

function listed(patterns: readonly string[], target: Target): string {
  return joined(
    "or",
    patterns.map((pattern) => resourceFormula(pattern, target)),
  );
}

function statementHolds(statement: StatementText, action: string, target: Target, keys: Keys): string {
  const matches = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => patternMatches(pattern.toLowerCase(), action.toLowerCase()));
  const { Action, NotAction, Resource, NotResource } = statement;
  if (Action ? !matches(Action) : NotAction !== undefined && matches(NotAction)) return "false";
  const resource = Resource ? listed(Resource, target) : not(listed(NotResource ?? [], target));
  const conditions = testsOf(statement).map((test) => keys.get(test.key)?.holds(test) ?? "true");
  return joined("and", [resource, ...conditions]);
}

/** No deny anywhere, and an allow in every layer that binds the principal. */
function allowed({ principal, layers, facts }: SideText, action: string, target: Target, keys: Keys): string {
  const some = (documents: readonly Document[], effect: StatementText["Effect"]): string => {
    const statements = documents.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === effect);
    return joined(
      "or",
      statements.map((statement) => statementHolds(statement, action, target, keys)),
    );
  };
  // A user's own keys have no session policy; the management account is not bound by SCPs.
  const free = new Set<Layer>([
    ...(principal.includes("assumed-role") ? [] : ["session" as const]),
    ...(facts?.managementAccount === true ? ["scps" as const] : []),
  ]);
  const documents = (layer: Layer): readonly Document[] => (free.has(layer) ? [] : (layers[layer] ?? []));
  const sets = [
    documents("identity"),
    ...["boundary", "session"].flatMap((layer) => present(documents(layer as Layer))),
  ];
  const levels = documents("scps").map((document) => [document]);
  const all = [...sets, ...levels];
  return joined("and", [not(some(all.flat(), "Deny")), ...all.map((set) => some(set, "Allow"))]);
}

function present(documents: readonly Document[]): readonly (readonly Document[])[] {
  return documents.length === 0 ? [] : [documents];
}

function gateFormula({ resources, condition }: RegionText, target: Target, keys: Keys): string {
  const tests = testsOf({ Condition: condition }).map((test) => keys.get(test.key)?.holds(test) ?? "true");
  return joined("and", [resources === undefined || resources === "any" ? "true" : listed(resources, target), ...tests]);
}
