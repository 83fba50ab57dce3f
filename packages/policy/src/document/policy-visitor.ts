import type { PolicyNode } from "./policy-node.ts";

/** A function for every kind of node; a new kind of node breaks each visitor until it is handled. */
export type PolicyVisitor<R> = { readonly [N in PolicyNode["node"]]: (node: Extract<PolicyNode, { node: N }>) => R };

/** Applies the visitor's function for this kind of node. */
export function visit<R>(node: PolicyNode, visitor: PolicyVisitor<R>): R {
  // The map type ties each tag to its own node type; TypeScript cannot follow that through the lookup.
  return (visitor[node.node] as (node: PolicyNode) => R)(node);
}

const children: PolicyVisitor<readonly PolicyNode[]> = {
  policy: (policy) => [...present(policy.id), ...policy.statements],
  statement: (statement) => [
    ...present(statement.sid),
    ...present(statement.principal),
    statement.action,
    ...present(statement.resource),
    ...statement.conditions,
  ],
  principal: (principal) => principal.entries,
  principalEntry: () => [],
  action: (action) => action.patterns,
  resource: (resource) => resource.patterns,
  condition: (condition) => [condition.operator, condition.key, ...condition.values],
  text: () => [],
};

/** The direct parts of a node in document order. */
export function childrenOf(node: PolicyNode): readonly PolicyNode[] {
  return visit(node, children);
}

/** The node and everything under it, parents first. */
export function* walk(node: PolicyNode): Generator<PolicyNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
