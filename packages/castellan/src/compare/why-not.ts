import {
  type ConditionExplanation,
  type DecidingStatement,
  decisionRules,
  type ElementExplanation,
  explain,
  type Layer,
  type LayerExplanation,
  type PolicyExplanation,
  type StatementExplanation,
} from "@castellan/policy";
import type { Witness } from "./compare-sides.ts";

/** A statement in words: `reports.json:6:5, statement 2 (ReadLogs)`. */
function statementInWords(
  policyId: string,
  { index, sid, span }: Pick<DecidingStatement, "index" | "sid" | "span">,
): string {
  const place = span?.file === undefined ? policyId : `${span.file}:${span.start.line}:${span.start.column}`;
  return `${place}, statement ${index + 1}${sid === undefined || sid === "" ? "" : ` (${sid})`}`;
}

/** Why a side allows the witness: the statement of the compared layer that does. */
export function whyAllowed({ request, allowing, layer }: Witness): string {
  const { decision, layers } = explain({ ...allowing, request });
  for (const { policyId, statements } of policiesOf(layers, layer))
    for (const statement of statements)
      if (statement.matched && statement.effect === "Allow")
        return `${statementInWords(policyId, statement)} allows it`;
  return decisionRules[decision.rule];
}

/** Why the other side does not: the statement that denies it, or what the nearest allowing one asks for. */
export function whyNot({ request, refusing }: Witness): string {
  const { decision, layers } = explain({ ...refusing, request });
  const [denying] = decision.because;
  if (decision.outcome === "ExplicitDeny" && denying !== undefined)
    return `${statementInWords(denying.policyId, denying)} denies it`;
  const silent = policiesOf(layers, decision.denyLayer);
  const [first, ...more] = silent.flatMap(({ policyId, statements }) =>
    statements.filter(missesNarrowly).map((statement) => nearMiss(policyId, statement)),
  );
  if (first === undefined) return noStatement(request.action, silent);
  return more.length === 0 ? first : `${first}; ${more.length} more would under other terms`;
}

function policiesOf(layers: readonly LayerExplanation[], wanted: Layer | undefined): readonly PolicyExplanation[] {
  return layers.find(({ layer }) => layer === wanted)?.policies ?? [];
}

function noStatement(action: string, silent: readonly PolicyExplanation[]): string {
  if (silent.length === 0) return "there is no policy that could allow it";
  return `no statement of ${silent.map(({ policyId }) => policyId).join(" or ")} allows ${action}`;
}

/** It would allow the action, were it not for resources or conditions. */
function missesNarrowly({ effect, elements }: StatementExplanation): boolean {
  return effect === "Allow" && elements.every(({ kind, matched }) => matched || kind !== "action");
}

function nearMiss(policyId: string, statement: StatementExplanation): string {
  const terms = statement.elements.filter(({ matched }) => !matched).map(termOf);
  return `${statementInWords(policyId, statement)} allows it only ${terms.join(" and ")}`;
}

function termOf(element: ElementExplanation): string {
  if (element.kind === "condition") return `where ${conditionOf(element)}`;
  const listed = few(element.listed.map(({ text }) => text));
  if (element.kind === "principal") return `for ${element.negated ? "everybody but " : ""}${listed}`;
  return `${element.negated ? "outside" : "on"} ${listed}`;
}

/** The values are not compared, and so not told, where the request lacks the key. */
function conditionOf({ operator, key, actual, listed }: ConditionExplanation): string {
  const values = listed.length === 0 ? "" : ` = ${few(listed.map(({ text }) => text))}`;
  return `${operator} ${key}${values}${actual === undefined && operator !== "Null" ? ", which is absent" : ""}`;
}

function few(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).join(" or ");
  return texts.length > 3 ? `${shown} or ${texts.length - 3} more` : shown;
}
