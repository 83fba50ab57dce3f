import { canonicalJson } from "./canonical-json.ts";
import type { Plan } from "./plan.ts";

/** A plan as a versioned JSON document: what `plan --json` prints and what a saved plan holds. */
export interface PlanDocument extends Plan {
  readonly format: "castellan.plan/1";
}

/** The plan as a document. */
export function planDocument(plan: Plan): PlanDocument {
  return { format: "castellan.plan/1", ...plan };
}

/** The document as text, the same text for the same plan. */
export function printPlanDocument(plan: Plan): string {
  return canonicalJson(planDocument(plan));
}

/** A saved plan, or why it is none. */
export type ParsedPlan =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "malformed"; readonly message: string };

/**
 * Reads a saved plan. It checks that this is a plan of the known version; what it will do is then bound to the target
 * by the digest, and the person who saved it answers for its steps.
 */
export function parsePlanDocument(text: string): ParsedPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "malformed", message: "the saved plan is not JSON" };
  }
  if (!isRecord(value) || value["format"] !== "castellan.plan/1") {
    return { kind: "malformed", message: "this is not a plan of the format `castellan.plan/1`" };
  }
  const missing = ["steps", "digest", "scope", "refusals"].filter((name) => value[name] === undefined);
  if (missing.length > 0) return { kind: "malformed", message: `the saved plan lacks \`${missing.join("`, `")}\`` };
  const { format: _format, ...plan } = value;
  return { kind: "plan", plan: plan as unknown as Plan };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
