import type { Route, WireReply, WireRequest } from "@castellan/wire";
import { faultReply, WireFault } from "@castellan/wire";
import type { Authenticated } from "../security/authenticate.ts";
import type { DispatchParts } from "./dispatch.ts";
import { newRequestId } from "./ids.ts";

type ForeignRoute = Extract<Route, { kind: "foreign" }>;

/**
 * Answers what no operation of ours was asked for. A client under `AWS_ENDPOINT_URL` brings every service here: such a call
 * is authenticated and decided like any other, and then told that the plane serves identity only.
 */
export function answerForeign(
  parts: DispatchParts,
  route: Exclude<Route, { kind: "operation" }>,
  request: WireRequest,
): WireReply {
  const requestId = newRequestId();
  switch (route.kind) {
    case "foreign":
      return answerDecided(parts, route, request, requestId);
    case "unknownOperation":
      return faultReply(route.service, route.fault, requestId);
    case "none":
      return {
        status: 404,
        headers: { "content-type": "application/json" },
        body: '{"message":"nothing is served at this path"}',
      };
  }
}

function answerDecided(parts: DispatchParts, route: ForeignRoute, wire: WireRequest, requestId: string): WireReply {
  try {
    const { caller, region } = authenticate(parts, route, wire);
    const asked = foreignAction(route, wire);
    if (asked && parts.auth === "enforce") {
      const [prefix = "", operation = ""] = asked.action.split(":");
      const now = parts.core.clock().toISOString();
      parts.authorizer.authorize({ caller, prefix, operation, region, wire, now }, { resource: asked.resource });
    }
    const verdict = asked ? `${caller.arn} may perform ${asked.action} on ${asked.resource}, but ` : "";
    return route.reply(
      501,
      "NotImplemented",
      `${verdict}this plane serves identity services only, not ${route.signingName ?? "this one"}`,
      requestId,
    );
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
    return route.reply(error.status, error.code, error.message, requestId);
  }
}

function authenticate(parts: DispatchParts, { signingName }: ForeignRoute, wire: WireRequest): Authenticated {
  return parts.auth === "open"
    ? parts.authenticator.authenticateOpenly(wire, parts.defaultAccount)
    : parts.authenticator.authenticate(wire, signingName ?? "");
}

/** The permission a foreign call needs, where that can be told from the call; the names of services sign as their prefixes. */
function foreignAction(
  route: ForeignRoute,
  wire: WireRequest,
): { readonly action: string; readonly resource: string } | undefined {
  if (route.protocol === "s3") return s3Action(wire);
  if (route.signingName === undefined || route.operation === undefined) return undefined;
  return { action: `${route.signingName}:${route.operation}`, resource: "*" };
}

const objectActions: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  POST: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};
const bucketActions: Readonly<Record<string, string>> = {
  GET: "s3:ListBucket",
  HEAD: "s3:ListBucket",
  PUT: "s3:CreateBucket",
  DELETE: "s3:DeleteBucket",
};

function s3Action({ method, path }: WireRequest): { action: string; resource: string } | undefined {
  const [, bucket = "", ...key] = decodeURIComponent(path).split("/");
  if (bucket === "") return { action: "s3:ListAllMyBuckets", resource: "*" };
  const onObject = key.length > 0 && key.join("/") !== "";
  const action = (onObject ? objectActions : bucketActions)[method];
  const resource = onObject ? `arn:aws:s3:::${bucket}/${key.join("/")}` : `arn:aws:s3:::${bucket}`;
  return action === undefined ? undefined : { action, resource };
}
