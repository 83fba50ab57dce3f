import type { JsonWriter } from "../json/write-json.ts";
import { membersWriter } from "../json/write-json.ts";
import type { Members } from "../message.ts";
import type { Member, Shape } from "../schema/shape.ts";
import { isMessage, type SpelledFault } from "./protocol.ts";

/** A fault as a JSON object: the members that the service models, or `message` and what came with the fault. */
export function faultBody(
  fault: SpelledFault,
  modelled: readonly Member[],
  compile: (shape: Shape) => JsonWriter,
  wireName: (member: Member) => string,
): string {
  if (fault.shape === undefined) {
    return JSON.stringify({ message: fault.message, ...fault.members });
  }
  return membersWriter(modelled, compile, wireName)(withText(fault, modelled));
}

/** The text of a fault goes where its schema has room for it: `message`, `Message`, or OAuth's `error_description`. */
function withText({ members, message, code }: SpelledFault, modelled: readonly Member[]): Members {
  const filled: Members = {};
  for (const { name } of modelled) {
    filled[name] = members[name] ?? textFor(name, message, code);
  }
  return filled;
}

function textFor(name: string, message: string, code: string): string | undefined {
  if (isMessage(name) || name === "error_description") {
    return message;
  }
  return name === "error" ? oauthErrorOf(code) : undefined;
}

/** `AuthorizationPendingException` is OAuth's `authorization_pending`. */
function oauthErrorOf(code: string): string {
  const words = code.replace(/Exception$/, "").match(/[A-Z][a-z]*/g) ?? [code];
  return words.join("_").toLowerCase();
}
