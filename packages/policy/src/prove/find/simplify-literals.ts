import { areDisjoint, covers } from "./covers.ts";
import type { TextLiteral, TextPattern } from "./literals.ts";

/** The literals without the patterns that cannot matter, or undefined when they are seen to contradict each other. */
export function simplifyLiterals(literals: readonly TextLiteral[]): readonly TextLiteral[] | undefined {
  const wanted: TextLiteral[] = [];
  for (const { any, holds } of literals) {
    if (!holds) continue;
    const possible = any.filter((pattern) => !isRefuted(pattern, literals));
    if (possible.length === 0) return undefined;
    wanted.push({ any: possible, holds });
  }
  const forbidden = literals.flatMap(({ any, holds }) =>
    holds ? [] : any.filter((pattern) => canMeet(pattern, wanted)),
  );
  return forbidden.length === 0 ? wanted : [...wanted, { any: forbidden, holds: false }];
}

/** Whether each text of the pattern is forbidden, or has no place in another literal. */
function isRefuted(pattern: TextPattern, literals: readonly TextLiteral[]): boolean {
  return literals.some(({ any, holds }) =>
    holds ? any.every((other) => areDisjoint(pattern, other)) : any.some((other) => covers(other, pattern)),
  );
}

/** Whether every literal leaves texts that the pattern may match. */
function canMeet(pattern: TextPattern, wanted: readonly TextLiteral[]): boolean {
  return wanted.every(({ any }) => any.some((other) => !areDisjoint(pattern, other)));
}
