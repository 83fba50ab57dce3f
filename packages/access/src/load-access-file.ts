import type { Diagnostic } from "@castellan/policy";
import type { AccessCatalog } from "./access-catalog.ts";
import { hasErrors, sortDiagnostics } from "./diagnostics/diagnose.ts";
import type { AccessFile } from "./file/access-file.ts";
import { checkAccessFile } from "./file/check-access-file.ts";
import { readAccessFile } from "./file/parse-access-file.ts";
import type { Reading } from "./file/reading.ts";
import type { AccessPromise } from "./promises/access-promise.ts";
import { checkDesired } from "./resolve/check-desired.ts";
import { type DesiredAccess, resolveAccessFile } from "./resolve/resolve-access-file.ts";
import { resolveClaims } from "./resolve/resolve-claims.ts";
import { ownerTag, type Resolving } from "./resolve/resolving.ts";
import type { TaskCatalogue } from "./tasks/task.ts";

/** What loading an access file needs. */
export interface LoadOptions {
  /** The file's name, for messages. */
  readonly file: string;
  readonly catalog: AccessCatalog;
  /** Reads a policy file named in the access file, relative to it; `undefined` if it cannot be read. */
  readonly readText?: (path: string) => string | undefined;
}

/** An access file with what it asks for and promises; `refused` when it has errors, whose content may still be there for editors. */
export type LoadedAccessFile =
  | {
      readonly kind: "loaded";
      readonly content: AccessFile;
      readonly desired: DesiredAccess;
      readonly promises: readonly AccessPromise[];
      /** What the roles of the permission sets bring along: promises for every account where such a set is assigned. */
      readonly claims: readonly AccessPromise[];
      readonly tasks: TaskCatalogue;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** Reads, checks and resolves the text of an access file. Every fault is a diagnostic, sorted by place; nothing is thrown. */
export function loadAccessFile(text: string, options: LoadOptions): LoadedAccessFile {
  const { content, reading } = readAccessFile(text, options.file);
  if (content === undefined) return refused(reading);
  const { tasks, promises } = checkAccessFile(content, reading, options.catalog);
  const readText = options.readText ?? (() => undefined);
  const resolving: Resolving = {
    content,
    file: options.file,
    catalog: options.catalog,
    tasks,
    owner: ownerTag(content),
    readText,
  };
  const desired = resolveAccessFile(resolving);
  checkDesired(desired, resolving, reading);
  if (hasErrors(reading.diagnostics)) return refused(reading);
  const claims = resolveClaims(resolving);
  return {
    kind: "loaded",
    content,
    desired,
    promises,
    claims,
    tasks,
    diagnostics: sortDiagnostics(reading.diagnostics),
  };
}

function refused(reading: Reading): LoadedAccessFile {
  return { kind: "refused", diagnostics: sortDiagnostics(reading.diagnostics) };
}
