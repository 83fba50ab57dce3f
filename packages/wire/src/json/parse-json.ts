import { malformedInput } from "../faults/wire-fault.ts";
import { bodyText, type WireRequest } from "../message.ts";

/** How deep a request's values may nest; AWS's own models nest less than twenty levels. */
export const maxDepth = 100;

/** The body as JSON; no body reads as an empty object. */
export function parseJsonBody(request: WireRequest): unknown {
  const text = bodyText(request);
  if (text.trim() === "") {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    throw malformedInput("Could not parse request body into json.");
  }
}

/** The fault for a value of the wrong type, in AWS's words: `STRING_VALUE can not be converted to an Integer`. */
export function cannotConvert(value: unknown, target: string) {
  if (Array.isArray(value)) {
    return malformedInput("Start of list found where not expected");
  }
  if (typeof value === "object") {
    return malformedInput("Start of structure or map found where not expected.");
  }
  return malformedInput(`${tokenOf(value)} can not be converted to ${target}`);
}

function tokenOf(value: unknown): string {
  if (typeof value === "boolean") {
    return value ? "TRUE_VALUE" : "FALSE_VALUE";
  }
  return typeof value === "number" ? "NUMBER_VALUE" : "STRING_VALUE";
}
