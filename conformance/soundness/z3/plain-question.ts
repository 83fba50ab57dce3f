import type { Document, StatementText } from "../random-document.ts";
import type { Layers, QuestionText, SideText } from "../random-question.ts";
import { worldKeys, type WorldKey } from "../small-world.ts";
import { readOperator } from "./smt-keys.ts";

/** The operators that are encoded for values of a type. */
const families: Readonly<Record<WorldKey["type"], RegExp>> = {
  String: /^String/,
  ArrayOfString: /^String/,
  ARN: /^Arn/,
  ArrayOfARN: /^Arn/,
  Bool: /^Bool$/,
  ArrayOfBool: /^Bool$/,
  Numeric: /^Numeric/,
  Date: /^Date/,
  IPAddress: /IpAddress$/,
  unknown: /^$/,
};

/** The question as far as the encoding goes: in one account, without variables and resource policies. */
export function plainQuestion({ kind, side, than, region }: QuestionText): QuestionText {
  const { resourceAccounts: _, resources, condition, ...rest } = region;
  const conditions = plainConditions(condition);
  return {
    kind,
    side: plainSide(side),
    ...(than && { than: plainSide(than) }),
    region: {
      ...rest,
      ...(resources !== undefined && resources !== "any" && { resources }),
      notActions: [...(region.notActions ?? []), "sts:*", "kms:*"],
      ...(conditions && { condition: conditions }),
    },
  };
}

function plainSide({ facts, principal, layers }: SideText): SideText {
  const member = /user\/alice|assumed-role/.test(principal);
  const { resource: _, rcps: __, vpcEndpoint: ___, ...others } = layers;
  const plain = Object.entries(others).map(([layer, documents]) => [layer, documents.map(plainDocument)] as const);
  return {
    principal: member ? principal : "arn:aws:iam::111111111111:user/alice",
    ...(facts && { facts }),
    layers: Object.fromEntries(plain) satisfies Layers,
  };
}

function plainDocument(document: Document): Document {
  return { ...document, Statement: document.Statement.map(plainStatement) };
}

function plainStatement(statement: StatementText): StatementText {
  const { Condition, ...rest } = JSON.parse(withoutVariables(JSON.stringify(statement))) as StatementText;
  const conditions = plainConditions(Condition);
  return conditions === undefined ? rest : { ...rest, Condition: conditions };
}

function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "alice");
}

function plainConditions(block: StatementText["Condition"]): StatementText["Condition"] {
  const kept = Object.entries(block ?? {}).flatMap(([operator, keys]) => {
    const name = readOperator(operator)?.operator.name ?? "Null";
    const fitting = Object.entries(keys).filter(([key]) => isEncoded(key, name));
    const plain = fitting.map(([key, values]) => [key, values.map(withoutVariables)] as const);
    return plain.length === 0 ? [] : [[operator, Object.fromEntries(plain)] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isEncoded(key: string, operator: string): boolean {
  const type = worldKeys[key]?.type ?? "unknown";
  if (type === "unknown" || key === "aws:ResourceAccount") return false;
  return operator === "Null" || families[type].test(operator);
}
