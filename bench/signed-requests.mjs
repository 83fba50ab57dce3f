// Requests signed beforehand, so that a client costs next to nothing while a server is measured.
import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

class Sha256 {
  constructor(secret) {
    this.hash =
      secret === undefined
        ? createHash("sha256")
        : createHmac("sha256", typeof secret === "string" ? secret : Buffer.from(secret));
  }
  update(data) {
    this.hash.update(typeof data === "string" ? data : Buffer.from(data));
  }
  async digest() {
    return new Uint8Array(this.hash.digest());
  }
}

/** Signs one request to `/`: an awsQuery form, or JSON for a target. */
export function signerFor({ credentials, region, host, port }) {
  const signers = new Map();
  return async (service, { form, target, json }) => {
    if (!signers.has(service))
      signers.set(service, new SignatureV4({ credentials, region, service, sha256: Sha256, applyChecksum: false }));
    const body = form === undefined ? JSON.stringify(json) : new URLSearchParams(form).toString();
    const headers = {
      host: `${host}:${port}`,
      "content-type":
        form === undefined ? "application/x-amz-json-1.1" : "application/x-www-form-urlencoded; charset=utf-8",
      ...(target === undefined ? {} : { "x-amz-target": target }),
    };
    const signed = await signers
      .get(service)
      .sign({ method: "POST", protocol: "http:", hostname: host, port, path: "/", headers, body });
    return { headers: { ...signed.headers, "content-length": String(Buffer.byteLength(body)) }, body };
  };
}
