import { isAbsolute, relative, sep } from "node:path";
import { hasErrors } from "@castellan/access";
import { type Diagnostic, kindRules, type PolicyKind } from "@castellan/policy";
import { findAccessFile } from "../access-file/open-access-file.ts";
import { file } from "../command-options.ts";
import type { Invocation, Run } from "../command-tree.ts";
import {
  countSeverities,
  type DiagnosticFormat,
  diagnosticFormats,
  isDiagnosticFormat,
} from "../diagnostic-formats/diagnostic-formats.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import { findLintFiles, type LintFile, readLintFile } from "../lint/find-lint-files.ts";
import { fixFile } from "../lint/fix-file.ts";
import { namedPolicies } from "../lint/named-policies.ts";
import { type LintedFile, lintFile, type PolicyChoice } from "../lint/lint-file.ts";

/** `castellan lint [FILE…]`: everything there is to say about access files and policies. */
export const lint: Run = async (invocation) => {
  const { flags, terminal } = invocation;
  const format = formatOf(invocation);
  const choice = choiceOf(invocation);
  const found = filesOf(invocation).map((one) => lintFile(one, choice));
  const linted = flags["fix"] === true || flags["dry-run"] === true ? fixed(invocation, found, choice, format) : found;
  const diagnostics = linted.flatMap((one) => one.diagnostics);
  const style = { color: terminal.outColors.isColorSupported, below: belowRepository(invocation) };
  const written = diagnosticFormats[format](diagnostics, linted, style);
  if (written !== "") terminal.out(written);
  if (format === "text") for (const line of sums(linted)) terminal.say(line);
  return verdictOn(linted, flags["strict"] === true);
};

/** The files that are meant, with the policies that access files among them name; each once. */
function filesOf(invocation: Invocation): readonly LintFile[] {
  const meant = meantFiles(invocation);
  const policies = meant.filter(({ is }) => is.kind === "access").flatMap((one) => namedPolicies(one, invocation.cwd));
  return [...new Map([...meant, ...policies].map((one) => [one.path, one])).values()];
}

/** The named files and folders, or the access file here or in a folder above. */
function meantFiles(invocation: Invocation): readonly LintFile[] {
  const { args, flags, cwd } = invocation;
  const named = typeof flags["file"] === "string" && flags["file"] !== file.fallback ? [flags["file"]] : [];
  if (args.length > 0) return findLintFiles([...named, ...args], cwd);
  const path = findAccessFile(invocation);
  if (path !== undefined) return [readLintFile(path, cwd)];
  throw new CommandFailure(
    exitCodes.input,
    "there is no castellan.yaml here or in a folder above",
    "write one with `castellan init`, or name the files to lint",
  );
}

/** In a GitHub workflow findings are annotations unless something else is asked for. */
function formatOf({ flags, env }: Invocation): DiagnosticFormat {
  if (isDiagnosticFormat(flags["format"])) return flags["format"];
  if (flags["json"] === true) return "json";
  return env["GITHUB_ACTIONS"] === "true" ? "github" : "text";
}

/** In a GitHub workflow the way from the repository to the working folder. */
function belowRepository({ env, cwd }: Invocation): string {
  const root = env["GITHUB_WORKSPACE"];
  const below = root === undefined ? "" : relative(root, cwd);
  return below.startsWith("..") || isAbsolute(below) ? "" : below.split(sep).join("/");
}

function choiceOf({ flags }: Invocation): PolicyChoice {
  const { kind, "resource-type": resourceType } = flags;
  const known = Object.keys(kindRules).find((name): name is PolicyKind => name === kind);
  if (typeof resourceType !== "string") return known === undefined ? {} : { kind: known };
  return {
    kind: known ?? (resourceType === "AWS::IAM::AssumeRolePolicyDocument" ? "trust" : "resource"),
    resourceType,
  };
}

/** The files after their fixes, which are shown; with --dry-run as they are. */
function fixed(
  { flags, terminal }: Invocation,
  found: readonly LintedFile[],
  choice: PolicyChoice,
  format: DiagnosticFormat,
): readonly LintedFile[] {
  const dryRun = flags["dry-run"] === true;
  const [show, colors] =
    dryRun && format === "text" ? [terminal.out, terminal.outColors] : [terminal.say, terminal.sayColors];
  return found.map((one) => {
    const { text, lines } = fixFile(one, dryRun, colors);
    for (const line of lines) show(line);
    if (dryRun || text === one.text) return one;
    const is: LintFile["is"] =
      one.kind === "access" ? { kind: "access" } : { kind: "policy", use: one.kind, isCertain: true };
    return lintFile({ path: one.path, name: one.file, text, is }, choice);
  });
}

/** Errors of an access file are wrong input, as for every other command; errors of policies are the verdict asked for. */
function verdictOn(linted: readonly LintedFile[], strict: boolean): ExitCode {
  const faulty = linted.filter(({ diagnostics }) => hasErrors(diagnostics));
  if (faulty.some(({ kind }) => kind === "access")) return exitCodes.input;
  const isWarned = linted.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "warning"));
  return faulty.length > 0 || (strict && isWarned) ? exitCodes.bad : exitCodes.good;
}

/** A line for each file with findings, or for the only one, and one for all of several. */
function sums(linted: readonly LintedFile[]): readonly string[] {
  if (linted.length === 1) return linted.map(sumOf);
  const withFindings = linted.filter(({ diagnostics }) => diagnostics.length > 0);
  const all = linted.flatMap(({ diagnostics }) => diagnostics);
  return [...withFindings.map(sumOf), `${linted.length} files: ${inWords(all)}`];
}

function sumOf({ file: name, diagnostics }: LintedFile): string {
  return `${name}: ${inWords(diagnostics)}`;
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  const counts = Object.entries(countSeverities(diagnostics)).filter(([, count]) => count > 0);
  if (counts.length === 0) return "no findings";
  return counts.map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`).join(", ");
}
