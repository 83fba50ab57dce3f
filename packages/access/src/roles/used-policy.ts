import type { AccessCatalog, CatalogPolicy } from "../access-catalog.ts";
import type { Task, TaskCatalogue } from "../tasks/task.ts";

/** What a word after `use` means. */
export type UsedPolicy =
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "managed"; readonly policy: CatalogPolicy }
  | { readonly kind: "file"; readonly path: string };

/** Looks up a word after `use`: a task (the file's own first), an AWS managed policy by name or ARN, or a JSON file. */
export function usedPolicy(
  word: string,
  known: { readonly tasks: TaskCatalogue; readonly catalog: AccessCatalog },
): UsedPolicy | undefined {
  const task = known.tasks.get(word);
  if (task !== undefined) return { kind: "task", task };
  const policy = known.catalog.managedPolicy(word);
  if (policy !== undefined) return { kind: "managed", policy };
  return word.endsWith(".json") ? { kind: "file", path: word } : undefined;
}

/** The statements of a policy written as a list of statements, as a policy, or as JSON text; `undefined` if it is none of these. */
export function readStatements(data: unknown): readonly unknown[] | undefined {
  if (typeof data === "string") return readJson(data);
  if (Array.isArray(data)) return data.length > 0 && data.every(isRecord) ? data : undefined;
  if (!isRecord(data)) return undefined;
  if (!("Statement" in data)) return "Effect" in data ? [data] : undefined;
  return isRecord(data["Statement"]) ? [data["Statement"]] : readStatements(data["Statement"]);
}

function readJson(text: string): readonly unknown[] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "string" ? undefined : readStatements(data);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
