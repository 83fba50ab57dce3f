import {
  ConflictException,
  ServiceQuotaExceededException,
  type Type,
  ValidationException,
} from "@aws-sdk/client-accessanalyzer";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import { withContext } from "../iam/authorization.ts";
import { findOrganization } from "../organizations/organization-access.ts";
import { delegatedAdministrators } from "../records/organizations.ts";
import { analyzerArn, analyzerNamed, onAnalyzerNamed } from "./analyzer-access.ts";
import { type Analyzer, analyzers, findings } from "./analyzer-record.ts";
import { requestTags } from "./analyzer-tags.ts";
import { newArchiveRule } from "./archive-rules.ts";
import { refreshFindings } from "./found-access.ts";
import { analyzerPage } from "./page.ts";
import { invalidField } from "./refusals.ts";

const operation = operationsOf("accessanalyzer");

/** Analyzers of one type in an account and Region [IAM User Guide, access-analyzer-quotas, 2025]. */
const analyzersPerType: Readonly<Record<Analyzer["type"], number>> = { ACCOUNT: 1, ORGANIZATION: 5 };

const createAnalyzer = operation("CreateAnalyzer", {
  authorize: (call) => withContext(onAnalyzerNamed(call, call.input.analyzerName), requestTags(call.input.tags)),
  run: (call) => {
    const { input, tx, accountId, now } = call;
    const type = builtType(input.type);
    const arn = analyzerArn(call, input.analyzerName);
    if (tx.get(analyzers, arn)) {
      const members = { resourceId: arn, resourceType: "Analyzer" };
      fail(ConflictException, `The analyzer ${input.analyzerName} already exists.`, members);
    }
    if (type === "ORGANIZATION") requireOrganization(call);
    requireWithinQuota(call, type);
    const archiveRules = (input.archiveRules ?? []).map((rule) => newArchiveRule(rule, now));
    const tags = Object.fromEntries(Object.entries(input.tags ?? {}).sort());
    const made = { arn, accountId, name: input.analyzerName, type, createdAt: now, archiveRules, tags };
    refreshFindings(call, tx.put(analyzers, made));
    return { arn };
  },
});

function builtType(type: Type): Analyzer["type"] {
  if (type === "ACCOUNT" || type === "ORGANIZATION") return type;
  const what = "exist on AWS but are not built in this plane yet; it has analyzers of external access";
  throw new WireFault("NotImplemented", 501, `analyzers of type \`${type}\` ${what}`);
}

/** "Analyzer limit exceeded" was observed on AWS [hashicorp/terraform-provider-aws, issue 21649, 2021]. */
function requireWithinQuota({ tx, accountId }: Pick<Call<unknown>, "tx" | "accountId">, type: Analyzer["type"]): void {
  const alike = tx.list(analyzers, "account", accountId).filter((analyzer) => analyzer.type === type);
  if (alike.length < analyzersPerType[type]) return;
  fail(ServiceQuotaExceededException, "Analyzer limit exceeded", { resourceId: accountId, resourceType: "Analyzer" });
}

const accessAnalyzerPrincipal = "access-analyzer.amazonaws.com";

/** An organization is analyzed from its management account or by a delegated administrator; AWS's words are not documented. */
function requireOrganization(where: Pick<Call<unknown>, "tx" | "accountId">): void {
  const { tx, accountId } = where;
  const organization = findOrganization(where);
  if (organization?.managementAccountId === accountId) return;
  if (organization && tx.get(delegatedAdministrators, `${accountId}/${accessAnalyzerPrincipal}`)) return;
  const words = "is neither the management account nor a delegated administrator of an organization";
  invalidField("type", `The account ${accountId} ${words}.`);
}

const getAnalyzer = operation("GetAnalyzer", {
  authorize: (call) => onAnalyzerNamed(call, call.input.analyzerName),
  run: (call) => ({ analyzer: describeAnalyzer(analyzerNamed(call, call.input.analyzerName)) }),
});

const listAnalyzers = operation("ListAnalyzers", {
  run: ({ input, tx, accountId }) => {
    const all = tx.list(analyzers, "account", accountId);
    const { items, paging } = analyzerPage(
      all.filter(({ type }) => input.type === undefined || type === input.type),
      input,
    );
    return { analyzers: items.map(describeAnalyzer), ...paging };
  },
});

/** "This action is not supported for external access analyzers" [Access Analyzer API, UpdateAnalyzer, 2026]; they are all there are. */
const updateAnalyzer = operation("UpdateAnalyzer", {
  authorize: (call) => onAnalyzerNamed(call, call.input.analyzerName),
  run: (call) => {
    analyzerNamed(call, call.input.analyzerName);
    const reason = "notSupported";
    return fail(ValidationException, "This action is not supported for external access analyzers.", { reason });
  },
});

const deleteAnalyzer = operation("DeleteAnalyzer", {
  authorize: (call) => onAnalyzerNamed(call, call.input.analyzerName),
  run: (call) => {
    const { tx } = call;
    const analyzer = analyzerNamed(call, call.input.analyzerName);
    for (const finding of tx.list(findings, "analyzer", analyzer.arn)) tx.remove(findings, finding);
    tx.remove(analyzers, analyzer);
    return {};
  },
});

function describeAnalyzer({ arn, name, type, createdAt, tags }: Analyzer) {
  return { arn, name, type, createdAt: new Date(createdAt), tags: { ...tags }, status: "ACTIVE" as const };
}

/** Operations on analyzers. */
export const analyzerOperations = [createAnalyzer, getAnalyzer, listAnalyzers, updateAnalyzer, deleteAnalyzer];
