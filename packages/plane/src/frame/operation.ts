import type { Catalog } from "@castellan/catalog";
import type { CompiledPolicy, RequestContext } from "@castellan/policy";
import type { Input, OperationName, Output, ServiceId, WireRequest } from "@castellan/wire";
import type { Vault } from "../security/vault.ts";
import type { Caller } from "./caller.ts";
import type { PolicyLibrary } from "../security/policy-library.ts";
import type { Job, Transaction } from "./transaction.ts";

/** What every handler may use besides the call itself. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly vault: Vault;
  readonly policies: PolicyLibrary;
  readonly region: string;
  /** Where the plane's own pages are, without a slash at the end; shown in verification addresses. */
  readonly publicUrl: () => string;
}

/** One authenticated, checked request, inside its transaction. */
export interface Call<I> extends Surroundings {
  readonly input: I;
  readonly caller: Caller;
  /** The caller's account, where most resources of the call live. */
  readonly accountId: string;
  readonly tx: Transaction;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly request: WireRequest;
}

/** One question put to the policy kernel. */
export interface Authorization {
  /** `service:Action`; the service's prefix and the operation's name when absent. */
  readonly action?: string;
  /** The ARN asked about; `*` when absent. */
  readonly resource?: string;
  /** Condition keys this request has besides the ones every request has. */
  readonly context?: RequestContext;
  /** The trust or resource policy of the resource, if it has one. */
  readonly resourcePolicy?: CompiledPolicy;
  /** The account that owns the resource, when it is not the caller's. */
  readonly resourceAccount?: string;
}

/** An AWS operation as the plane serves it: what it is authorised as, and what it does. */
export interface Operation {
  readonly service: ServiceId;
  readonly name: string;
  /** `signature`: SigV4; `none`: anybody may call it, the handler checks what it is given (tokens, client secrets). */
  readonly authentication: "signature" | "none";
  /** The wire reads the input by the schema of this very operation, so that its type need not be followed from here on. */
  readonly authorize: (call: Call<never>) => Authorization | readonly Authorization[];
  readonly run: (call: Call<never>) => object;
  /** Journalled even when nothing changed, because credentials were given out. */
  readonly audited: boolean;
}

/** What a declaration says about one operation; everything but `run` has a default. */
export interface OperationDeclaration<I, O> {
  readonly authentication?: Operation["authentication"];
  readonly authorize?: (call: Call<I>) => Authorization | readonly Authorization[];
  readonly run: (call: Call<I>) => O;
  readonly audited?: boolean;
}

/** The declarer of a service's operations, typed by the SDK's own command classes. */
export function operationsOf<S extends ServiceId>(service: S) {
  return <Name extends OperationName<S>>(
    name: Name,
    declared: OperationDeclaration<Input<S, Name>, Output<S, Name>>,
  ): Operation => ({
    service,
    name,
    authentication: declared.authentication ?? "signature",
    authorize: declared.authorize ?? (() => ({})),
    run: declared.run,
    audited: declared.audited ?? false,
  });
}

/** Work a service does by itself after a transaction: `tx.schedule({service, name, payload})`. */
export type JobHandler = (call: Call<object>, payload: never) => void;

/** Everything the plane has of one AWS service. */
export interface ServiceModule {
  readonly id: ServiceId;
  /** The prefix of its actions in policies. */
  readonly prefix: string;
  readonly operations: readonly Operation[];
  readonly jobs?: Readonly<Record<string, JobHandler>>;
}

export type { Job };
