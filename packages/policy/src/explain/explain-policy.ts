import type { Source } from "../document/source.ts";
import { actionMatches } from "../match/compile-action.ts";
import { conditionHolds, type CompiledCondition } from "../match/compile-condition.ts";
import { principalGrant } from "../match/compile-principal.ts";
import { resourceMatches } from "../match/compile-resource.ts";
import type { CompiledStatement } from "../match/compiled-policy.ts";
import type { HeardEntry } from "../match/hearing.ts";
import { directGrant, noGrant, type Grant } from "../principal/grant.ts";
import { contextValue, type Query } from "../request/query.ts";
import type {
  ConditionExplanation,
  ElementExplanation,
  GrantName,
  ListedExplanation,
  ListingExplanation,
  PolicyExplanation,
  StatementExplanation,
} from "./explanation.ts";
import type { PolicySketch, StatementSketch } from "./sketch.ts";
import { entryWords, tellEntries, wordsOf, type ConditionWords } from "./statement-words.ts";

/** Tells what one policy says of a request. */
export function explainPolicy({ policy, level, statements: told }: PolicySketch, query: Query): PolicyExplanation {
  const statements: StatementExplanation[] = [];
  for (const statement of told) statements.push(explainStatement(statement, query));
  const state = says(statements, "Deny") ? "deny" : says(statements, "Allow") ? "allow" : "silent";
  const untold = policy.statements.length - told.length;
  return level === undefined
    ? { policyId: policy.id, state, statements, untold }
    : { policyId: policy.id, level, state, statements, untold };
}

function says(statements: readonly StatementExplanation[], effect: StatementExplanation["effect"]): boolean {
  return statements.some((statement) => statement.matched && statement.effect === effect);
}

/** What is to be told of a statement whatever the rest of the request is: its action element, of which `everyAction` tells all that is listed. */
export function sketchStatement(
  compiled: CompiledStatement,
  query: Query,
  source: Source,
  everyAction: boolean,
): StatementSketch {
  const { element } = compiled.action;
  const heard: HeardEntry[] = [];
  const matched = actionMatches(compiled.action, query.service, query.action.slice(query.service.length + 1), heard);
  // A managed policy may list thousands of actions.
  const told = everyAction ? heard : heard.filter((entry) => entry.matched);
  const named = told.flatMap(({ index }) => element.patterns[index] ?? []);
  const listed = entryWords(named, source).map(({ hit, miss }, at) => (told[at]?.matched === true ? hit : miss));
  return { compiled, action: listing(element, matched, listed), words: wordsOf(compiled.statement, source) };
}

const grantNames: Readonly<Record<Grant, GrantName | undefined>> = {
  0: undefined,
  1: "account",
  2: "parent",
  3: "direct",
};

function explainStatement({ compiled, action, words }: StatementSketch, query: Query): StatementExplanation {
  const { statement, resource, principal, conditions } = compiled;
  const elements: ElementExplanation[] = [action];
  if (resource !== undefined) {
    const heard: HeardEntry[] = [];
    const holds = resourceMatches(resource, query, heard);
    elements.push(listing(resource.element, holds, tellEntries(heard, words.resources)));
  }
  let grant: Grant = directGrant;
  if (principal !== undefined) {
    const heard: HeardEntry[] = [];
    grant = principalGrant(principal, query, heard);
    elements.push(listing(principal.element, grant !== noGrant, tellEntries(heard, words.principals)));
  }
  for (let index = 0; index < conditions.length; index += 1) {
    const [condition, told] = [conditions[index], words.conditions[index]];
    if (condition !== undefined && told !== undefined) elements.push(explainCondition(condition, told, query));
  }
  const matched = elements.every(isMatched);
  const name = matched && principal !== undefined ? grantNames[grant] : undefined;
  const { index, sid, effect } = statement;
  const told = { index, effect, matched, span: words.span, elements };
  if (sid === undefined && name === undefined) return told;
  return { ...told, ...(sid !== undefined && { sid: sid.value }), ...(name !== undefined && { grant: name }) };
}

function isMatched({ matched }: ElementExplanation): boolean {
  return matched;
}

function listing(
  { node, negated }: { readonly node: ListingExplanation["kind"]; readonly negated: boolean },
  matched: boolean,
  listed: readonly ListedExplanation[],
): ListingExplanation {
  return { kind: node, negated, matched, listed };
}

function explainCondition(compiled: CompiledCondition, words: ConditionWords, query: Query): ConditionExplanation {
  const { operator, key } = compiled.condition;
  const actual = contextValue(query, compiled.key);
  const heard: HeardEntry[] = [];
  const matched = conditionHolds(compiled, query, heard);
  const compared = heard.length > words.values.length ? onceEach(heard) : heard;
  const listed = tellEntries(compared, words.values);
  const { span } = words;
  return actual === undefined
    ? { kind: "condition", operator: operator.value, key: key.value, matched, listed, span }
    : { kind: "condition", operator: operator.value, key: key.value, matched, actual, listed, span };
}

/** An entry compared with several values of the request is told of once. */
function onceEach(heard: readonly HeardEntry[]): readonly HeardEntry[] {
  const byIndex = new Map<number, HeardEntry>();
  for (const each of heard) if (byIndex.get(each.index)?.matched !== true) byIndex.set(each.index, each);
  return [...byIndex.values()];
}
