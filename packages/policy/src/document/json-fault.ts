import type { JsonFault, JsonProblem } from "../json/json-node.ts";
import type { Telling } from "./fault-list.ts";

const tellings: Readonly<Record<JsonProblem, (fault: JsonFault) => Telling>> = {
  unexpectedText: ({ found }) => ({
    message: `unexpected \`${found}\`: this is not JSON`,
    help: "check commas, quotes and brackets just before it",
  }),
  unexpectedEnd: () => ({ message: "the document ends too early", help: "close every bracket and brace" }),
  unfinishedString: () => ({ message: "this string is not closed", help: 'end it with `"`' }),
  badEscape: ({ found }) => ({ message: `\`${found}\` is not an escape of JSON`, help: "write a backslash as `\\\\`" }),
  controlCharacter: () => ({
    message: "a control character stands in a string",
    help: "write a line break as `\\n`, a tab as `\\t`",
  }),
  loneSurrogate: () => ({ message: "this string holds half of a character (a lone surrogate)" }),
  badNumber: ({ found }) => ({
    message: `\`${found}\` is not a number of JSON`,
    help: "put it in quotes if it is text",
  }),
  duplicateMember: ({ found }) => ({
    message: `\`${found}\` is written twice in one object`,
    help: "keep one, or give a list of values",
  }),
  tooDeep: () => ({ message: "brackets are nested too deeply for a policy" }),
  tooLong: () => ({ message: "the document is too long for a policy" }),
};

/** The words for a fault of the JSON text. */
export function tellJsonFault(fault: JsonFault): Telling {
  return tellings[fault.problem](fault);
}
