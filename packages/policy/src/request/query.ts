import { accountIn, parseArn, type Arn } from "../pattern/arn.ts";
import { readCaller, type Caller, type CallerKind } from "../principal/caller.ts";
import type { ActionName } from "./action-name.ts";
import { derivedValue } from "./derived-keys.ts";
import type { DecisionFacts } from "./facts.ts";
import { listOfBuckets, listOfBucketsArn } from "./list-of-buckets.ts";
import type { AuthorizationRequest, ContextValue } from "./request.ts";

/** A request prepared for evaluation; what is costly is found out when first asked. */
export interface Query extends ActionName {
  readonly resource: string;
  readonly arn: Arn | undefined;
  /** Owner of the resource. */
  readonly resourceAccount: string | undefined;
  readonly caller: Caller;
  /** A permissions boundary limits the caller. */
  readonly bounded: boolean;
  readonly facts: DecisionFacts;
  readonly request: AuthorizationRequest;
  /** The context by key in lower case. */
  readonly context: ReadonlyMap<string, ContextValue>;
  /** Looks up the value of a variable. */
  readonly variable: (key: string) => string | undefined;
}

const noFacts: DecisionFacts = {};
/** The callers that a permissions boundary can limit. */
const boundable: ReadonlySet<CallerKind> = new Set<CallerKind>(["user", "roleSession", "federatedUser"]);
/** How many texts of each sort are remembered; requests may invent texts without end. */
const rememberedTexts = 20_000;

/** Prepares a request for evaluation. */
export function createQuery(
  principal: string,
  request: AuthorizationRequest,
  name: ActionName,
  facts: DecisionFacts = noFacts,
  hasBoundary = false,
): Query {
  return new RequestQuery(callerOf(principal, facts, name.action), request, name, facts, hasBoundary);
}

class RequestQuery implements Query {
  readonly action: string;
  readonly service: string;
  readonly caller: Caller;
  readonly facts: DecisionFacts;
  readonly request: AuthorizationRequest;
  readonly bounded: boolean;
  readonly resourceAccount: string | undefined;
  #arn: Arn | null | undefined = null;
  #context: ReadonlyMap<string, ContextValue> | undefined;
  #variable: Query["variable"] | undefined;

  constructor(
    caller: Caller,
    request: AuthorizationRequest,
    { action, service }: ActionName,
    facts: DecisionFacts,
    hasBoundary: boolean,
  ) {
    this.action = action;
    this.service = service;
    this.caller = caller;
    this.facts = facts;
    this.request = request;
    this.bounded = hasBoundary && boundable.has(caller.kind);
    this.resourceAccount = request.resourceAccount ?? accountIn(request.resource) ?? caller.account;
  }

  get resource(): string {
    const { resource } = this.request;
    return resource === "*" && this.action === listOfBuckets
      ? listOfBucketsArn(this.caller.partition ?? "aws")
      : resource;
  }

  get arn(): Arn | undefined {
    if (this.#arn === null) this.#arn = parseArn(this.resource);
    return this.#arn;
  }

  get context(): ReadonlyMap<string, ContextValue> {
    return (this.#context ??= lowerKeys(this.request.context));
  }

  get variable(): Query["variable"] {
    return (this.#variable ??= (key) => {
      const value = contextValue(this, key);
      return typeof value === "string" ? value : undefined;
    });
  }
}

/** The value of a context key (in lower case): as given, else as it follows from the principal, the resource and the facts. */
export function contextValue(query: Query, key: string): ContextValue | undefined {
  return query.context.get(key) ?? derivedValue(query, key);
}

/** Context keys in lower case, by key as given; a cache that never changes an answer. */
const lowerNames = new Map<string, string>();

function lowerName(given: string): string {
  const known = lowerNames.get(given);
  if (known !== undefined) return known;
  const lower = given.toLowerCase();
  if (lowerNames.size >= rememberedTexts) lowerNames.clear();
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
  if (callers.size >= rememberedTexts) callers.clear();
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
