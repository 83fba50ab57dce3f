import { formField, formText } from "../form/parse-form.ts";
import type { WireRequest } from "../message.ts";
import { type ServiceFacts, services } from "../services.ts";
import { claimedService } from "../signature/credential-scope.ts";
import type { ForeignProtocol, ForeignRequest } from "./foreign.ts";

/** Where a request belongs, as far as can be told without any service's schemas. */
export type Located =
  | { readonly kind: "named"; readonly facts: ServiceFacts; readonly name: string }
  | { readonly kind: "byPath"; readonly facts: ServiceFacts; readonly signed: boolean }
  | { readonly kind: "foreign"; readonly foreign: ForeignRequest }
  | { readonly kind: "none" };

/** Tells the services apart: by `X-Amz-Target`, by a form's `Version`, by the signature's scope, by the path. */
export function locate(request: WireRequest): Located {
  const target = request.headers["x-amz-target"];
  if (target !== undefined) {
    return locateTarget(target, request);
  }
  const action = hasForm(request) ? formField(formText(request), "Action") : undefined;
  const signingName = claimedService(request);
  if (action !== undefined) {
    return locateAction(action, request, signingName);
  }
  return signingName === undefined ? locatePath(request) : locateScope(signingName, request);
}

const everyService = Object.values(services);
const byTarget = new Map(everyService.map((facts) => [facts.target, facts]));
const queryServices = everyService.filter(({ protocol }) => protocol === "awsQuery");
const byPath = new Map(everyService.flatMap((facts) => (facts.paths ?? []).map((path) => [path, facts] as const)));
const bySigningName = new Map(everyService.map((facts) => [facts.signingName, facts]));

/** `AWSIdentityStore.ListUsers`; CloudTrail's may have a namespace in front: `com.amazonaws.….CloudTrail_20131101.LookupEvents`. */
function locateTarget(target: string, request: WireRequest): Located {
  const [name = "", prefix] = target.split(".").reverse();
  const facts = prefix === undefined ? undefined : byTarget.get(prefix);
  if (facts !== undefined) {
    return { kind: "named", facts, name };
  }
  return foreign(request, "awsJson", { operation: name });
}

function hasForm({ method, headers, query }: WireRequest): boolean {
  return method === "GET"
    ? query.includes("Action=")
    : (headers["content-type"] ?? "").includes("x-www-form-urlencoded");
}

function locateAction(action: string, request: WireRequest, signingName: string | undefined): Located {
  const version = formField(formText(request), "Version");
  const facts =
    queryServices.find((service) => service.version === version) ??
    queryServices.find((service) => service.signingName === signingName);
  if (facts !== undefined) {
    return { kind: "named", facts, name: action };
  }
  return foreign(request, signingName === "ec2" ? "ec2Query" : "awsQuery", { operation: action });
}

function locatePath(request: WireRequest): Located {
  const facts = byPath.get(firstSegment(request));
  if (request.headers["smithy-protocol"] !== undefined) {
    return foreign(request, "rpcV2Cbor", {});
  }
  return facts === undefined ? { kind: "none" } : { kind: "byPath", facts, signed: false };
}

function locateScope(signingName: string, request: WireRequest): Located {
  const byItsPath = byPath.get(firstSegment(request));
  if (byItsPath?.signingName === signingName) {
    return { kind: "byPath", facts: byItsPath, signed: true };
  }
  const facts = bySigningName.get(signingName);
  if (facts !== undefined) {
    return { kind: "named", facts, name: "" };
  }
  const protocol = request.headers["smithy-protocol"] === undefined ? foreignRest[signingName] : "rpcV2Cbor";
  return foreign(request, protocol ?? "restJson", {});
}

/** The well-known services that speak REST in XML, by signing name; other unknown REST services speak JSON. */
const foreignRest: Readonly<Record<string, ForeignProtocol>> = {
  s3: "s3",
  "s3-object-lambda": "s3",
  "s3-outposts": "s3",
  s3express: "s3",
  cloudfront: "restXml",
  route53: "restXml",
};

function foreign(request: WireRequest, protocol: ForeignProtocol, named: { readonly operation?: string }): Located {
  const contentType = request.headers["content-type"] ?? "application/x-amz-json-1.1";
  const signingName = claimedService(request);
  return { kind: "foreign", foreign: { protocol, signingName, operation: named.operation, contentType } };
}

function firstSegment({ path }: WireRequest): string {
  return path.split("/", 2)[1] ?? "";
}
