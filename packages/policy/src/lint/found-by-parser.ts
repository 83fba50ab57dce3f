import type { Fault } from "../document/fault-list.ts";
import type { FoundAt } from "./finding.ts";

/** A fault of the parser in the words of a finding. */
export function foundByParser({ diagnostic }: Fault): FoundAt {
  const { message, help, span } = diagnostic;
  return {
    at: span ? [{ start: span.start.offset, end: span.end.offset }] : [],
    details: message,
    ...(help !== undefined && { help }),
  };
}
