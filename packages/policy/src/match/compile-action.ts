import type { ActionElement, Text } from "../document/policy-node.ts";
import type { Hearing } from "./hearing.ts";
import { compileGlob, globMatches, parseGlob, type Glob } from "../pattern/glob.ts";

/** One entry of `Action`, in lower case and split at the colon. */
interface ActionPattern {
  /** `undefined` means every service. */
  readonly service: string | undefined;
  readonly name: Glob;
  readonly text: Text;
}

/** A compiled `Action` or `NotAction`. */
export interface CompiledAction {
  readonly element: ActionElement;
  readonly patterns: readonly ActionPattern[];
  /** The services it can match, undefined for all. */
  readonly services: ReadonlySet<string> | undefined;
}

/** Compiles the entries once; actions ignore case in both halves. */
export function compileAction(element: ActionElement): CompiledAction {
  const patterns = element.patterns.map(compilePattern);
  const services = new Set<string>();
  for (const { service } of patterns) if (service !== undefined) services.add(service);
  const everyService = element.negated || patterns.some((pattern) => pattern.service === undefined);
  return { element, patterns, services: everyService ? undefined : services };
}

function compilePattern(text: Text): ActionPattern {
  const lower = text.value.toLowerCase();
  const colon = lower.indexOf(":");
  const service = lower.slice(0, Math.max(colon, 0));
  const name = compileGlob(parseGlob(lower.slice(colon + 1)));
  return { service: service === "*" || lower === "*" ? undefined : service, name, text };
}

/** Whether an action (in lower case) is one that the element speaks of. */
export function actionMatches(action: CompiledAction, service: string, name: string, heard?: Hearing): boolean {
  let listed = false;
  for (let index = 0; index < action.patterns.length; index += 1) {
    const pattern = action.patterns[index];
    if (pattern === undefined) continue;
    const matched = (pattern.service === undefined || pattern.service === service) && globMatches(pattern.name, name);
    heard?.push({ index, matched });
    if (matched) listed = true;
    if (matched && heard === undefined) break;
  }
  return listed !== action.element.negated;
}
