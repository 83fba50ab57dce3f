import type { Layer, Outcome } from "../decide/decision.ts";
import type { Span } from "../diagnostic.ts";
import type { ContextValue } from "../request/request.ts";
import {
  decides,
  type ConditionExplanation,
  type ElementExplanation,
  type Explanation,
  type LayerExplanation,
  type ListedExplanation,
  type ListingExplanation,
  type PolicyExplanation,
  type StatementExplanation,
} from "./explanation.ts";

const layerNames: Readonly<Record<Layer, string>> = {
  scp: "organization",
  rcp: "resource control",
  vpcEndpoint: "VPC endpoint",
  resource: "resource policy",
  identity: "identity",
  boundary: "boundary",
  session: "session policy",
};

const answers: Readonly<Record<Outcome, readonly [word: string, verb: string, kind: string]>> = {
  Allowed: ["YES", "may call", "allowed"],
  ExplicitDeny: ["NO", "may not call", "explicit deny"],
  ImplicitDeny: ["NO", "may not call", "implicit deny"],
};

const states: Readonly<Record<LayerExplanation["state"], string>> = {
  absent: "-",
  notApplicable: "-",
  deny: "DENY",
  allow: "allow",
  silent: "silent",
};

/** Prints an explanation as plain lines: the answer, one line for each policy, then the statements told of. */
export function printExplanation(explanation: Explanation): string {
  const lines = [
    ...answerLines(explanation),
    "",
    ...explanation.layers.flatMap((layer) => layerLines(explanation, layer)),
    ...whatIf(explanation),
  ];
  const details = explanation.layers.flatMap(detailLines);
  return [...lines, ...(details.length > 0 ? ["", ...details] : [])].map((line) => line.trimEnd()).join("\n");
}

function answerLines({ principal, request, decision, rule }: Explanation): readonly string[] {
  const [word, verb, kind] = answers[decision.outcome];
  return [`${word.padEnd(4)} ${principal} ${verb} ${request.action} on ${request.resource}.   ${kind}`, `     ${rule}`];
}

function layerLines(explanation: Explanation, layer: LayerExplanation): readonly string[] {
  const name = layerNames[layer.layer];
  const bare = Array.from({ length: layer.levels ?? 0 }, (_, level) => level).filter((level) => isBare(layer, level));
  if (layer.policies.length === 0 && bare.length === 0)
    return [row(name, "none", layer.reason ?? states[layer.state], "")];
  if (layer.reason !== undefined) return [row(name, "", layer.reason, "")];
  return [
    ...layer.policies.map((policy) =>
      row(name, policyName(policy), states[policy.state], citations(explanation, layer, policy)),
    ),
    ...bare.map((level) => row(name, `no policies (level ${level + 1})`, states.silent, "")),
  ];
}

function isBare({ policies }: LayerExplanation, level: number): boolean {
  return policies.every((policy) => policy.level !== level);
}

function row(layer: string, policy: string, state: string, rest: string): string {
  return `  ${layer.padEnd(17)} ${policy.padEnd(40)} ${state.padEnd(7)} ${rest}`;
}

function policyName({ policyId, level }: PolicyExplanation): string {
  return level === undefined ? policyId : `${policyId} (level ${level + 1})`;
}

function citations({ decision }: Explanation, { layer }: LayerExplanation, policy: PolicyExplanation): string {
  const telling = policy.statements.filter(
    (statement) => statement.matched && statement.effect === (policy.state === "deny" ? "Deny" : "Allow"),
  );
  const mark = telling.some((statement) => decides(decision, layer, policy.policyId, statement.index))
    ? "   <- decides"
    : "";
  return `${telling.map(statementName).join(", ")}${mark}`;
}

function statementName({ index, sid, span }: StatementExplanation): string {
  const name = sid ? ` "${sid}"` : "";
  return span.file === undefined ? `statement ${index + 1}${name}` : `${place(span)}${name}`;
}

function place(span: Span): string {
  const position = `${span.start.line}:${span.start.column}`;
  return span.file === undefined ? position : `${span.file}:${position}`;
}

function whatIf({ withoutDenies, decision }: Explanation): readonly string[] {
  if (withoutDenies === undefined) return [];
  const count = decision.because.length === 1 ? "that statement" : `those ${decision.because.length} statements`;
  return ["", `  Without ${count} the answer would be: ${answers[withoutDenies][2]}.`];
}

function detailLines(layer: LayerExplanation): readonly string[] {
  return layer.policies.flatMap((policy) => {
    if (policy.statements.length === 0) return [];
    return [`  ${layerNames[layer.layer]}: ${policyName(policy)}`, ...policy.statements.flatMap(statementLines)];
  });
}

function statementLines(statement: StatementExplanation): readonly string[] {
  const { index, sid, effect, matched, span, elements } = statement;
  const verdict = matched ? "matches" : "does not match";
  return [
    `    statement ${index + 1}${sid ? ` "${sid}"` : ""} ${effect} ${verdict}   ${place(span)}`,
    ...elements.map(elementLine),
  ];
}

function elementLine(element: ElementExplanation): string {
  const mark = element.matched ? "ok" : "no";
  return `      ${mark}  ${element.kind.padEnd(10)} ${element.kind === "condition" ? conditionText(element) : listingText(element)}`;
}

function listingText({ negated, listed, kind, matched }: ListingExplanation): string {
  const hits = listed.filter((entry) => entry.matched);
  if (hits.length > 0)
    return `${negated ? `listed in Not${capital(kind)}` : "matched by"} ${hits.map(entryText).join(", ")}`;
  if (negated) return matched ? "none of the exceptions applies" : "outside the listed ones, but not matched";
  const [only] = listed;
  return listed.length === 1 && only !== undefined
    ? `${entryText(only)} does not match`
    : `none of ${listed.length} entries matches`;
}

function entryText({ text, resolved, unresolved }: ListedExplanation): string {
  if (unresolved === true) return `\`${text}\` (no value)`;
  return resolved === undefined ? `\`${text}\`` : `\`${text}\` (here \`${resolved}\`)`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function conditionText({ operator, key, actual, listed, matched }: ConditionExplanation): string {
  const wanted = listed.map(entryText).join(", ");
  if (actual === undefined) return `${operator} ${key}: the key is missing from the request`;
  return `${operator} ${key}: ${shown(actual)} compared with ${wanted || "nothing"}: ${matched ? "holds" : "fails"}`;
}

function shown(value: ContextValue): string {
  return typeof value === "string" ? `\`${value}\`` : `[${value.map((item) => `\`${item}\``).join(", ")}]`;
}
