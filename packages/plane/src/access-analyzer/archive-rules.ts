import { ConflictException, ServiceQuotaExceededException } from "@aws-sdk/client-accessanalyzer";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import {
  analyzerNamed,
  archiveRuleOf,
  onAnalyzer,
  onAnalyzerNamed,
  onArchiveRule,
  ownAnalyzer,
} from "./analyzer-access.ts";
import { analyzers, type ArchiveRule, type FindingFilter, findings } from "./analyzer-record.ts";
import { meetsFilter, requireFilter } from "./finding-filter.ts";
import { refreshFindings } from "./found-access.ts";
import { analyzerPage } from "./page.ts";

const operation = operationsOf("accessanalyzer");

/** Archive rules of an analyzer [IAM User Guide, access-analyzer-quotas, 2025]. */
const rulesPerAnalyzer = 100;

/** A rule as it is made. */
export function newArchiveRule(
  { ruleName, filter }: { readonly ruleName: string; readonly filter: FindingFilter },
  now: string,
): ArchiveRule {
  requireFilter(filter);
  return { ruleName, filter, createdAt: now, updatedAt: now };
}

const createArchiveRule = operation("CreateArchiveRule", {
  authorize: (call) => onArchiveRule(call, call.input.analyzerName, call.input.ruleName),
  run: (call) => {
    const { input, tx, now } = call;
    const analyzer = analyzerNamed(call, input.analyzerName);
    const { archiveRules } = analyzer;
    if (archiveRules.some(({ ruleName }) => ruleName === input.ruleName)) {
      const members = { resourceId: input.ruleName, resourceType: "ArchiveRule" };
      fail(ConflictException, `The archive rule ${input.ruleName} already exists.`, members);
    }
    if (archiveRules.length >= rulesPerAnalyzer) {
      const members = { resourceId: analyzer.arn, resourceType: "ArchiveRule" };
      fail(ServiceQuotaExceededException, "Archive rule limit exceeded", members);
    }
    refreshFindings(call, analyzer);
    tx.put(analyzers, { ...analyzer, archiveRules: [...archiveRules, newArchiveRule(input, now)] });
    return {};
  },
});

const getArchiveRule = operation("GetArchiveRule", {
  authorize: (call) => onArchiveRule(call, call.input.analyzerName, call.input.ruleName),
  run: (call) => {
    const { analyzerName, ruleName } = call.input;
    return { archiveRule: describeRule(archiveRuleOf(analyzerNamed(call, analyzerName), ruleName)) };
  },
});

const listArchiveRules = operation("ListArchiveRules", {
  authorize: (call) => onAnalyzerNamed(call, call.input.analyzerName),
  run: (call) => {
    const { items, paging } = analyzerPage(analyzerNamed(call, call.input.analyzerName).archiveRules, call.input);
    return { archiveRules: items.map(describeRule), ...paging };
  },
});

const updateArchiveRule = operation("UpdateArchiveRule", {
  authorize: (call) => onArchiveRule(call, call.input.analyzerName, call.input.ruleName),
  run: (call) => {
    const { input, tx, now } = call;
    const analyzer = analyzerNamed(call, input.analyzerName);
    const { createdAt } = archiveRuleOf(analyzer, input.ruleName);
    const updated = { ...newArchiveRule(input, now), createdAt };
    const archiveRules = analyzer.archiveRules.map((rule) => (rule.ruleName === input.ruleName ? updated : rule));
    tx.put(analyzers, { ...analyzer, archiveRules });
    return {};
  },
});

const deleteArchiveRule = operation("DeleteArchiveRule", {
  authorize: (call) => onArchiveRule(call, call.input.analyzerName, call.input.ruleName),
  run: (call) => {
    const analyzer = analyzerNamed(call, call.input.analyzerName);
    const { ruleName } = archiveRuleOf(analyzer, call.input.ruleName);
    const archiveRules = analyzer.archiveRules.filter((rule) => rule.ruleName !== ruleName);
    call.tx.put(analyzers, { ...analyzer, archiveRules });
    return {};
  },
});

/** A rule archives what is found later; applied, it archives what was found before as well. */
const applyArchiveRule = operation("ApplyArchiveRule", {
  authorize: (call) => onAnalyzer(call, call.input.analyzerArn),
  run: (call) => {
    const analyzer = ownAnalyzer(call, call.input.analyzerArn);
    const { filter } = archiveRuleOf(analyzer, call.input.ruleName);
    for (const finding of refreshFindings(call, analyzer)) {
      if (finding.status !== "ACTIVE" || !meetsFilter(finding, filter)) continue;
      call.tx.put(findings, { ...finding, status: "ARCHIVED", updatedAt: call.now });
    }
    return {};
  },
});

function describeRule({ ruleName, filter, createdAt, updatedAt }: ArchiveRule) {
  return { ruleName, filter: { ...filter }, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}

/** Operations on archive rules. */
export const archiveRuleOperations = [
  createArchiveRule,
  getArchiveRule,
  listArchiveRules,
  updateArchiveRule,
  deleteArchiveRule,
  applyArchiveRule,
];
