import { compilePattern } from "@castellan/catalog";
import {
  checkInput,
  faultReply,
  redact,
  WireFault,
  type WireOperation,
  type WireReply,
  type WireRequest,
} from "@castellan/wire";
import type { Authenticated, Authenticator } from "../security/authenticate.ts";
import type { Authorizer } from "../security/authorize.ts";
import { recordKeyUse } from "../security/key-use.ts";
import type { Core } from "./core.ts";
import { newRequestId } from "./ids.ts";
import type { Operation, ServiceModule } from "./operation.ts";

/** A service ready to serve: its wire and its handlers by operation name. */
export interface ServedService {
  readonly module: ServiceModule;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** What dispatch is made of. */
export interface DispatchParts {
  readonly core: Core;
  readonly authenticator: Authenticator;
  readonly authorizer: Authorizer;
  readonly auth: "enforce" | "open";
  readonly defaultAccount: string;
  readonly serve: (service: WireOperation["service"]) => Promise<ServedService>;
  readonly onFault: (error: unknown) => void;
}

/** Takes one routed request through authentication, input checks, authorization and its handler to its answer. */
export async function dispatch(parts: DispatchParts, operation: WireOperation, wire: WireRequest): Promise<WireReply> {
  const requestId = newRequestId();
  try {
    return await perform(parts, operation, wire, requestId);
  } catch (error) {
    if (isOurBug(error)) parts.onFault(error);
    return faultReply(operation.service, error, requestId);
  }
}

async function perform(
  parts: DispatchParts,
  operation: WireOperation,
  wire: WireRequest,
  requestId: string,
): Promise<WireReply> {
  const { module, operations } = await parts.serve(operation.service);
  const declared = operations.get(operation.name);
  const { caller, region } = authenticate(parts, operation, declared, wire);
  if (!declared) throw notBuilt(operation);
  const input = operation.readInput(wire);
  const problem = checkInput(
    operation,
    input,
    parts.core.surroundings.catalog.constraintsOf(operation.service.id),
    compilePattern,
  );
  if (problem !== undefined) throw new WireFault("ValidationError", 400, problem);
  const origin = {
    service: operation.service.id,
    operation: operation.name,
    caller,
    requestId,
    request: redact(operation, input),
    wire,
    audited: declared.audited,
  };
  const output = await parts.core.transact(origin, input, (call) => {
    if (parts.auth === "enforce" && declared.authentication === "signature") {
      const asked = { caller, prefix: module.prefix, operation: operation.name, region, wire, now: call.now };
      parts.authorizer.authorize(asked, declared.authorize(call as never));
    }
    recordKeyUse(call, module.prefix, region);
    return declared.run(call as never);
  });
  return operation.writeOutput(output as Record<string, unknown>, requestId);
}

function authenticate(
  parts: DispatchParts,
  { service, signingName }: WireOperation,
  declared: Operation | undefined,
  wire: WireRequest,
): Authenticated {
  if (declared?.authentication === "none") {
    return {
      caller: { kind: "anonymous", accountId: parts.defaultAccount, arn: "anonymous", userId: "anonymous" },
      region: "us-east-1",
    };
  }
  return parts.auth === "open"
    ? parts.authenticator.authenticateOpenly(wire, parts.defaultAccount)
    : parts.authenticator.authenticate(wire, signingName ?? service.signingName);
}

const notBuilt = ({ name, service }: WireOperation): WireFault =>
  new WireFault(
    "NotImplemented",
    501,
    `${service.id}:${name} exists on AWS but is not built in this plane yet; see \`castellan coverage\``,
  );

/** Faults that are meant for the caller carry `$fault` (SDK exceptions) or are wire faults; everything else is a bug here. */
const isOurBug = (error: unknown): boolean =>
  !(error instanceof WireFault) &&
  !(error instanceof Error && "$fault" in error && (error as { $fault: unknown }).$fault === "client");
