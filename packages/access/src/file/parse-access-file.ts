import type { Diagnostic } from "@castellan/policy";
import { sortDiagnostics } from "../diagnostics/diagnose.ts";
import { type AccessFile, accessFileShape, fileVersion } from "./access-file.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Reading } from "./reading.ts";
import type { JsonSchema } from "./shape.ts";

/** An access file as far as it could be read; `content` is absent when its shape is not that of an access file. */
export interface ParsedAccessFile {
  readonly content?: AccessFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** An access file as it was read, with the reading, so that checks can go on reporting. */
export interface ReadAccessFile {
  readonly content?: AccessFile;
  readonly reading: Reading;
}

/** Reads the text of an access file without looking up any name. */
export function readAccessFile(text: string, file: string): ReadAccessFile {
  const { reading, root } = parseYaml(file, text);
  if (root === undefined) return { reading };
  const start = reading.span(0, 0);
  if (root === null)
    reading.report("CST0006", "the file is empty", { span: start, help: "`castellan init` writes one to start from" });
  const content = root === null ? undefined : accessFileShape.read(root, reading, start);
  if (content === undefined) return { reading };
  if (content.castellan !== fileVersion) reportVersion(content, reading);
  return { content, reading };
}

/** Reads the text of an access file. Faults of every kind are diagnostics, sorted by place; nothing is thrown. */
export function parseAccessFile(text: string, file: string): ParsedAccessFile {
  const { content, reading } = readAccessFile(text, file);
  const diagnostics = sortDiagnostics(reading.diagnostics);
  return content === undefined ? { diagnostics } : { content, diagnostics };
}

function reportVersion(content: AccessFile, reading: Reading): void {
  const help = `write \`castellan: ${fileVersion}\``;
  reading.report("CST0009", `version ${content.castellan} of the access file is not known`, {
    span: content.span,
    help,
  });
}

/** The access file's JSON Schema (draft-7) for editors. */
export function jsonSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Castellan access file",
    ...accessFileShape.schema,
  };
}
