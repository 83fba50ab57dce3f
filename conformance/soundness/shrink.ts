import type { Document, Layer } from "./random-document.ts";
import type { QuestionText, SideText } from "./random-question.ts";

/** The question with as little in it as still has the fault. */
export function shrink(text: QuestionText, isFaulty: (text: QuestionText) => boolean): QuestionText {
  for (const smaller of smallerQuestions(text)) if (isFaulty(smaller)) return shrink(smaller, isFaulty);
  return text;
}

function* smallerQuestions(text: QuestionText): Generator<QuestionText> {
  for (const side of smallerSides(text.side)) yield { ...text, side };
  if (text.than !== undefined) for (const than of smallerSides(text.than)) yield { ...text, than };
  // Whose resources are asked about stays: not every principal has an account of its own.
  for (const key of Object.keys(text.region).filter((key) => key !== "resourceAccounts")) {
    const { [key as keyof typeof text.region]: _, ...region } = text.region;
    yield { ...text, region };
  }
}

function* smallerSides(side: SideText): Generator<SideText> {
  const { facts: _, ...plain } = side;
  if (side.facts !== undefined) yield plain;
  for (const layer of Object.keys(side.layers) as Layer[]) {
    const { [layer]: documents = [], ...others } = side.layers;
    if (documents.length > 0) yield { ...side, layers: others };
    for (const fewer of smallerLists(documents, smallerDocuments))
      yield { ...side, layers: { ...others, [layer]: fewer } };
  }
}

function* smallerDocuments(document: Document): Generator<Document> {
  for (const Statement of smallerLists(document.Statement, smallerStatements))
    if (Statement.length > 0) yield { ...document, Statement };
}

function* smallerStatements(statement: Document["Statement"][number]): Generator<Document["Statement"][number]> {
  const { Condition, ...rest } = statement;
  if (Condition !== undefined) yield rest;
  for (const [operator, keys] of Object.entries(Condition ?? {})) {
    const { [operator]: _, ...others } = Condition ?? {};
    yield { ...rest, Condition: others };
    for (const [key, values] of Object.entries(keys))
      for (const fewer of smallerLists(values, () => []))
        if (fewer.length > 0) yield { ...rest, Condition: { ...others, [operator]: { ...keys, [key]: fewer } } };
  }
  for (const element of ["Action", "NotAction", "Resource", "NotResource"] as const)
    for (const fewer of smallerLists(statement[element] ?? [], () => []))
      if (fewer.length > 0) yield { ...statement, [element]: fewer };
}

/** Lists with one item less, or with one item smaller. */
function* smallerLists<T>(items: readonly T[], smaller: (item: T) => Iterable<T>): Generator<readonly T[]> {
  for (const at of items.keys()) yield items.filter((_, index) => index !== at);
  for (const [at, item] of items.entries())
    for (const each of smaller(item)) yield items.map((other, index) => (index === at ? each : other));
}
