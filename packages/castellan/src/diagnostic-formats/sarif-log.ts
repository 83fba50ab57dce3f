import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic, Edit, Severity, Span } from "@castellan/policy";
import { version } from "../version.ts";
import { codeFacts } from "./code-facts.ts";
import { type DiagnosedText, nameFrom } from "./diagnosed-text.ts";
import { fingerprints } from "./fingerprint.ts";

/** Names below are SARIF's own [OASIS SARIF 2.1.0, 2023]; what GitHub reads of it: GitHub Docs, SARIF support, 2025. */
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  suggestion: "note",
};

/** Diagnostics as a SARIF 2.1.0 log of one run; `below` leads from the root of the sources to the files. */
export function sarifLog(diagnostics: readonly Diagnostic[], texts: readonly DiagnosedText[], below = ""): object {
  const placed = diagnostics.map((one) => placedBelow(one, below));
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const prints = fingerprints(diagnostics, texts);
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Castellan",
            version,
            semanticVersion: version,
            rules: codes.map((code) => ruleOf(code, diagnostics)),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: texts.map(({ file }) => ({ location: artifactLocation(nameFrom(below, file)) })),
        results: placed.map((one, at) => resultOf(one, codes, prints[at] ?? "")),
      },
    ],
  };
}

/** The diagnostic with the names of files counted from the root. */
function placedBelow(diagnostic: Diagnostic, below: string): Diagnostic {
  const { span, notes, fix } = diagnostic;
  const placed = (one: Span): Span => (one.file === undefined ? one : { ...one, file: nameFrom(below, one.file) });
  return {
    ...diagnostic,
    ...(span && { span: placed(span) }),
    ...(notes && { notes: notes.map((note) => (note.span ? { ...note, span: placed(note.span) } : note)) }),
    ...(fix && { fix: fix.map((edit) => ({ ...edit, span: placed(edit.span) })) }),
  };
}

function ruleOf(code: string, diagnostics: readonly Diagnostic[]): object {
  const { title, markdown, uri } = codeFacts(code);
  const severity = diagnostics.find((one) => one.code === code)?.severity ?? "warning";
  return {
    id: code,
    shortDescription: { text: title },
    ...(uri !== undefined && { helpUri: uri }),
    ...(markdown !== undefined && { help: { text: markdown, markdown } }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[], fingerprint: string): object {
  const { code, severity, message, help, span, notes = [], fix } = diagnostic;
  const related = notes.flatMap((note) =>
    note.span === undefined ? [] : [{ ...locationOf(note.span), message: { text: note.message } }],
  );
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}\nhelp: ${help}` },
    locations: span === undefined ? [] : [locationOf(span)],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(fix !== undefined && { fixes: [fixOf(fix, help ?? message)] }),
    // The only one that GitHub compares; without it a moved line is a new alert.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

function locationOf(span: Span): object {
  return { physicalLocation: { artifactLocation: artifactLocation(span.file ?? ""), region: regionOf(span) } };
}

/** Lines and columns from 1, the end exclusive, as SARIF counts them and spans do. */
function regionOf({ start, end }: Span): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(edits: readonly Edit[], description: string): object {
  const files = [...new Set(edits.map(({ span }) => span.file ?? ""))];
  return {
    description: { text: description },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactLocation(file),
      replacements: edits
        .filter(({ span }) => (span.file ?? "") === file)
        .map(({ span, text }) => ({ deletedRegion: regionOf(span), insertedContent: { text } })),
    })),
  };
}

/** A file as a URI, relative to the root of the sources unless it lies elsewhere. */
function artifactLocation(file: string): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const uri = file.split("/").map(encodeURIComponent).join("/");
  return uri.startsWith("../") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
}
