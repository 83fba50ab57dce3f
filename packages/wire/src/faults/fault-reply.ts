import type { Members, WireReply } from "../message.ts";
import { protocols } from "../protocols/protocols.ts";
import type { SpelledFault } from "../protocols/protocol.ts";
import type { ServiceFacts } from "../services.ts";
import type { StructureShape } from "../schema/shape.ts";
import { spellingOf } from "./spellings.ts";
import { WireFault } from "./wire-fault.ts";

/** What writing a fault needs of a service: its facts, and its errors' schemas once they are loaded. */
export interface FaultSource {
  readonly facts: ServiceFacts;
  readonly errors: ReadonlyMap<string, StructureShape>;
}

/**
 * The reply for what a handler threw: an exception of the service's SDK package, a `WireFault`, or our own bug, which
 * answers `InternalFailure` and says nothing about itself.
 */
export function faultReply(service: FaultSource, error: unknown, requestId: string): WireReply {
  const { facts, errors } = service;
  const shape = error instanceof Error ? errors.get(error.name) : undefined;
  const fault = shape === undefined ? unmodelled(service, error) : modelled(shape, error as Error, facts);
  return protocols[facts.protocol].writeFault(fault, facts, requestId);
}

function modelled(shape: StructureShape, error: Error, { protocol }: ServiceFacts): SpelledFault {
  const { error: fault = "client", httpError, awsQueryError } = shape.traits;
  const [queryCode, queryStatus] = Array.isArray(awsQueryError) ? (awsQueryError as [string, number]) : [];
  const status = typeof httpError === "number" ? httpError : fault === "client" ? 400 : 500;
  return {
    code: (protocol === "awsQuery" ? queryCode : undefined) ?? shape.name,
    status: (protocol === "awsQuery" ? queryStatus : undefined) ?? status,
    fault,
    message: error.message,
    shape,
    members: error as unknown as Members,
  };
}

/** A fault that carries the code of an error the service models is written by that error's schema. */
function unmodelled({ facts, errors }: FaultSource, error: unknown): SpelledFault {
  const { code, status, fault, message, members } = error instanceof WireFault ? error : internalFailure;
  const spelling = spellingOf(code, status, facts.protocol);
  return { ...spelling, fault, message, shape: errors.get(spelling.code), members };
}

const internalFailure = new WireFault(
  "InternalFailure",
  500,
  "The request processing has failed because of an unknown error, exception or failure.",
);
