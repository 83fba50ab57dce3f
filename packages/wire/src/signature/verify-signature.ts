import { hash, timingSafeEqual } from "node:crypto";
import type { WireRequest } from "../message.ts";
import { canonicalRequest } from "./canonical-request.ts";
import { algorithm, refuse, type Refused, type SignedRequest } from "./parse-authorization.ts";
import { hmac, signingKey } from "./signing-key.ts";

/** A request whose signature is right. */
export interface Verified {
  readonly kind: "verified";
  readonly region: string;
  readonly service: string;
}

/** How far a client's clock may be off, in minutes. Source: "Troubleshooting AWS Signature Version 4", read November 2026. */
const maxSkewMinutes = 5;

const unsignedPayload = "UNSIGNED-PAYLOAD";

/**
 * Recomputes the signature over the request and its body as received.
 *
 * Any region will do, the service must be one of those expected. The body is always hashed here: a signed
 * `x-amz-content-sha256` only says what the client meant to send.
 */
export function verifySignature(
  request: WireRequest,
  signed: SignedRequest,
  secretKey: string,
  now: Date,
  expectedServices: readonly string[],
): Verified | Refused {
  const problem = timeProblem(signed, now) ?? scopeProblem(signed, expectedServices) ?? headerProblem(request, signed);
  if (problem !== undefined) {
    return mismatch(problem);
  }
  const payloadHash = payloadHashOf(request, signed.scope.service);
  if (payloadHash === undefined) {
    return mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.");
  }
  const { scope, signedHeaders, signature } = signed;
  const canonical = canonicalRequest(request, scope.service, signedHeaders, payloadHash);
  const expected = hmac(signingKey(secretKey, scope), stringToSign(signed, canonical));
  if (!isEqual(expected, signature)) {
    return mismatch(
      "The request signature we calculated does not match the signature you provided. " +
        "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
  return { kind: "verified", region: scope.region, service: scope.service };
}

function mismatch(message: string): Refused {
  return refuse("SignatureDoesNotMatch", 403, message);
}

function isEqual(expected: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, "hex");
  return (
    given.length === expected.length && signature.length === expected.length * 2 && timingSafeEqual(given, expected)
  );
}

function stringToSign({ timestamp, scope }: SignedRequest, canonical: string): string {
  const { date, region, service, terminator } = scope;
  return `${algorithm}\n${timestamp}\n${date}/${region}/${service}/${terminator}\n${hash("sha256", canonical)}`;
}

/** The hash of the body that arrived, or undefined when the client announced another body. */
function payloadHashOf(request: WireRequest, service: string): string | undefined {
  const announced = request.headers["x-amz-content-sha256"];
  if (announced === unsignedPayload && service === "s3") {
    return unsignedPayload;
  }
  const computed = hash("sha256", request.body);
  return announced === undefined || announced === computed ? computed : undefined;
}

function scopeProblem({ scope, timestamp }: SignedRequest, expectedServices: readonly string[]): string | undefined {
  if (!expectedServices.includes(scope.service)) {
    return `Credential should be scoped to correct service: '${expectedServices.join("' or '")}'. `;
  }
  if (scope.terminator !== "aws4_request") {
    return `Credential should be scoped with a valid terminator: 'aws4_request', not '${scope.terminator}'.`;
  }
  const day = timestamp.slice(0, 8);
  if (scope.date !== day) {
    const iso = "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP";
    return `${iso}: '${scope.date}' != '${day}', from '${timestamp}'.`;
  }
  return undefined;
}

/** The header that names the operation must be signed, lest a caught request be sent again for another operation. */
function headerProblem({ headers }: WireRequest, { signedHeaders }: SignedRequest): string | undefined {
  const bare = headers["x-amz-target"] !== undefined && !signedHeaders.includes("x-amz-target");
  return bare ? "There were headers present in the request which were not signed: x-amz-target" : undefined;
}

function timeProblem({ timestamp, expiresInSeconds }: SignedRequest, now: Date): string | undefined {
  const signedAt = Date.parse(timestamp.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
  if (Number.isNaN(signedAt)) {
    return `'${timestamp}' is not a valid date.`;
  }
  const skew = maxSkewMinutes * 60_000;
  const at = now.getTime();
  if (signedAt > at + skew) {
    const latest = `${basicTime(at + skew)} (${basicTime(at)} + ${maxSkewMinutes} min.)`;
    return `Signature not yet current: ${timestamp} is still later than ${latest}`;
  }
  if (expiresInSeconds !== undefined) {
    const end = signedAt + expiresInSeconds * 1000;
    return end < at ? `Signature expired: ${basicTime(end)} is now earlier than ${basicTime(at)}` : undefined;
  }
  if (signedAt >= at - skew) return undefined;
  const earliest = `${basicTime(at - skew)} (${basicTime(at)} - ${maxSkewMinutes} min.)`;
  return `Signature expired: ${timestamp} is now earlier than ${earliest}`;
}

/** A time as SigV4 writes it: `20261123T080910Z`. */
function basicTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, "");
}
