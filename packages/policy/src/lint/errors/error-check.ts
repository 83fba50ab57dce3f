import type { Edit } from "../../diagnostic.ts";
import type { Fault } from "../../document/fault-list.ts";
import type { Text } from "../../document/policy-node.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import { foundByParser } from "../found-by-parser.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { malformationCodes, type MalformationCode } from "../malformation-codes.ts";

/** A check whose findings are errors. */
export function errorCheck(code: string, title: string, find: LintCheck["find"]): LintCheck {
  return { code, type: "ERROR", title, find };
}

/** An error that the parser finds; `fixFault` may know what to write instead. */
export function parserError(
  code: MalformationCode,
  title: string,
  fixFault?: (subject: LintSubject, fault: Fault) => Edit | undefined,
): LintCheck {
  return errorCheck(code, title, (subject) =>
    subject.faults
      .filter(({ name }) => malformationCodes[name] === code)
      .map((fault) => withFix(foundByParser(fault), fixFault?.(subject, fault))),
  );
}

/** A finding with an edit that repairs it, when there is one. */
export function withFix(found: FoundAt, edit: Edit | undefined): FoundAt {
  return edit === undefined ? found : { ...found, fix: [edit] };
}

/** A wrong name, with the one that was probably meant and else with this help. */
export function wrongName({ policy }: LintSubject, at: Text, details: string, meant?: string, help?: string): FoundAt {
  if (meant !== undefined)
    return { at: [at], details, help: `did you mean \`${meant}\`?`, fix: [rewrite(policy.source, at, meant)] };
  return { at: [at], details, ...(help !== undefined && { help }) };
}
