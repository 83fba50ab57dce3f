import type { Diagnostic } from "../diagnostic.ts";
import { awsMessage, diagnosticsOf, type Fault, type Reading } from "./fault-list.ts";
import { kindRules } from "./kind-rules.ts";
import { scanOrdinaryPolicy } from "./ordinary-policy.ts";
import type { Policy, PolicyKind, Statement } from "./policy-node.ts";
import { maxLength, readStatements, readWhole } from "./read-policy.ts";
import type { Located, Source } from "./source.ts";

/** How to read a document. */
export interface ParseOptions {
  readonly kind: PolicyKind;
  /** Name of the file, for spans. */
  readonly file?: string;
  /** The document is a managed policy, for which IAM demands Version 2012-10-17. */
  readonly managed?: boolean;
  /**
   * `valid` (the default) refuses what AWS refuses to store; `meaningful` lets pass what can be evaluated all
   * the same, as documents stored before a rule existed.
   */
  readonly accept?: "valid" | "meaningful";
}

/** A policy, or AWS's refusal with our diagnostics. */
export type ParsedPolicy =
  | { readonly kind: "policy"; readonly policy: Policy }
  | {
      readonly kind: "malformed";
      /** What AWS answers in MalformedPolicyDocument. */
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };

/** A document as far as it can be read, and everything AWS would refuse it for. */
export interface PolicyReading {
  /** Without the statements that make no sense; undefined when the text is no JSON object. */
  readonly policy: Policy | undefined;
  readonly faults: readonly Fault[];
}

/** Parses a policy document of one kind, or says why AWS would refuse it; never throws. */
export function parsePolicy(text: string, options: ParseOptions): ParsedPolicy {
  const { policy, faults } = readPolicyDocument(text, options);
  if (policy !== undefined && faults.length === 0) return { kind: "policy", policy };
  return { kind: "malformed", message: awsMessage(faults), diagnostics: diagnosticsOf(faults) };
}

/** Reads what can be read of a policy document, together with its faults; never throws. */
export function readPolicyDocument(text: string, options: ParseOptions): PolicyReading {
  const { kind, file } = options;
  const source: Source = file === undefined ? { text } : { text, file };
  const ordinary = keepsOrdinaryRules(kind) && text.length <= maxLength ? scanOrdinaryPolicy(text) : undefined;
  if (ordinary !== undefined) return { policy: readLater(source, kind, ordinary), faults: [] };
  return readInFull(source, options);
}

/** The same without a first glance at whether the document is an ordinary one. */
export function readInFull(source: Source, { kind, managed, accept }: Omit<ParseOptions, "file">): PolicyReading {
  const reading: Reading = { source, kind, faults: [] };
  const policy = readWhole(reading, managed ?? false);
  return { policy, faults: accept === "meaningful" ? reading.faults.filter(isMeaningless) : reading.faults };
}

function isMeaningless(fault: Fault): boolean {
  return !fault.malformation.meaningful;
}

/** Identity policies, boundaries and session policies have one set of rules but for ARNs that ordinary policies lack. */
function keepsOrdinaryRules(kind: PolicyKind): boolean {
  return kindRules[kind].dialect === "iam";
}

/** A policy known to be without fault, whose statements are read when first asked for: many are only kept. */
function readLater(source: Source, kind: PolicyKind, { start, end }: Located): Policy {
  let statements: readonly Statement[] | undefined;
  return {
    node: "policy",
    kind,
    source,
    version: "2012-10-17",
    // An own member, so that copies and comparisons see the statements as in any other policy.
    get statements() {
      return (statements ??= readStatements({ source, kind, faults: [] }));
    },
    start,
    end,
  };
}
