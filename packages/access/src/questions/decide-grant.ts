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

/** Makes decision inputs for what a person asks with a grant; what does not depend on the request is looked up once. */
export function decisionInputs(
  view: EstateView,
  grant: Grant,
  person: string,
): (request: GrantRequest) => DecisionInput {
  const { principal, accountId, facts } = view.bearerOf(grant, person);
  const { policies } = view.policiesFor(grant, person);
  const home = view.estate.organization.region;
  return ({ action, resource, context }) => {
    const region = globalServices.has(action.slice(0, action.indexOf(":")).toLowerCase()) ? "us-east-1" : home;
    const resourceAccount = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1] ?? accountId;
    const request = { action, resource, resourceAccount, context: { "aws:RequestedRegion": region, ...context } };
    return { principal, request, policies, facts };
  };
}

/** Decides a request that a person makes with a grant. */
export function decideGrant(view: EstateView, grant: Grant, person: string, request: GrantRequest): Decision {
  return decide(decisionInputs(view, grant, person)(request));
}
