import { parsePolicy } from "../../document/parse-policy.ts";
import type { Condition } from "../../document/policy-node.ts";

/** The key and the values of one condition, by operator. */
export type ConditionMap = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Conditions as a policy would hold them; a key without values is left out. */
export function conditionList(map: ConditionMap): readonly Condition[] {
  const blocks = Object.entries(map).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) => (values.length === 0 ? [] : [{ [operator]: { [key]: values } }])),
  );
  return blocks.flatMap(readBlock);
}

function readBlock(block: object): readonly Condition[] {
  const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: block };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const parsed = parsePolicy(text, { kind: "identity", accept: "meaningful" });
  return parsed.kind === "policy" ? parsed.policy.statements.flatMap(({ conditions }) => conditions) : [];
}
