import type { WireRequest } from "../message.ts";

/** A request with some of its parts given. */
export function wireRequest(
  parts: Partial<Omit<WireRequest, "body">> & { readonly body?: string | Uint8Array },
): WireRequest {
  const { body = "" } = parts;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return {
    method: "POST",
    path: "/",
    query: "",
    ...parts,
    headers: { host: "127.0.0.1:4566", ...parts.headers },
    body: bytes,
  };
}

/** A form as IAM and STS get it. */
export function formRequest(form: string, headers: Record<string, string> = {}): WireRequest {
  return wireRequest({ headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, body: form });
}

/** A call in JSON with its target. */
export function jsonRequest(target: string, body: string, headers: Record<string, string> = {}): WireRequest {
  const json = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
  return wireRequest({ headers: { ...json, ...headers }, body });
}

/** An authorization header whose signature is not right. */
export function scopedTo(service: string): Record<string, string> {
  const scope = `AKIDEXAMPLE/20261123/us-east-1/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=00` };
}
