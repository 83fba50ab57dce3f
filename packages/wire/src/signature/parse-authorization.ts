import { WireFault } from "../faults/wire-fault.ts";
import type { WireRequest } from "../message.ts";
import { decodeLeniently } from "../form/parse-form.ts";
import { parseQuery } from "../rest/parse-query.ts";
import { type CredentialScope, parseCredential } from "./credential-scope.ts";

/** A request that carries a signature; nothing about it has been verified yet. */
export interface SignedRequest {
  readonly kind: "signed";
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  /** Names of the headers that are signed, in lower case, as the client listed them. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** When the client says it signed: `20261123T080910Z`. */
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  /** For how many seconds a presigned URL is good; undefined for a signature in the header. */
  readonly expiresInSeconds: number | undefined;
}

/** A request that is refused, with the fault to answer. */
export interface Refused {
  readonly kind: "refused";
  readonly fault: WireFault;
}

/** The only algorithm spoken. */
export const algorithm = "AWS4-HMAC-SHA256";

/** Reads the signature of a request, from its header or from its query string, without verifying it. */
export function parseAuthorization(request: WireRequest): SignedRequest | Refused {
  const header = request.headers["authorization"];
  if (header !== undefined) {
    return parseHeader(header, request);
  }
  if (request.query.includes("X-Amz-Signature=")) {
    return parsePresigned(request);
  }
  return refuse("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
}

/** A refusal with a fault of this code. */
export function refuse(code: string, status: number, message: string): Refused {
  return { kind: "refused", fault: new WireFault(code, status, message) };
}

function incomplete(message: string): Refused {
  return refuse("IncompleteSignature", 400, message);
}

function parseHeader(header: string, request: WireRequest): SignedRequest | Refused {
  const [scheme, ...rest] = header.trim().split(/\s+/);
  if (scheme !== algorithm) {
    return incomplete(`Unsupported AWS 'algorithm': '${scheme ?? ""}'. `);
  }
  const fields = new Map(rest.join("").split(",").map(splitField));
  const missing = ["Credential", "Signature", "SignedHeaders"].filter((name) => !fields.get(name));
  const timestamp = timestampOf(request);
  if (missing.length > 0 || timestamp === undefined) {
    const words = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    const date = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
    return incomplete([...words, ...(timestamp === undefined ? [date] : [])].join(" "));
  }
  return signedRequest((name) => fields.get(name) ?? "", {
    timestamp,
    sessionToken: request.headers["x-amz-security-token"],
    expiresInSeconds: undefined,
  });
}

function splitField(field: string): readonly [string, string] {
  const equals = field.indexOf("=");
  return [field.slice(0, equals), field.slice(equals + 1)];
}

function timestampOf({ headers }: WireRequest): string | undefined {
  const basic = headers["x-amz-date"];
  if (basic !== undefined || headers["date"] === undefined) {
    return basic;
  }
  const date = new Date(headers["date"]);
  return Number.isNaN(date.getTime()) ? headers["date"] : date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function parsePresigned(request: WireRequest): SignedRequest | Refused {
  const query = parseQuery(request.query, decodeLeniently);
  const field = (name: string) => query.get(`X-Amz-${name}`)?.[0] ?? "";
  if (field("Algorithm") !== algorithm) {
    return incomplete(`Unsupported AWS 'algorithm': '${field("Algorithm")}'. `);
  }
  const missing = ["Credential", "Signature", "SignedHeaders", "Date"].filter((name) => field(name) === "");
  if (missing.length > 0) {
    return incomplete(missing.map((name) => `AWS query-string parameters must include 'X-Amz-${name}'.`).join(" "));
  }
  const expires = Number(field("Expires"));
  if (!Number.isInteger(expires) || expires < 1 || expires > 604_800) {
    return incomplete("X-Amz-Expires must be a number of seconds between 1 and 604800");
  }
  const sessionToken = query.get("X-Amz-Security-Token")?.[0] ?? request.headers["x-amz-security-token"];
  return signedRequest(field, { timestamp: field("Date"), sessionToken, expiresInSeconds: expires });
}

type Circumstances = Pick<SignedRequest, "timestamp" | "sessionToken" | "expiresInSeconds">;

function signedRequest(field: (name: string) => string, circumstances: Circumstances): SignedRequest | Refused {
  const credential = field("Credential");
  const scope = parseCredential(credential);
  if (scope === undefined) {
    const form = "e.g. keyid/date/region/service/term";
    return incomplete(`Credential must have exactly 5 slash-delimited elements, ${form}, got '${credential}'`);
  }
  if (!/^\d{8}T\d{6}Z$/.test(circumstances.timestamp)) {
    const got = circumstances.timestamp;
    return incomplete(
      `Date must be in ISO-8601 'basic format'. Got '${got}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  const signedHeaders = field("SignedHeaders").toLowerCase().split(";");
  if (!signedHeaders.includes("host")) {
    return incomplete("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  const { accessKeyId } = scope;
  return { kind: "signed", accessKeyId, scope, signedHeaders, signature: field("Signature"), ...circumstances };
}
