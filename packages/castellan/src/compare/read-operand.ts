import { statSync } from "node:fs";
import { resolve } from "node:path";
import { nearName, printDiagnostic } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { compilePolicy, parsePolicy } from "@castellan/policy";
import type { Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { type ComparedKind, comparedKinds } from "./compared-kinds.ts";
import { readLintFile } from "../lint/find-lint-files.ts";
import type { NamedPolicy, Operand } from "./operand.ts";
import { readPermissionSet } from "./read-permission-set.ts";

/** Where operands are read: the command with its folder and access file, and what the policies are used as. */
export interface OperandReading {
  readonly invocation: Invocation;
  readonly kind: ComparedKind;
}

const setPrefix = "set:";

/** Reads a side: policy files, AWS managed policies and permission sets (`set:NAME`), several joined with `+`. */
export function readOperand(word: string, reading: OperandReading): Operand {
  const parts = isFile(word, reading) ? [word] : word.split("+").map((part) => part.trim());
  const read = parts.map((part) => readPart(part, reading));
  const boundaries = read.flatMap(({ boundary }) => boundary ?? []);
  const [boundary] = boundaries;
  if (read.length > 1 && boundary !== undefined)
    throw new CommandFailure(
      exitCodes.input,
      `\`${word}\` joins a permission set that has a permissions boundary with other policies`,
      "compare it alone: its boundary bounds nothing but its own policies",
    );
  const policies = read.flatMap((part) => part.policies);
  if (policies.length > 1 && comparedKinds[reading.kind].alone)
    throw new CommandFailure(
      exitCodes.input,
      `\`${word}\` is more than one ${reading.kind} policy, and there can be only one`,
    );
  return { name: word, policies, ...(boundary !== undefined && { boundary }) };
}

/** Reads one policy, which is no permission set: a file or an AWS managed policy. */
export function readPolicy(word: string, reading: OperandReading): NamedPolicy {
  if (isFile(word, reading)) return fromFile(word, reading);
  const managed = installedCatalog().managedPolicy(word);
  if (managed === undefined) throw unknownPolicy(word);
  return compiled({ origin: "AWS managed policy", id: managed.name, text: managed.document }, reading);
}

function readPart(word: string, reading: OperandReading): Omit<Operand, "name"> {
  if (!word.startsWith(setPrefix)) return { policies: [readPolicy(word, reading)] };
  const { identity, boundary } = readPermissionSet(word.slice(setPrefix.length), reading.invocation);
  const policies = identity.map(({ id, document }) =>
    compiled({ origin: "permission set", id, text: document }, reading),
  );
  if (boundary === undefined) return { policies };
  const bound = { origin: "permission set", id: boundary.id, text: boundary.document } as const;
  return { policies, boundary: compiled(bound, { ...reading, kind: "boundary" }) };
}

function isFile(word: string, { invocation: { cwd } }: OperandReading): boolean {
  return statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isFile() ?? false;
}

function fromFile(name: string, reading: OperandReading): NamedPolicy {
  const { cwd } = reading.invocation;
  const { text } = readLintFile(resolve(cwd, name), cwd);
  return compiled({ origin: "file", id: name, text }, reading);
}

/** What AWS stores is compared even where AWS would no longer take it; a file must be a policy that AWS takes. */
function compiled(policy: Omit<NamedPolicy, "compiled">, { invocation, kind }: OperandReading): NamedPolicy {
  const { origin, id, text } = policy;
  const accept = origin === "file" ? "valid" : "meaningful";
  const parsed = parsePolicy(text, { kind, accept, ...(origin === "file" && { file: id }) });
  if (parsed.kind === "policy") return { ...policy, compiled: compilePolicy(parsed.policy, id) };
  const { say, sayColors } = invocation.terminal;
  for (const diagnostic of parsed.diagnostics)
    say(`${printDiagnostic(diagnostic, text, { color: sayColors.isColorSupported })}\n`);
  throw new CommandFailure(
    exitCodes.input,
    `\`${id}\` is not a policy that AWS takes here: ${parsed.message}`,
    "say with --kind what the policies are used as, for example --kind resource",
  );
}

function unknownPolicy(word: string): CommandFailure {
  const looksLikeFile = /[/\\]|\.json$/i.test(word) && !word.startsWith("arn:");
  if (looksLikeFile) return new CommandFailure(exitCodes.input, `there is no file \`${word}\``);
  const names = installedCatalog().managedPolicyIndex();
  const near = nearName(
    word,
    names.map(({ name }) => name),
  );
  return new CommandFailure(
    exitCodes.input,
    `there is no policy \`${word}\`: neither a file nor an AWS managed policy`,
    near === undefined
      ? "name a file, an AWS managed policy such as ReadOnlyAccess, or set:NAME for a permission set of the access file"
      : `did you mean \`${near}\`?`,
  );
}
