import type { Members, WireReply } from "../message.ts";
import { protocols } from "../protocols/protocols.ts";
import type { SpelledFault } from "../protocols/protocol.ts";
import type { ProtocolName, ServiceFacts } from "../services.ts";
import type { StructureShape } from "../schema/shape.ts";
import { type Spelling, spellingOf } from "./spellings.ts";
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
  const { error: fault = "client" } = shape.traits;
  const plain = fault === "client" ? 400 : 500;
  return {
    fault,
    message: error.message,
    shape,
    members: error as unknown as Members,
    ...modelledSpellings[protocol](shape.name, shape.traits, plain),
  };
}

type Traits = StructureShape["traits"];

/**
 * The code and status of a modelled error. Models of awsJson services give a status for each error too, but AWS answers
 * 400 to every fault of the client there [error texts of AWS's Go SDK in public reports: "StatusCode: 400" for
 * Organizations' and sso-admin's exceptions; November 2026].
 */
const modelledSpellings: Record<ProtocolName, (name: string, traits: Traits, plain: number) => Spelling> = {
  awsQuery: (name, { awsQueryError, httpError }, plain) => {
    const [code, status] = Array.isArray(awsQueryError) ? (awsQueryError as [string, number]) : [];
    return { code: code ?? name, status: status ?? statusOr(httpError, plain) };
  },
  "awsJson1.1": (code, _, status) => ({ code, status }),
  restJson1: (code, { httpError }, plain) => ({ code, status: statusOr(httpError, plain) }),
};

const statusOr = (httpError: unknown, plain: number): number => (typeof httpError === "number" ? httpError : plain);

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
