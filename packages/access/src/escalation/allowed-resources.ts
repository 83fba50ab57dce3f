import { matchesGlob, type ProofSide } from "@castellan/policy";

/** Patterns that hold every resource on which the identity policies of a side may allow an action; undefined if they may be any. */
export function allowedResources(action: string, { policies }: ProofSide): readonly string[] | undefined {
  const patterns: string[] = [];
  for (const { statement } of (policies.identity ?? []).flatMap(({ statements }) => statements)) {
    const { action: actions, resource } = statement;
    const listed = actions.patterns.some(({ value }) => matchesGlob(value.toLowerCase(), action.toLowerCase()));
    if (statement.effect === "Deny" || listed === actions.negated) continue;
    if (resource === undefined || resource.negated) return undefined;
    patterns.push(...resource.patterns.map(({ value }) => value));
  }
  return patterns;
}
