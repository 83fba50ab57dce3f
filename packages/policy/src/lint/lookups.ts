import type { ActionFacts, Catalog, ConditionKeyFacts } from "../catalog.ts";
import type { Statement } from "../document/policy-node.ts";
import { compileGlob, globMatches, parseGlob } from "../pattern/glob.ts";

/** Questions to the catalogue that checks share; answers are kept as long as the catalogue. */
export interface Lookups {
  /** The full names, `s3:GetObject`, that an entry of `Action` covers. */
  actionsMatching(pattern: string): readonly string[];
  /** The services, as the catalogue lists them, that have an action of this name or pattern. */
  servicesWith(name: string): readonly string[];
  /** The full names that a statement speaks of, `NotAction` turned round. */
  actionsOf(statement: Statement): readonly string[];
  /** The actions of these names. */
  facts(names: readonly string[]): readonly ActionFacts[];
  isService(prefix: string): boolean;
  conditionKey(name: string): ConditionKeyFacts | undefined;
  /** Whether a request for the action has the key, at the action or at one of its resources; global keys always count. */
  hasKey(action: ActionFacts, key: string): boolean;
}

/** Global keys of AWS's own managed policies that no documentation lists [AWSSSOServiceRolePolicy, 2026]. */
const furtherKeys: ReadonlyMap<string, ConditionKeyFacts> = new Map([
  ["aws:principalorgmasteraccountid", { key: "aws:PrincipalOrgMasterAccountId", type: "String" }],
]);

const known = new WeakMap<Catalog, Lookups>();

/** The lookups of a catalogue. */
export function lookupsOf(catalog: Catalog): Lookups {
  const made = known.get(catalog) ?? createLookups(catalog);
  known.set(catalog, made);
  return made;
}

function createLookups(catalog: Catalog): Lookups {
  const names = remembered(() => namesByService(catalog));
  const owners = remembered(() => servicesByAction(catalog));
  const ownersNamed = rememberedBy((name) => ownersOf(owners(), name));
  const services = remembered(() => new Set(catalog.services().map((prefix) => prefix.toLowerCase())));
  const byPattern = rememberedBy((pattern) => matchingNames(names(), pattern));
  const actionsMatching = (pattern: string): readonly string[] =>
    hasWildcard(pattern) ? byPattern(pattern) : namedAction(names(), pattern);
  const facts = (wanted: readonly string[]): readonly ActionFacts[] =>
    wanted.flatMap((name) => catalog.action(name) ?? []);
  const globals = remembered(() => new Set(catalog.globalConditionKeys().map(({ key }) => key.toLowerCase())));
  const isGlobal = (key: string): boolean => /^aws:/i.test(key) || globals().has(key.toLowerCase());
  return {
    actionsMatching,
    servicesWith: (name) => {
      const having = ownersNamed(name);
      return catalog.services().filter((prefix) => having.has(prefix.toLowerCase()));
    },
    actionsOf: ({ action }) => {
      const covered = new Set(action.patterns.flatMap(({ value }) => actionsMatching(value)));
      return action.negated ? actionsMatching("*").filter((name) => !covered.has(name)) : [...covered];
    },
    facts,
    isService: (prefix) => services().has(prefix.toLowerCase()),
    conditionKey: rememberedBy((name) => catalog.conditionKey(name) ?? furtherKeys.get(name.toLowerCase())),
    hasKey: (action, key) => isGlobal(key) || keysOf(catalog, action).some((one) => isKey(one, key)),
  };
}

/** For each service the full names of its actions, by their names in lower case. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

function namesByService(catalog: Catalog): Names {
  const names = new Map<string, Map<string, string>>();
  for (const { service, name } of catalog.actionSummaries()) {
    const own = names.get(service) ?? new Map<string, string>();
    const full = `${service}:${name}`;
    own.set(full.toLowerCase(), full);
    names.set(service, own);
  }
  return names;
}

/** For each name of an action, in lower case, the services that have it. */
function servicesByAction(catalog: Catalog): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { service, name } of catalog.actionSummaries()) {
    const lower = name.toLowerCase();
    owners.set(lower, (owners.get(lower) ?? new Set()).add(service.toLowerCase()));
  }
  return owners;
}

function ownersOf(owners: ReturnType<typeof servicesByAction>, pattern: string): ReadonlySet<string> {
  const lower = pattern.toLowerCase();
  if (!hasWildcard(lower)) return owners.get(lower) ?? new Set();
  const glob = compileGlob(parseGlob(lower));
  return new Set([...owners].flatMap(([name, services]) => (globMatches(glob, name) ? [...services] : [])));
}

function hasWildcard(pattern: string): boolean {
  return pattern.includes("*") || pattern.includes("?");
}

/** The action of a name without wildcards. */
function namedAction(names: Names, name: string): readonly string[] {
  const lower = name.toLowerCase();
  const found = names.get(serviceOf(lower))?.get(lower);
  return found === undefined ? [] : [found];
}

function serviceOf(pattern: string): string {
  return pattern.slice(0, Math.max(0, pattern.indexOf(":")));
}

function matchingNames(names: Names, pattern: string): readonly string[] {
  const lower = pattern.toLowerCase();
  const service = serviceOf(lower);
  const ofService = names.get(service);
  const candidates = hasWildcard(service) || service === "" ? [...names.values()] : ofService ? [ofService] : [];
  const glob = compileGlob(parseGlob(lower));
  const found: string[] = [];
  for (const own of candidates) for (const [name, full] of own) if (globMatches(glob, name)) found.push(full);
  return found;
}

function keysOf(catalog: Catalog, action: ActionFacts): readonly string[] {
  const types = catalog.service(action.service)?.resourceTypes ?? [];
  return [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap((use) => [
      ...use.conditionKeys,
      ...(types.find(({ name }) => name === use.name)?.conditionKeys ?? []),
    ]),
  ];
}

/** Whether the catalogue's name of a key, which may end in `${TagKey}`, is this one. */
function isKey(known: string, written: string): boolean {
  const [head = "", rest] = known.toLowerCase().split("${");
  const lower = written.toLowerCase();
  return rest === undefined ? lower === head : lower.startsWith(head);
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Most answers that are kept; patterns come from users, so that they must not fill the memory. */
const maxRemembered = 1_000;

function rememberedBy<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    if (made.size >= maxRemembered) made.clear();
    made.set(key, known);
    return known.value;
  };
}
