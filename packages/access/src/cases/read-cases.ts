import { parseDocument } from "yaml";
import { parseCsv } from "./parse-csv.ts";

/** How a table of requests is written. */
export type CaseFormat = "json" | "yaml" | "csv";

/** The format that a file name tells; JSON if it tells none. */
export function caseFormat(file: string): CaseFormat {
  if (/\.ya?ml$/i.test(file)) return "yaml";
  return /\.csv$/i.test(file) ? "csv" : "json";
}

/** What a table of requests needs beside its text. */
export interface CaseSources {
  /** Reads a policy file that a row names. */
  readonly readPolicy: (path: string) => string;
  /** Identity policies of every row, as text. */
  readonly identity: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** The decision cases of a table, still to be checked; throws a SyntaxError that tells what cannot be read. */
export function readCases(text: string, format: CaseFormat, sources: CaseSources): readonly unknown[] {
  const rows = format === "csv" ? csvRows(text) : listed(format === "json" ? JSON.parse(text) : fromYaml(text));
  return rows.map((row, index) => (isRow(row) ? caseOf(row, index, sources) : row));
}

function fromYaml(text: string): unknown {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw new SyntaxError(error.message.split("\n")[0]);
  return document.toJS({ maxAliasCount: 100 });
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new SyntaxError("it is not a list of cases");
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const columns = ["id", "principal", "action", "resource", "resourceAccount", "expected", "policies"];

function csvRows(text: string): readonly Row[] {
  const [header = [], ...rows] = parseCsv(text);
  const names = header.map((name) => name.trim());
  const odd = names.find((name) => !columns.includes(name) && !name.startsWith("context."));
  if (odd !== undefined)
    throw new SyntaxError(`column \`${odd}\` means nothing; columns are ${columns.join(", ")}, context.KEY`);
  return rows.map((cells, index) => {
    if (cells.length > names.length)
      throw new SyntaxError(`row ${index + 1} has ${cells.length} cells under ${names.length} columns`);
    return Object.fromEntries(names.map((name, at) => [name, cells[at]?.trim()]).filter(([, cell]) => cell));
  });
}

/** A case of a row: `action` and the rest at the top become the request, file names become policies. */
function caseOf(row: Row, index: number, sources: CaseSources): unknown {
  const { action, resource = "*", resourceAccount, context, policies, ...rest } = row;
  const own = isRow(policies) ? policies : fromFiles(fileList(policies), sources);
  const identity = [...(Array.isArray(own["identity"]) ? (own["identity"] as unknown[]) : []), ...sources.identity];
  const named = { id: String(index + 1), ...withoutContext(rest) };
  const attached = identity.length === 0 ? own : { ...own, identity };
  const policiesOf = Object.keys(attached).length === 0 ? {} : { policies: attached };
  if (action === undefined) return { ...named, ...(policies !== undefined && { policies }), ...policiesOf };
  const values = { ...(isRow(context) ? context : {}), ...contextColumns(rest) };
  const request = {
    action,
    resource,
    ...(resourceAccount !== undefined && { resourceAccount }),
    ...(Object.keys(values).length > 0 && { context: values }),
  };
  return { ...named, request, ...policiesOf };
}

function withoutContext(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith("context.")));
}

/** `context.KEY` columns; a bar separates several values. */
function contextColumns(row: Row): Row {
  const given = Object.entries(row).filter(([name]) => name.startsWith("context."));
  return Object.fromEntries(
    given.map(([name, value]) => [
      name.slice("context.".length),
      typeof value === "string" && value.includes("|") ? value.split("|") : value,
    ]),
  );
}

function fileList(policies: unknown): readonly string[] {
  if (typeof policies === "string") return policies.split(";").map((file) => file.trim());
  return Array.isArray(policies) ? policies.map(String) : [];
}

/** Policies by layer from entries such as `admin.json` (identity) and `scp:guard.json` (each a level, root first). */
function fromFiles(files: readonly string[], { readPolicy }: CaseSources): Row {
  const found: Record<string, unknown> = {};
  const add = (layer: string, value: unknown): void => {
    found[layer] = [...((found[layer] as unknown[] | undefined) ?? []), value];
  };
  for (const file of files.filter((name) => name !== "")) {
    const [, layer = "identity", path = file] = /^(identity|session|boundary|resource|scp|rcp):(.+)$/.exec(file) ?? [];
    const text = readPolicy(path);
    if (layer === "boundary" || layer === "resource") found[layer] = text;
    else if (layer === "scp" || layer === "rcp") add(`${layer}s`, [text]);
    else add(layer, text);
  }
  return found;
}
