import { faultReply } from "../faults/fault-reply.ts";
import { WireFault } from "../faults/wire-fault.ts";
import type { WireReply, WireRequest } from "../message.ts";
import { type ForeignRequest, foreignReply } from "../routing/foreign.ts";
import { locate } from "../routing/locate.ts";

/** How many bytes a request's body may have: AWS's own limit for most of these services is one MiB. */
export const bodyLimitBytes = 1024 * 1024;

/** The fault for a body over the limit. */
export function bodyTooLarge(limitBytes: number): WireFault {
  return new WireFault("RequestEntityTooLarge", 413, `Request body must be at most ${limitBytes} bytes`);
}

/** The reply for a fault met before the request was routed, in the protocol that its head points to. */
export function earlyReply(request: WireRequest, error: unknown, requestId: string): WireReply {
  const located = locate(request);
  if (located.kind === "named" || located.kind === "byPath") {
    return faultReply({ facts: located.facts, errors: new Map() }, error, requestId);
  }
  const { status, code, message } = error instanceof WireFault ? error : internalFailure;
  const foreign = located.kind === "foreign" ? located.foreign : unknownRequest(request);
  return foreignReply(foreign, { status, code, message, requestId });
}

/** A form that does not say whose it is looks like awsQuery's; anything else gets JSON. */
function unknownRequest({ headers }: WireRequest): ForeignRequest {
  const contentType = headers["content-type"] ?? "application/json";
  const protocol = contentType.includes("x-www-form-urlencoded") ? "awsQuery" : "restJson";
  return { protocol, signingName: undefined, operation: undefined, contentType };
}

const internalFailure = new WireFault("InternalFailure", 500, "An unknown error occurred.");
