import type { Catalog } from "@castellan/catalog";
import {
  createRouter,
  type ServiceId,
  toResponse,
  toWireRequest,
  type WireReply,
  type WireRequest,
} from "@castellan/wire";
import type { Hono } from "hono";
import { bootstrap, type FirstAdministrator } from "./bootstrap.ts";
import { Core } from "./frame/core.ts";
import { dispatch, type DispatchParts, type ServedService } from "./frame/dispatch.ts";
import { answerForeign } from "./frame/foreign.ts";
import type { Journal } from "./frame/journal.ts";
import { Ledger } from "./frame/ledger.ts";
import type { Surroundings } from "./frame/operation.ts";
import type { Controls } from "./http/control.ts";
import {
  giveOneTimePasswords,
  type OneTimePassword,
  type Operator,
  operatorCredentials,
  operatorOf,
} from "./operator.ts";
import { isPage } from "./portal/page-paths.ts";
import type { Store } from "./frame/store.ts";
import { Authenticator } from "./security/authenticate.ts";
import { Authorizer } from "./security/authorize.ts";
import { PolicyLibrary } from "./security/policy-library.ts";
import type { SessionCredentials } from "./security/sessions.ts";
import { createVault } from "./security/vault.ts";
import { moduleOf } from "./services.ts";

/** What a plane is made from. */
export interface PlaneOptions {
  readonly journal: Journal;
  /** 32 bytes that seal signing secrets and session tokens; the same for every start on one journal. */
  readonly vaultKey: Uint8Array;
  readonly catalog: Catalog;
  /** `enforce`: signatures and policies count. `open`: any credentials act as administrator, for throw-away test runs. */
  readonly auth: "enforce" | "open";
  /** The management account of a plane that is made anew. */
  readonly accountId: string;
  readonly region: string;
  /** The user name of the administrator that a plane made anew begins with; it has none if this is absent. */
  readonly firstAdministrator?: string;
  readonly clock?: () => Date;
  /** How long asynchronous requests stay IN_PROGRESS, in milliseconds. */
  readonly jobDelayMs?: number;
  /** Told of errors that are faults of the plane, not of a caller. */
  readonly onFault?: (error: unknown) => void;
}

/** An AWS-compatible identity plane in this process. */
export interface Plane {
  /** Answers one request of AWS's API. */
  answer(request: WireRequest): Promise<WireReply>;
  /** Answers any request: the API, and the pages of the access portal. */
  fetch(request: Request): Promise<Response>;
  /** The administrator made with the plane, if it was made now. The password is not kept anywhere else. */
  readonly firstAdministrator: FirstAdministrator | undefined;
  readonly core: Core;
  /** What another process that holds the plane's key needs to act as its operator. */
  operator(): Promise<Operator>;
  /** Credentials of the operator: everything in the management account, and through it in the member accounts. */
  operatorCredentials(): Promise<SessionCredentials>;
  /** Gives everybody who cannot sign in yet a one-time password, shown by this alone. */
  giveOneTimePasswords(): Promise<readonly OneTimePassword[]>;
  /** Says where the plane can be reached; its pages and verification addresses begin with it. */
  setPublicUrl(url: string): void;
  /** The state as it was at a time. */
  at(time: Date): Store;
  /** Empties the plane and bootstraps it again. */
  reset(): Promise<void>;
  /** Resolves when no asynchronous request is in progress. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a plane over a journal, or brings the one back that the journal tells of. */
export async function createPlane(options: PlaneOptions): Promise<Plane> {
  const address = { url: "http://127.0.0.1:4747" };
  const parts = partsOf(options, () => address.url);
  const { core } = parts;
  const { ledger, clock, surroundings } = core;
  const answer = answererOf(parts);
  const makeAnew = () => bootstrap(core, options.accountId, options.firstAdministrator);
  let firstAdministrator = ledger.isEmpty ? await makeAnew() : undefined;
  core.resume();
  const reset = async () => {
    await core.idle();
    ledger.clear();
    firstAdministrator = await makeAnew();
  };
  const controls: Controls = { auth: options.auth, revision: () => ledger.revision, reset };
  return {
    answer,
    fetch: fetcherOf(answer, () => pagesOf(core, parts.onFault, controls)),
    get firstAdministrator() {
      return firstAdministrator;
    },
    core,
    operator: () => operatorOf(core),
    operatorCredentials: async () => operatorCredentials(surroundings.vault, await operatorOf(core), clock()),
    giveOneTimePasswords: () => giveOneTimePasswords(core),
    setPublicUrl: (url) => void (address.url = url),
    at: (time) => ledger.at(time),
    reset,
    idle: () => core.idle(),
    close: () => core.close(),
  };
}

function partsOf(options: PlaneOptions, publicUrl: () => string): DispatchParts {
  const { catalog, region, auth, accountId, clock = () => new Date(), onFault = () => undefined } = options;
  const ledger = new Ledger(options.journal);
  const policies = new PolicyLibrary(catalog);
  const vault = createVault(options.vaultKey);
  const surroundings: Surroundings = { catalog, vault, policies, region, publicUrl };
  return {
    core: new Core({ ledger, surroundings, clock, moduleOf, jobDelayMs: options.jobDelayMs ?? 0, onFault }),
    authenticator: new Authenticator(ledger.store, vault, clock),
    authorizer: new Authorizer(ledger.store, policies),
    auth,
    defaultAccount: accountId,
    serve: servedServices(),
    onFault,
  };
}

function answererOf(parts: DispatchParts): Plane["answer"] {
  const router = createRouter();
  return async (request) => {
    const route = await router.route(request);
    return route.kind === "operation"
      ? dispatch(parts, route.operation, request)
      : answerForeign(parts, route, request);
  };
}

function fetcherOf(answer: Plane["answer"], load: () => Promise<Hono>): Plane["fetch"] {
  let pages: Promise<Hono> | undefined;
  return async (request) => {
    const { pathname: path, search } = new URL(request.url);
    const asked = {
      method: request.method,
      path,
      query: search.slice(1),
      headers: Object.fromEntries(request.headers),
    };
    if (!isPage(asked)) return toResponse(await answer(await toWireRequest(request)));
    pages ??= load();
    return (await pages).fetch(request);
  };
}

/** The portal and the control endpoints; loaded when somebody first asks for a page. */
async function pagesOf(core: Core, onFault: (error: unknown) => void, controls: Controls): Promise<Hono> {
  const [{ portalPages }, { controlEndpoints }] = await Promise.all([
    import("./portal/pages.tsx"),
    import("./http/control.ts"),
  ]);
  return portalPages(core, onFault).route("/", controlEndpoints(controls));
}

function servedServices(): DispatchParts["serve"] {
  const served = new Map<ServiceId, Promise<ServedService>>();
  return (service) => {
    let known = served.get(service.id);
    if (!known) {
      known = moduleOf(service.id).then((module) => ({
        module,
        operations: new Map(module.operations.map((operation) => [operation.name, operation])),
      }));
      served.set(service.id, known);
    }
    return known;
  };
}
