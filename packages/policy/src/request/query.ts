import { accountOf, parseArn, type Arn } from "../pattern/arn.ts";
import { readCaller, type Caller, type CallerKind } from "../principal/caller.ts";
import { derivedValue } from "./derived-keys.ts";
import type { DecisionFacts } from "./facts.ts";
import type { AuthorizationRequest, ContextValue } from "./request.ts";

/** A request prepared for evaluation. */
export interface Query {
  /** The action in lower case. */
  readonly action: string;
  /** The part of the action before the colon. */
  readonly service: string;
  readonly resource: string;
  readonly arn: Arn | undefined;
  /** Owner of the resource. */
  readonly resourceAccount: string | undefined;
  readonly caller: Caller;
  /** A permissions boundary limits the caller. */
  readonly bounded: boolean;
  readonly facts: DecisionFacts;
  readonly request: AuthorizationRequest;
  /** The context by key in lower case; made when first needed. */
  context: ReadonlyMap<string, ContextValue> | undefined;
  /** Looks up the value of a variable. */
  readonly variable: (key: string) => string | undefined;
}

const noFacts: DecisionFacts = {};
/** The callers that a permissions boundary can limit. */
const boundable: ReadonlySet<CallerKind> = new Set<CallerKind>(["user", "roleSession", "federatedUser"]);

interface ActionName {
  readonly action: string;
  readonly service: string;
}

/** How many action names are remembered; requests may invent names without end. */
const rememberedNames = 20_000;
/** Action names taken apart, by name as given; a cache that never changes an answer. */
const actionNames = new Map<string, ActionName>();

function actionName(given: string): ActionName {
  const known = actionNames.get(given);
  if (known !== undefined) return known;
  const action = given.toLowerCase();
  const colon = action.indexOf(":");
  const name = { action, service: colon === -1 ? action : action.slice(0, colon) };
  if (actionNames.size >= rememberedNames) actionNames.clear();
  actionNames.set(given, name);
  return name;
}

/** Prepares a request for evaluation. */
export function createQuery(
  principal: string,
  request: AuthorizationRequest,
  facts: DecisionFacts = noFacts,
  hasBoundary = false,
): Query {
  const { action, service } = actionName(request.action);
  const arn = parseArn(request.resource);
  const caller = callerOf(principal, facts, action);
  const query: Query = {
    action,
    service,
    resource: request.resource,
    arn,
    resourceAccount: request.resourceAccount ?? accountOf(arn) ?? caller.account,
    caller,
    bounded: hasBoundary && boundable.has(caller.kind),
    facts,
    request,
    context: undefined,
    variable: (key) => {
      const value = contextValue(query, key);
      return typeof value === "string" ? value : undefined;
    },
  };
  return query;
}

/** The value of a context key (in lower case): as given, else as it follows from the principal, the resource and the facts. */
export function contextValue(query: Query, key: string): ContextValue | undefined {
  query.context ??= lowerKeys(query.request.context);
  return query.context.get(key) ?? derivedValue(query, key);
}

/** Context keys in lower case, by key as given; a cache that never changes an answer. */
const lowerNames = new Map<string, string>();

function lowerName(given: string): string {
  const known = lowerNames.get(given);
  if (known !== undefined) return known;
  const lower = given.toLowerCase();
  if (lowerNames.size >= rememberedNames) lowerNames.clear();
  lowerNames.set(given, lower);
  return lower;
}

/** Callers about whom nothing but the ARN is known, by ARN; a cache that never changes an answer. */
const callers = new Map<string, Caller>();

function callerOf(principal: string, facts: DecisionFacts, action: string): Caller {
  if (facts !== noFacts || !principal.startsWith("arn:")) return readCaller(principal, facts, action);
  const known = callers.get(principal);
  if (known !== undefined) return known;
  const caller = readCaller(principal, facts, action);
  if (callers.size >= rememberedNames) callers.clear();
  callers.set(principal, caller);
  return caller;
}

function lowerKeys(context: AuthorizationRequest["context"]): ReadonlyMap<string, ContextValue> {
  const lowered = new Map<string, ContextValue>();
  for (const key in context) {
    const value = context[key];
    if (value !== undefined) lowered.set(lowerName(key), value);
  }
  return lowered;
}
