import { ResourceNotFoundException } from "@aws-sdk/client-accessanalyzer";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import type { IamRole } from "../records/iam.ts";
import { onAnalyzer, ownAnalyzer } from "./analyzer-access.ts";
import { analyzedRoles, refreshFindings } from "./found-access.ts";
import { analyzerPage } from "./page.ts";

const operation = operationsOf("accessanalyzer");
const roleType = "AWS::IAM::Role" as const;

const listAnalyzedResources = operation("ListAnalyzedResources", {
  authorize: (call) => onAnalyzer(call, call.input.analyzerArn),
  run: (call) => {
    const { analyzerArn, resourceType } = call.input;
    const analyzer = ownAnalyzer(call, analyzerArn);
    const roles = resourceType === undefined || resourceType === roleType ? analyzedRoles(call, analyzer) : [];
    const { items, paging } = analyzerPage(roles, call.input);
    return { analyzedResources: items.map(describeRole), ...paging };
  },
});

const getAnalyzedResource = operation("GetAnalyzedResource", {
  authorize: (call) => onAnalyzer(call, call.input.analyzerArn),
  run: (call) => {
    const now = new Date(call.now);
    const role = roleOf(call);
    const found = refreshFindings(call, ownAnalyzer(call, call.input.analyzerArn)).filter(
      ({ resource, status }) => resource === role.arn && status !== "RESOLVED",
    );
    const [first] = found;
    return {
      resource: {
        ...describeRole(role),
        createdAt: new Date(role.createDate),
        analyzedAt: now,
        updatedAt: first === undefined ? new Date(role.createDate) : new Date(first.updatedAt),
        isPublic: found.some(({ isPublic }) => isPublic),
        ...(first !== undefined && {
          actions: [...new Set(found.flatMap(({ action }) => action))].sort(),
          sharedVia: ["POLICY"],
          status: found.some(({ status }) => status === "ACTIVE") ? ("ACTIVE" as const) : ("ARCHIVED" as const),
        }),
      },
    };
  },
});

/** Resources are analyzed whenever findings are asked for, so that a scan finds what a question would. */
const startResourceScan = operation("StartResourceScan", {
  authorize: (call) => onAnalyzer(call, call.input.analyzerArn),
  run: (call) => {
    roleOf(call);
    refreshFindings(call, ownAnalyzer(call, call.input.analyzerArn));
    return {};
  },
});

type ResourceCall = Call<{ readonly analyzerArn: string; readonly resourceArn: string }>;

function roleOf(call: ResourceCall): IamRole {
  const { analyzerArn, resourceArn } = call.input;
  return (
    analyzedRoles(call, ownAnalyzer(call, analyzerArn)).find(({ arn }) => arn === resourceArn) ??
    fail(ResourceNotFoundException, `The resource ${resourceArn} is not analyzed.`, {
      resourceId: resourceArn,
      resourceType: "Resource",
    })
  );
}

const describeRole = ({ arn, accountId }: IamRole) => ({
  resourceArn: arn,
  resourceOwnerAccount: accountId,
  resourceType: roleType,
});

/** Operations on the resources that analyzers look at. */
export const analyzedResourceOperations = [listAnalyzedResources, getAnalyzedResource, startResourceScan];
