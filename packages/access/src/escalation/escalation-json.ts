import { type Grant, grantInWords } from "../questions/grant.ts";
import type { EscalationFinding, EscalationPath, EscalationReport } from "./escalation-report.ts";
import { escalationSources } from "./escalation-set.ts";
import { closingInWords } from "./print-escalations.ts";

/** A report as the document `castellan.escalations/1`, without its format and what it is over. */
export function escalationJson({ findings, sets, onlyCertain }: EscalationReport): object {
  return { sets, onlyCertain, findings: findings.map(findingJson) };
}

function findingJson(finding: EscalationFinding): object {
  const { grants, paths, undecided, ...rest } = finding;
  return {
    grants: grants.map(grantJson),
    ...rest,
    paths: paths.map((path) => pathJson(path, finding)),
    undecided: undecided.map(({ set, reasons }) => ({ id: set.id, name: set.name, actions: set.actions, reasons })),
  };
}

function grantJson(grant: Grant): object {
  return { ...grant, words: grantInWords(grant) };
}

function pathJson({ set, steps, needs, certain, closing }: EscalationPath, finding: EscalationFinding): object {
  const { id, name, effect, actions, sources } = set;
  return {
    id,
    name,
    effect,
    certain,
    actions,
    steps,
    needs,
    close: { ...closing, words: closingInWords(closing, finding) },
    sources: sources.map((source) => escalationSources[source]),
  };
}
