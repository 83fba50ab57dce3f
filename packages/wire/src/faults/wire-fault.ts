import type { Members } from "../message.ts";

/**
 * A fault that no service models: authentication, authorization, malformed requests, our own failures.
 *
 * Its code is spelled as awsQuery spells it (`AccessDenied`, `ValidationError`, `SignatureDoesNotMatch`); the other
 * protocols' spelling and status are found when it is written (see `spellings`).
 */
export class WireFault extends Error {
  override readonly name = "WireFault";
  readonly code: string;
  readonly status: number;
  readonly fault: "client" | "server";
  /** Further members of the answer, by the name of the member. */
  readonly members: Members;

  constructor(code: string, status: number, message: string, members: Members = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.fault = status >= 500 ? "server" : "client";
    this.members = members;
  }
}

/** The fault for a request whose body or form does not have the form its operation asks for. */
export function malformedInput(message: string): WireFault {
  return new WireFault("MalformedInput", 400, message);
}
