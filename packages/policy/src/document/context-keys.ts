import { conditionOperators } from "../condition/operators.ts";
import { isVariable, parseTemplate } from "../pattern/template.ts";
import type { Policy, Statement } from "./policy-node.ts";

/** The context keys a policy refers to, in conditions and in variables, as first written; letter case does not make two. */
export function contextKeysOf(policy: Policy): readonly string[] {
  const keys = new Map<string, string>();
  const variables = policy.version === "2012-10-17";
  for (const statement of policy.statements)
    for (const key of keysIn(statement, variables)) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  return [...keys.values()];
}

function keysIn({ resource, conditions }: Statement, variables: boolean): readonly string[] {
  const inText = ({ value }: { readonly value: string }): readonly string[] => (variables ? variablesIn(value) : []);
  return [
    ...(resource?.patterns.flatMap(inText) ?? []),
    ...conditions.flatMap(({ key, name, values }) => [
      key.value,
      ...(conditionOperators[name].variables ? values.flatMap(inText) : []),
    ]),
  ];
}

/** The keys of the variables in a text, in the case they are written in. */
function variablesIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return parseTemplate(text, { variables: true, wildcards: false })
    .filter(isVariable)
    .map(({ key }) => {
      const at = lower.indexOf(`\${${key}`) + 2;
      return text.slice(at, at + key.length);
    });
}
