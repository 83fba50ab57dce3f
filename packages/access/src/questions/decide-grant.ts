import { decide, type Decision, type DecisionInput, type RequestContext } from "@castellan/policy";
import type { EstateView } from "./estate-view.ts";
import type { Grant } from "./grant.ts";

/** What is asked of a grant. */
export interface GrantRequest {
  readonly action: string;
  readonly resource: string;
  readonly context?: RequestContext;
}

/** Services that answer from us-east-1 whatever Region is asked for. */
const globalServices = new Set(
  "account aws-portal billing budgets ce cloudfront consolidatedbilling cur freetier globalaccelerator iam invoicing organizations payments purchase-orders route53 shield support tax".split(
    " ",
  ),
);

/** A request that a person makes with a grant, ready to be decided. */
export function decisionInput(view: EstateView, grant: Grant, person: string, request: GrantRequest): DecisionInput {
  const { principal, accountId, facts } = view.bearerOf(grant, person);
  const [service = ""] = request.action.split(":");
  const region = globalServices.has(service.toLowerCase()) ? "us-east-1" : view.estate.organization.region;
  const context = { "aws:RequestedRegion": region, ...request.context };
  const resourceAccount = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.resource)?.[1] ?? accountId;
  return { principal, request: { action: request.action, resource: request.resource, resourceAccount, context }, policies: view.policiesOf(grant).policies, facts };
}

/** Decides a request that a person makes with a grant. */
export function decideGrant(view: EstateView, grant: Grant, person: string, request: GrantRequest): Decision {
  return decide(decisionInput(view, grant, person, request));
}
