import type { Catalog } from "@castellan/catalog";
import { wordsOf } from "./action-words.ts";

/**
 * A small list of patterns that match these actions (`service:Name`) and no other of the catalogue, sorted.
 * Patterns end at words; each takes in as many of the actions as it can, which need not be the least list there is.
 */
export function coverActions(actions: readonly string[], catalog: Catalog): readonly string[] {
  if (actions.length === catalog.actionSummaries().length) return ["*"];
  const services = new Set(actions.map((action) => action.slice(0, action.indexOf(":"))));
  return [...services].toSorted().flatMap((service) => {
    const names = actions.filter((action) => action.startsWith(`${service}:`));
    const patterns = cover(
      names.map((action) => action.slice(service.length + 1)),
      catalog.actionsOf(service).map(({ name }) => name),
    );
    return patterns.map((pattern) => `${service}:${pattern}`).toSorted();
  });
}

interface Candidate {
  readonly pattern: string;
  readonly covers: readonly string[];
}

function cover(names: readonly string[], every: readonly string[]): readonly string[] {
  const wanted = new Set(names);
  const candidates = patternsOf(names)
    .map(({ pattern, matches }) => ({ pattern, covers: every.filter(matches) }))
    .filter(({ covers }) => covers.every((name) => wanted.has(name)));
  const chosen: string[] = [];
  for (let left = new Set(wanted); left.size > 0;) {
    const best = bestOf(candidates, left);
    if (best === undefined) return [...chosen, ...left];
    chosen.push(best.pattern);
    left = new Set([...left].filter((name) => !best.covers.includes(name)));
  }
  return chosen;
}

/** The one that takes in most of what is left; a name of its own goes before a pattern that takes in only it. */
function bestOf(candidates: readonly Candidate[], left: ReadonlySet<string>): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const gain = candidate.covers.filter((name) => left.has(name)).length;
    if (gain > most) [best, most] = [candidate, gain];
  }
  return best;
}

interface Shape {
  readonly pattern: string;
  readonly matches: (name: string) => boolean;
}

/** Names as they are, then what begins, ends or goes on with their words; longer ones first, so that ties say more. */
function patternsOf(names: readonly string[]): readonly Shape[] {
  const exact: readonly Shape[] = names.map((name) => ({ pattern: name, matches: (other) => other === name }));
  const begins = unique(names, (words) => words.map((_, at) => words.slice(0, at + 1).join(""))).map((text) => ({
    pattern: `${text}*`,
    matches: (name: string) => name.startsWith(text),
  }));
  const ends = unique(names, (words) => words.map((_, at) => words.slice(at).join(""))).map((text) => ({
    pattern: `*${text}`,
    matches: (name: string) => name.endsWith(text),
  }));
  const all: Shape = { pattern: "*", matches: () => true };
  return [...exact, ...begins, ...ends, all];
}

function unique(names: readonly string[], texts: (words: readonly string[]) => readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => texts(wordsOf(name))))].toSorted((a, b) => b.length - a.length);
}
