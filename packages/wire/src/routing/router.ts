import { WireFault } from "../faults/wire-fault.ts";
import type { WireReply, WireRequest } from "../message.ts";
import { matchTemplate, specificity } from "../rest/request-template.ts";
import { loadService, type WireOperation, type WireService } from "../service.ts";
import type { ServiceId } from "../services.ts";
import { type ForeignProtocol, foreignReply } from "./foreign.ts";
import { locate, type Located } from "./locate.ts";

/** What a request asks for. */
export type Route =
  | { readonly kind: "operation"; readonly operation: WireOperation }
  | {
      readonly kind: "unknownOperation";
      readonly service: WireService;
      readonly name: string;
      /** The fault to answer with. */
      readonly fault: WireFault;
    }
  | {
      readonly kind: "foreign";
      readonly protocol: ForeignProtocol;
      readonly signingName: string | undefined;
      readonly operation: string | undefined;
      /** Writes a fault as the service that was meant would. */
      readonly reply: (status: number, code: string, message: string, requestId: string) => WireReply;
    }
  | { readonly kind: "none" };

/** Finds out what requests ask for, loading each service when it is first asked for. */
export interface Router {
  route(request: WireRequest): Promise<Route>;
}

/** A router over the services that `load` brings. */
export function createRouter(load: (id: ServiceId) => Promise<WireService> = loadService): Router {
  return { route: async (request) => routeLocated(locate(request), request, load) };
}

async function routeLocated(
  located: Located,
  request: WireRequest,
  load: (id: ServiceId) => Promise<WireService>,
): Promise<Route> {
  if (located.kind === "none") {
    return located;
  }
  if (located.kind === "foreign") {
    const { protocol, signingName, operation } = located.foreign;
    return {
      kind: "foreign",
      protocol,
      signingName,
      operation,
      reply: (status, code, message, requestId) => foreignReply(located.foreign, { status, code, message, requestId }),
    };
  }
  const service = await load(located.facts.id);
  return located.kind === "named" ? routeNamed(service, located.name) : routePath(service, request, located.signed);
}

function routeNamed(service: WireService, name: string): Route {
  const operation = service.operations.get(name);
  return operation === undefined ? unknownOperation(service, name) : { kind: "operation", operation };
}

/** An unsigned request whose path only begins like a service's may be for a web page of the same server. */
function routePath(service: WireService, request: WireRequest, signed: boolean): Route {
  const operation = restOperations(service).find(
    ({ template }) => template !== undefined && matchTemplate(template, request) !== undefined,
  );
  if (operation !== undefined) {
    return { kind: "operation", operation };
  }
  return signed ? unknownOperation(service, `${request.method} ${request.path}`) : { kind: "none" };
}

const sorted = new WeakMap<WireService, readonly WireOperation[]>();

/** The operations in the order in which they are tried: those that ask for more come first. */
function restOperations(service: WireService): readonly WireOperation[] {
  const known = sorted.get(service);
  if (known !== undefined) {
    return known;
  }
  const weight = ({ template }: WireOperation) => (template === undefined ? 0 : specificity(template));
  const operations = [...service.operations.values()].sort((left, right) => weight(right) - weight(left));
  sorted.set(service, operations);
  return operations;
}

function unknownOperation(service: WireService, name: string): Route {
  const { version } = service.facts;
  const message = `Could not find operation ${name} for version ${version}`;
  return { kind: "unknownOperation", service, name, fault: new WireFault("InvalidAction", 400, message) };
}
