import type { PolicyStatement } from "../tasks/task-statements.ts";

/** What a guardrail takes after its name. */
export interface GuardrailWords {
  /** In words: `Regions`, `tag keys`. */
  readonly what: string;
  readonly pattern: RegExp;
  readonly example: string;
}

/** A named service control policy: what nobody in the accounts under it may do, administrators included. */
export interface Guardrail {
  readonly name: string;
  /** What it prevents, in a sentence. */
  readonly doc: string;
  readonly source: string;
  /** Absent for a guardrail that takes no words. */
  readonly words?: GuardrailWords;
  statements(words: readonly string[]): readonly PolicyStatement[];
}

/** A guardrail of one Deny on every resource. */
export function denial(sid: string, actions: readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement {
  return { Sid: sid, Effect: "Deny", Action: actions, Resource: "*", ...more };
}
