import { dirname } from "node:path";
import { hasErrors, sortDiagnostics } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { asDiagnostic, type Diagnostic, lintPolicy, parsePolicy, type PolicyKind } from "@castellan/policy";
import { readAccessText } from "../access-file/open-access-file.ts";
import type { DiagnosedText } from "../diagnostic-formats/diagnosed-text.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import type { LintFile } from "./find-lint-files.ts";
import type { PolicyUse } from "./policy-use.ts";

/** What the command line says of the policies it names. */
export interface PolicyChoice {
  /** Where they are used; guessed from what they say when absent. */
  readonly kind?: PolicyKind;
  /** What resource they hang on, such as `AWS::S3::Bucket`. */
  readonly resourceType?: string;
}

/** A file with everything there is to say about it. */
export interface LintedFile extends DiagnosedText {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lints a file as what it is. */
export function lintFile({ path, name, text, is }: LintFile, choice: PolicyChoice): LintedFile {
  if (is.kind === "access") {
    const { diagnostics } = readAccessText(text, name, dirname(path)).loaded;
    return { path, file: name, text, kind: "access", diagnostics };
  }
  const kind = kindOf(is, choice);
  if (kind === undefined)
    throw new CommandFailure(
      exitCodes.input,
      `\`${name}\` is not a policy: it has no \`Statement\``,
      "say what it is with --kind, for example --kind identity",
    );
  return { path, file: name, text, kind, diagnostics: policyDiagnostics(text, name, kind, choice) };
}

/** What is certain goes before what is chosen, and that before what is guessed. */
function kindOf(is: PolicyUse, choice: PolicyChoice): PolicyKind | undefined {
  if (is.kind === "policy" && is.isCertain) return is.use;
  return choice.kind ?? (is.kind === "policy" ? is.use : undefined);
}

/** What the linter finds; what AWS refuses is an error also where no check has a code for it. */
function policyDiagnostics(
  text: string,
  file: string,
  kind: PolicyKind,
  { resourceType }: PolicyChoice,
): readonly Diagnostic[] {
  const options = { kind, file, ...(resourceType !== undefined && { resourceType }), catalog: installedCatalog() };
  const found = lintPolicy(text, options).map((finding) => asDiagnostic({ text, file }, finding));
  if (hasErrors(found)) return found;
  const parsed = parsePolicy(text, { kind, file });
  return parsed.kind === "malformed" ? sortDiagnostics([...parsed.diagnostics, ...found]) : found;
}
