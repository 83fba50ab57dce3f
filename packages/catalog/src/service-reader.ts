import { conditionKeyOf, type ConditionKeyRow } from "./condition-keys.ts";
import { once, remembered } from "./once.ts";
import type { TextReader } from "./reader.ts";
import type { AccessLevel, ActionSummary, ResourceUse, ServiceFacts, ServiceLookup } from "./service-facts.ts";

/** The lookups, and the parts of the index that the condition keys need. */
export interface ServiceReader {
  readonly lookup: ServiceLookup;
  readonly index: () => ServiceIndex;
}

/** As stored in services.json. */
export interface ServiceIndex {
  readonly services: Readonly<
    Record<string, readonly [name: string, offset: number, length: number, controlled: 0 | 1]>
  >;
  /** Prefixes of condition keys that are not service prefixes, with the services the keys stand at. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly global: readonly ConditionKeyRow[];
}

type ResourceRow = readonly [number: number, keys?: readonly number[], dependents?: readonly string[]];
type ActionRow = readonly [
  name: string,
  level: string,
  resources?: readonly (number | ResourceRow)[],
  keys?: readonly number[],
  dependents?: readonly string[],
];
type TypeRow = readonly [name: string, arn: string, keys?: readonly number[]];
type ServiceRow = readonly [keys: readonly ConditionKeyRow[], types: readonly TypeRow[], actions: readonly ActionRow[]];

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  R: "Read",
  W: "Write",
  L: "List",
  T: "Tagging",
  P: "Permissions management",
};

/** Reads services: the index once, then one service at a time. */
export function serviceReader(read: TextReader): ServiceReader {
  const index = once(() => JSON.parse(read("services.json")) as ServiceIndex);
  const readService = remembered((prefix) => openService(read, index(), prefix));
  const service = (prefix: string): ServiceFacts | undefined => readService(prefix.toLowerCase());
  const lookup: ServiceLookup = {
    services: once(() => Object.keys(index().services)),
    service,
    action: actionFinder(service),
    actionsOf: (prefix) => service(prefix)?.actions ?? [],
    actionSummaries: once(() => read("actions.txt").split("\n").flatMap(parseActionLine)),
  };
  return { lookup, index };
}

function openService(read: TextReader, index: ServiceIndex, prefix: string): ServiceFacts | undefined {
  const entry = Object.hasOwn(index.services, prefix) ? index.services[prefix] : undefined;
  if (entry === undefined) return undefined;
  const [name, offset, length, controlled] = entry;
  const row = JSON.parse(read("services.blob", offset, length)) as ServiceRow;
  return decodeService({ prefix, name, resourceControlPolicies: controlled === 1 }, row);
}

function actionFinder(service: ServiceLookup["service"]): ServiceLookup["action"] {
  const actionsByName = remembered((prefix) => {
    const found = service(prefix);
    return found && new Map(found.actions.map((action) => [action.name.toLowerCase(), action]));
  });
  return (name) => {
    const [prefix = "", actionName] = name.toLowerCase().split(":");
    return actionName === undefined ? undefined : actionsByName(prefix)?.get(actionName);
  };
}

/** One line of actions.txt: the prefix, then every action as the letter of its level and its name, between tabs. */
function parseActionLine(line: string): ActionSummary[] {
  const [service = "", ...actions] = line.split("\t");
  return actions.map((action) => ({ service, name: action.slice(1), accessLevel: levelOf(action.charAt(0)) }));
}

function decodeService(
  head: Pick<ServiceFacts, "prefix" | "name" | "resourceControlPolicies">,
  row: ServiceRow,
): ServiceFacts {
  const [keyRows, typeRows, actionRows] = row;
  const conditionKeys = keyRows.map(conditionKeyOf);
  const keyNames = (numbers: readonly number[] = []): string[] => numbers.map((number) => at(keyRows, number)[0]);
  const resourceTypes = typeRows.map(([name, arn, keys]) => ({ name, arn, conditionKeys: keyNames(keys) }));
  const decodeResource = (use: number | ResourceRow): ResourceUse => {
    const [number, keys, dependents = []] = typeof use === "number" ? [use] : use;
    const [name] = at(typeRows, number >> 1);
    return { name, required: (number & 1) === 1, conditionKeys: keyNames(keys), dependentActions: dependents };
  };
  const actions = actionRows.map(([name, level, uses = [], keys, dependents = []]) => {
    const resourceUses = uses.map(decodeResource);
    const dependentActions = [...new Set([...dependents, ...resourceUses.flatMap((use) => use.dependentActions)])];
    return {
      service: head.prefix,
      name,
      accessLevel: levelOf(level),
      resourceTypes: resourceUses,
      conditionKeys: keyNames(keys),
      dependentActions,
    };
  });
  return { ...head, actions, resourceTypes, conditionKeys };
}

function levelOf(letter: string): AccessLevel {
  const level = LEVELS[letter];
  if (level === undefined) throw new Error(`catalogue data are damaged: no access level \`${letter}\``);
  return level;
}

function at<Item>(items: readonly Item[], number: number): Item {
  const item = items[number];
  if (item === undefined) throw new Error(`catalogue data are damaged: no entry ${number}`);
  return item;
}
