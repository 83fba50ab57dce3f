import type { WireRequest } from "../message.ts";
import { decodeLeniently } from "../form/parse-form.ts";
import { parseQuery } from "../rest/parse-query.ts";

/** The parts of `AKIA…/20261123/eu-central-1/iam/aws4_request`. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** The day, as `20261123`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Always `aws4_request` in a scope that is valid. */
  readonly terminator: string;
}

/** Reads a credential with its scope, or undefined when it does not have five parts. */
export function parseCredential(text: string): CredentialScope | undefined {
  const parts = text.split("/");
  const [accessKeyId, date, region, service, terminator] = parts;
  if (!accessKeyId || !date || !region || !service || !terminator || parts.length !== 5) {
    return undefined;
  }
  return { accessKeyId, date, region, service, terminator };
}

/** The service that a request says it is signed for, without checking anything. */
export function claimedService(request: WireRequest): string | undefined {
  const header = /Credential=([^,\s]+)/.exec(request.headers["authorization"] ?? "")?.[1];
  const credential = header ?? (request.query.includes("X-Amz-Credential=") ? presignedCredential(request) : undefined);
  return credential === undefined ? undefined : parseCredential(credential)?.service;
}

function presignedCredential(request: WireRequest): string | undefined {
  return parseQuery(request.query, decodeLeniently).get("X-Amz-Credential")?.[0];
}
