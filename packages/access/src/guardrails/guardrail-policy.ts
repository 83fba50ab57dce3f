import { policyLimits } from "@castellan/policy";
import type { Guardrail } from "./guardrail.ts";
import { guardrails } from "./guardrail-catalogue.ts";

/** A guardrail as a file asks for it: `only-regions ap-northeast-2`. */
export interface GuardrailPhrase {
  readonly name: string;
  readonly words: readonly string[];
}

/** Longest service control policy, in characters. */
export const longestControlPolicy = policyLimits.serviceControlPolicy.maxCharacters;

/** Splits a phrase into the guardrail's name and its words. */
export function parseGuardrailPhrase(phrase: string): GuardrailPhrase {
  const [name = "", ...words] = phrase.split(/\s+/).filter((word) => word !== "");
  return { name, words };
}

/** The guardrail of a name. */
export function findGuardrail(name: string): Guardrail | undefined {
  return guardrails.find((guardrail) => guardrail.name === name);
}

/** The name of the service control policy that a phrase becomes: the phrase with hyphens, at most 128 characters. */
export function controlPolicyName(phrase: GuardrailPhrase): string {
  return [phrase.name, ...phrase.words]
    .join("-")
    .replace(/[^A-Za-z0-9_+=,.@-]/g, "-")
    .slice(0, 128);
}

/** The service control policy's JSON text, as it is sent. */
export function controlPolicyDocument(guardrail: Guardrail, words: readonly string[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: guardrail.statements(words) });
}
