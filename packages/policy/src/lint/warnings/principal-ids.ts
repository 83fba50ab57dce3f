import type { LintCheck } from "../lint-check.ts";
import { checkStatements } from "./check-each.ts";

const ids = [
  { prefix: "AROA", code: "INVALID_ROLE_REFERENCE", title: "Invalid role reference", noun: "role" },
  { prefix: "AIDA", code: "INVALID_USER_REFERENCE", title: "Invalid user reference", noun: "user" },
] as const;

/** Principals named by the id of something that may be gone: whoever is made anew under the name has another id. */
export const principalIds: readonly LintCheck[] = ids.map(({ prefix, code, title, noun }) =>
  checkStatements({ code, type: "WARNING", title }, ({ principal }) =>
    (principal?.entries ?? [])
      .filter(({ type, value }) => type === "AWS" && value.startsWith(prefix) && /^[A-Z0-9]{16,}$/.test(value))
      .map((entry) => ({
        at: [entry],
        details: `\`${entry.value}\` is the id of one ${noun}, and of no later ${noun} of its name`,
        help: `write the ARN of the ${noun}`,
      })),
  ),
);
