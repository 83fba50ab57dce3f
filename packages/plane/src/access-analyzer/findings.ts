import { ResourceNotFoundException } from "@aws-sdk/client-accessanalyzer";
import { fail } from "../frame/fault.ts";
import { type Authorization, type Call, operationsOf } from "../frame/operation.ts";
import { onAnalyzer, ownAnalyzer } from "./analyzer-access.ts";
import { type Finding, findings } from "./analyzer-record.ts";
import { meetsFilter, requireFilter, sortFindings } from "./finding-filter.ts";
import { refreshFindings } from "./found-access.ts";
import { analyzerPage } from "./page.ts";

const operation = operationsOf("accessanalyzer");

type FindingsCall = Pick<Call<{ readonly analyzerArn: string }>, "input" | "tx" | "accountId" | "now" | "catalog">;

/** "ListFindings and ListFindingsV2 both use access-analyzer:ListFindings" [Access Analyzer API, ListFindingsV2, 2026]. */
const asked =
  (action?: string) =>
  (call: FindingsCall): Authorization => ({
    ...onAnalyzer(call, call.input.analyzerArn),
    ...(action !== undefined && { action }),
  });

const listFindings = operation("ListFindings", {
  authorize: asked(),
  run: (call) => {
    const { items, paging } = pageOfFindings(call, call.input);
    return { findings: items.map((finding) => ({ ...common(finding, call.now), ...details(finding) })), ...paging };
  },
});

const listFindingsV2 = operation("ListFindingsV2", {
  authorize: asked("access-analyzer:ListFindings"),
  run: (call) => {
    const { items, paging } = pageOfFindings(call, call.input);
    return {
      findings: items.map((finding) => ({ ...common(finding, call.now), findingType: "ExternalAccess" as const })),
      ...paging,
    };
  },
});

type Listing = Parameters<typeof analyzerPage>[1] & {
  readonly filter?: Parameters<typeof requireFilter>[0] | undefined;
  readonly sort?: Parameters<typeof sortFindings>[1];
};

function pageOfFindings(call: FindingsCall, { filter = {}, sort, ...paging }: Listing) {
  requireFilter(filter);
  const found = refreshFindings(call, ownAnalyzer(call, call.input.analyzerArn));
  return analyzerPage(
    sortFindings(
      found.filter((finding) => meetsFilter(finding, filter)),
      sort,
    ),
    paging,
  );
}

const getFinding = operation("GetFinding", {
  authorize: asked(),
  run: (call) => {
    const finding = findingOf(call, call.input.id);
    return { finding: { ...common(finding, call.now), ...details(finding) } };
  },
});

const getFindingV2 = operation("GetFindingV2", {
  authorize: asked("access-analyzer:GetFinding"),
  run: (call) => {
    const finding = findingOf(call, call.input.id);
    return {
      ...common(finding, call.now),
      findingType: "ExternalAccess" as const,
      findingDetails: [{ externalAccessDetails: details(finding) }],
    };
  },
});

function findingOf(call: FindingsCall, id: string): Finding {
  const found = refreshFindings(call, ownAnalyzer(call, call.input.analyzerArn));
  return (
    found.find((finding) => finding.id === id) ??
    fail(ResourceNotFoundException, `The finding ${id} does not exist.`, { resourceId: id, resourceType: "Finding" })
  );
}

const updateFindings = operation("UpdateFindings", {
  authorize: asked(),
  run: (call) => {
    const { ids = [], resourceArn, status } = call.input;
    const found = refreshFindings(call, ownAnalyzer(call, call.input.analyzerArn));
    for (const id of ids) if (!found.some((finding) => finding.id === id)) findingOf(call, id);
    for (const finding of found) {
      const meant = ids.includes(finding.id) || finding.resource === resourceArn;
      if (!meant || finding.status === "RESOLVED" || finding.status === status) continue;
      call.tx.put(findings, { ...finding, status, updatedAt: call.now });
    }
    return {};
  },
});

function common(
  { id, resource, resourceType, resourceOwnerAccount, status, createdAt, updatedAt }: Finding,
  now: string,
) {
  return {
    id,
    resource,
    resourceType,
    resourceOwnerAccount,
    status,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    analyzedAt: new Date(now),
  };
}

function details({ principal, action, condition, isPublic }: Finding) {
  return { principal: { ...principal }, action: [...action], condition: { ...condition }, isPublic };
}

/** Operations on findings of access from outside. */
export const findingOperations = [listFindings, listFindingsV2, getFinding, getFindingV2, updateFindings];
