import type { OpenDecision } from "@castellan/policy";

/** The answer over several ways: yes if one says yes, no if all say no, else it depends. */
export function openAnswer(ways: readonly OpenDecision[]): Pick<OpenDecision, "kind" | "on"> {
  if (ways.some(({ kind }) => kind === "yes")) return { kind: "yes", on: [] };
  const waiting = ways.filter(({ kind }) => kind === "depends");
  if (waiting.length === 0) return { kind: "no", on: [] };
  return { kind: "depends", on: [...new Set(waiting.flatMap(({ on }) => on))].toSorted() };
}
