import type { Span } from "../diagnostic.ts";
import type { Condition, PrincipalEntry, Statement, Text } from "../document/policy-node.ts";
import { spanOf, type Source } from "../document/source.ts";
import type { HeardEntry } from "../match/hearing.ts";
import type { ListedExplanation } from "./explanation.ts";

/** A listed entry as it is told of: as one that matches, and as one that does not. */
export interface EntryWords {
  readonly hit: ListedExplanation;
  readonly miss: ListedExplanation;
}

/** A condition as it is told of. */
export interface ConditionWords {
  readonly span: Span;
  readonly values: readonly EntryWords[];
}

/** What is told of a statement in the same words for every request; finding places means counting lines. */
export interface StatementWords {
  readonly span: Span;
  readonly resources: readonly EntryWords[];
  readonly principals: readonly EntryWords[];
  readonly conditions: readonly ConditionWords[];
}

/** Words found before. */
const remembered = new WeakMap<Statement, StatementWords>();

/** The words for a statement, found once. */
export function wordsOf(statement: Statement, source: Source): StatementWords {
  const known = remembered.get(statement);
  if (known !== undefined) return known;
  const words = {
    span: spanOf(source, statement),
    resources: entryWords(statement.resource?.patterns ?? [], source),
    principals: entryWords(statement.principal?.entries ?? [], source),
    conditions: statement.conditions.map((condition) => conditionWords(condition, source)),
  };
  remembered.set(statement, words);
  return words;
}

function conditionWords(condition: Condition, source: Source): ConditionWords {
  return { span: spanOf(source, condition), values: entryWords(condition.values, source) };
}

/** The words for listed entries. */
export function entryWords(entries: readonly (Text | PrincipalEntry)[], source: Source): readonly EntryWords[] {
  return entries.map((entry) => {
    const [text, span] = [textOf(entry), spanOf(source, entry)];
    return { hit: { text, matched: true, span }, miss: { text, matched: false, span } };
  });
}

function textOf(entry: Text | PrincipalEntry): string {
  return entry.node === "text" || entry.type === "*" ? entry.value : `${entry.type}: ${entry.value}`;
}

/** Tells of the entries that were compared. */
export function tellEntries(heard: readonly HeardEntry[], words: readonly EntryWords[]): readonly ListedExplanation[] {
  const told: ListedExplanation[] = [];
  for (const entry of heard) {
    const { hit, miss } = words[entry.index] ?? {};
    const listed = entry.matched ? hit : miss;
    if (listed !== undefined) told.push("resolved" in entry ? { ...listed, ...resolution(entry) } : listed);
  }
  return told;
}

function resolution({ resolved }: HeardEntry): Pick<ListedExplanation, "resolved" | "unresolved"> {
  return resolved === undefined ? { unresolved: true } : { resolved };
}
