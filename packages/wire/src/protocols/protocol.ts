import type { SchemaTraitsObject } from "@smithy/types";
import type { RequestTemplate } from "../rest/request-template.ts";
import type { Members, WireReply, WireRequest } from "../message.ts";
import type { StructureShape, UnitShape } from "../schema/shape.ts";
import type { ServiceFacts } from "../services.ts";

/** What an operation's schema says. */
export interface OperationSchema {
  readonly name: string;
  readonly traits: SchemaTraitsObject;
  readonly input: StructureShape | UnitShape;
  readonly output: StructureShape | UnitShape;
}

/** Reads the requests and writes the replies of one operation. */
export interface OperationCodec {
  /** Which method, path and query ask for this operation, of REST protocols. */
  readonly template?: RequestTemplate;
  readonly readInput: (request: WireRequest) => Members;
  readonly writeOutput: (output: Members, requestId: string) => WireReply;
}

/** A fault in a protocol's own spelling. */
export interface SpelledFault {
  readonly code: string;
  readonly status: number;
  readonly fault: "client" | "server";
  readonly message: string;
  /** The error's schema, where the service models the error. */
  readonly shape: StructureShape | undefined;
  readonly members: Members;
}

/** One of AWS's protocols. */
export interface Protocol {
  readonly compileOperation: (schema: OperationSchema, facts: ServiceFacts) => OperationCodec;
  readonly writeFault: (fault: SpelledFault, facts: ServiceFacts, requestId: string) => WireReply;
}

/** Whether a member of an error holds the text that every error has. */
export function isMessage(name: string): boolean {
  return name === "message" || name === "Message";
}
