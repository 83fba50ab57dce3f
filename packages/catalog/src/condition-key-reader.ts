import { conditionKeyOf, type ConditionKeyFacts } from "./condition-keys.ts";
import { once, remembered } from "./once.ts";
import type { ServiceReader } from "./service-reader.ts";

/** Looks up condition keys. */
export interface ConditionKeyLookup {
  /** A condition key by a name as policies write it, such as `aws:PrincipalTag/team`; letter case does not matter. */
  conditionKey(name: string): ConditionKeyFacts | undefined;
  /** The condition keys that do not belong to one service. */
  globalConditionKeys(): readonly ConditionKeyFacts[];
}

/** Finds condition keys among the global ones, then at the services that the key's prefix names. */
export function conditionKeyReader({ lookup, index }: ServiceReader): ConditionKeyLookup {
  const globalConditionKeys = once(() => index().global.map(conditionKeyOf));
  const matchGlobal = once(() => matcherOf(globalConditionKeys()));
  const matchService = remembered((service) => matcherOf(lookup.service(service)?.conditionKeys ?? []));
  const aliases = once(() =>
    Object.entries(index().aliases).map(([alias, services]) => ({ alias: templatePattern(alias), services })),
  );
  const servicesOf = (name: string): readonly string[] => {
    const prefix = name.toLowerCase().slice(0, Math.max(0, name.indexOf(":")));
    if (Object.hasOwn(index().services, prefix)) return [prefix];
    return aliases().flatMap(({ alias, services }) => (alias.test(prefix) ? services : []));
  };
  const conditionKey = (name: string): ConditionKeyFacts | undefined => {
    const global = matchGlobal()(name);
    if (global !== undefined) return global;
    for (const service of servicesOf(name)) {
      const key = matchService(service)(name);
      if (key !== undefined) return key;
    }
    return undefined;
  };
  return { conditionKey, globalConditionKeys };
}

function matcherOf(keys: readonly ConditionKeyFacts[]): (name: string) => ConditionKeyFacts | undefined {
  const exact = new Map(keys.map((key) => [key.key.toLowerCase(), key]));
  const templates = keys
    .filter(({ key }) => key.includes("${"))
    .map((key) => ({ key, pattern: templatePattern(key.key) }));
  return (name) => exact.get(name.toLowerCase()) ?? templates.find(({ pattern }) => pattern.test(name))?.key;
}

/** Matches a text in which every `${…}` of the template stands for at least one character. */
function templatePattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "is");
}
