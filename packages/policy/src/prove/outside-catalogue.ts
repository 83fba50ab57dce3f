import type { ActionElement } from "../document/policy-node.ts";
import { globMatches } from "../pattern/glob.ts";
import { allowedFormula } from "./access-formula.ts";
import type { ActionTable } from "./action-table.ts";
import type { AtomTable } from "./atom.ts";
import type { BoundStatement } from "./bind-statement.ts";
import { actionGlob } from "./find-action.ts";
import type { Wish } from "./find-request.ts";
import { all, fact, literal, not, type Formula } from "./formula.ts";
import { isOwn } from "./plan.ts";
import type { Region } from "./question.ts";

/** When an action that the catalogue does not know would be decided as wished. */
export function unknownActionFormula(
  wishes: readonly Wish[],
  action: string,
  atoms: AtomTable,
  owner: string | undefined,
): Formula {
  const lower = action.toLowerCase();
  const lists = ({ patterns, negated }: ActionElement): boolean =>
    patterns.some(({ value }) => globMatches(actionGlob(value), lower)) !== negated;
  return wishesFormula(wishes, lower, atoms, owner, ({ action: element }) => fact(lists(element)));
}

/** An action that no policy and no rule of the evaluation logic treats on its own. */
const unheardOf = "new-service:newaction";

/** When an action that AWS may add would be decided as wished; its service is taken to treat it as most actions. */
export function futureFormula(
  wishes: readonly Wish[],
  { actions = ["*"], notActions = [] }: Region,
  table: ActionTable,
  atoms: AtomTable,
  owner: string | undefined,
): Formula {
  const listed = (patterns: readonly string[]): Formula => newActionFormula(patterns, table, atoms);
  const sides = wishesFormula(wishes, unheardOf, atoms, owner, ({ action: { patterns, negated } }) => {
    const matched = listed(patterns.map(({ value }) => value));
    return negated ? not(matched) : matched;
  });
  return all([listed(actions), not(listed(notActions)), sides]);
}

/** The sides decide as wished an action that a statement speaks of under a condition. */
function wishesFormula(
  wishes: readonly Wish[],
  action: string,
  atoms: AtomTable,
  owner: string | undefined,
  speaks: (statement: BoundStatement["statement"]) => Formula,
): Formula {
  const withAction = (bound: BoundStatement): BoundStatement => ({
    ...bound,
    matches: all([speaks(bound.statement), bound.matches]),
  });
  const sides = wishes.map(({ plan, outcome }) => {
    const speaking = plan.speaking((statements) => statements.map(withAction));
    const allowed = allowedFormula(plan.standpoint, speaking, action, isOwn(plan, owner), atoms);
    return outcome === "allowed" ? allowed : not(allowed);
  });
  return all(sides);
}

/** One of the patterns matches; the name of an action of the catalogue matches no new action. */
function newActionFormula(patterns: readonly string[], table: ActionTable, atoms: AtomTable): Formula {
  const wild = patterns.filter((pattern) => /[*?]/.test(pattern) || table.matching(pattern).length === 0);
  if (wild.length === 0) return fact(false);
  return literal(atoms.intern({ kind: "action", patterns: wild.map(actionGlob), open: [] }));
}
