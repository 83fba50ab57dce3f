import type { Diagnostic } from "../diagnostic.ts";
import { kindRules } from "./kind-rules.ts";
import { malformations, refusal, type Malformation, type MalformationName } from "./malformation.ts";
import type { PolicyKind } from "./policy-node.ts";
import { positionAt, spanOf, type Located, type Source } from "./source.ts";

/** One fault found in a document: what AWS would answer and what we say. */
export interface Fault {
  readonly name: MalformationName;
  readonly malformation: Malformation;
  readonly awsMessage: string;
  readonly diagnostic: Diagnostic;
}

/** What is known while a document is read, and the faults found so far. */
export interface Reading {
  readonly source: Source;
  readonly kind: PolicyKind;
  readonly faults: Fault[];
}

/** How a fault is told. */
export interface Telling {
  readonly message: string;
  readonly help?: string;
  readonly label?: string;
  /** The words AWS's message quotes; the text of the place when absent. */
  readonly quoted?: string;
}

/** Records a fault at a place of the document. */
export function report(reading: Reading, name: MalformationName, at: Located, telling: Telling): void {
  const malformation: Malformation = malformations[name];
  const { quoted, ...words } = telling;
  const text = quoted ?? reading.source.text.slice(at.start, at.end);
  const subject = { text, end: positionAt(reading.source, at.end) };
  reading.faults.push({
    name,
    malformation,
    awsMessage: refusal(malformation, kindRules[reading.kind].dialect, subject),
    diagnostic: { code: malformation.code, severity: "error", ...words, span: spanOf(reading.source, at) },
  });
}

/** The one message AWS would answer for these faults. */
export function awsMessage(faults: readonly Fault[]): string {
  let first: Fault | undefined;
  for (const fault of faults)
    if (first === undefined || fault.malformation.rank < first.malformation.rank) first = fault;
  return first?.awsMessage ?? "";
}

/** The diagnostics of faults in document order. */
export function diagnosticsOf(faults: readonly Fault[]): readonly Diagnostic[] {
  const offset = (diagnostic: Diagnostic): number => diagnostic.span?.start.offset ?? 0;
  return faults.map((fault) => fault.diagnostic).toSorted((left, right) => offset(left) - offset(right));
}
