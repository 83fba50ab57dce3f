import assert from "node:assert/strict";
import { test } from "node:test";
import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import type { WireRequest } from "../message.ts";
import { wireRequest } from "../testing/requests.ts";
import { parseAuthorization } from "./parse-authorization.ts";
import { verifySignature } from "./verify-signature.ts";

const secretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const now = new Date("2026-11-23T08:09:10Z");

interface Unsigned {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string | string[]>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface Signing {
  readonly service?: string;
  readonly region?: string;
  readonly sessionToken?: string;
  readonly presignSeconds?: number;
}

/** Signs as AWS's own library does and hands over what it would send. */
async function sign(unsigned: Unsigned, signing: Signing = {}): Promise<WireRequest> {
  const { service = "iam", region = "eu-central-1", sessionToken, presignSeconds } = signing;
  const { method = "POST", path = "/", query = {}, headers = {}, body = "" } = unsigned;
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secretKey, ...(sessionToken && { sessionToken }) };
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== "s3" });
  const host = { host: "127.0.0.1:4566", ...headers };
  const request = { protocol: "http:", hostname: "127.0.0.1", method, path, query, headers: host, body };
  const signed =
    presignSeconds === undefined
      ? await signer.sign(request, { signingDate: now })
      : await signer.presign(request, { signingDate: now, expiresIn: presignSeconds });
  return wireRequest({ method, path, query: printQuery(signed.query ?? {}), headers: lowerCase(signed.headers), body });
}

function printQuery(query: Record<string, string | string[] | null>): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      [value ?? ""].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`),
    )
    .join("&");
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function outcome(
  request: WireRequest,
  services: readonly string[] = ["iam"],
  at: Date = now,
  secret: string = secretKey,
) {
  const signed = parseAuthorization(request);
  const result = signed.kind === "refused" ? signed : verifySignature(request, signed, secret, at, services);
  return result.kind === "refused" ? `${result.fault.code}: ${result.fault.message}` : result.kind;
}

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

test("what AWS's signer signs is accepted, whatever is in path, query, headers and body", async () => {
  const text = fc.string({ unit: "grapheme-ascii", maxLength: 12 });
  const names = fc.stringMatching(/^[a-z]{1,8}$/);
  const segment = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((part) => isWellFormed(part));
  const encode = (part: string) =>
    encodeURIComponent(part).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const request = fc.record({
    path: fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.map(encode).join("/")}`),
    query: fc.dictionary(names, fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })), { maxKeys: 4 }),
    headers: fc.dictionary(
      names.map((name) => `x-amz-${name}`),
      text,
      { maxKeys: 3 },
    ),
    body: fc.string({ unit: "grapheme" }).filter((part) => isWellFormed(part)),
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  });
  const property = fc.asyncProperty(request, fc.constantFrom("iam", "s3"), async (unsigned, service) => {
    assert.equal(outcome(await sign(unsigned, { service }), [service]), "verified");
  });
  await fc.assert(property, { seed: 20261123, numRuns: 150 });
});

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text) && text !== "." && text !== "..";
}

test("the example of AWS's Signature Version 4 test suite verifies", () => {
  const scope = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
  const signature = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
  const request = wireRequest({
    method: "GET",
    headers: {
      host: "example.amazonaws.com",
      "x-amz-date": "20150830T123600Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    },
  });
  assert.equal(outcome(request, ["service"], new Date("2015-08-30T12:36:00Z")), "verified");
});

test("a signature with a session token verifies and yields the token", async () => {
  const request = await sign({ body: "Action=GetUser" }, { sessionToken: "token+/=" });
  assert.equal(outcome(request), "verified");
  const signed = parseAuthorization(request);
  assert.equal(signed.kind === "signed" && signed.sessionToken, "token+/=");
});

test("another secret, body, path, query or header is refused", async () => {
  const signed = await sign({ body: "Action=GetUser", headers: { "x-amz-target": "a" }, query: { a: "1" } });
  const refusal = /^SignatureDoesNotMatch: The request signature we calculated does not match/;
  assert.match(outcome(signed, ["iam"], now, "other"), refusal);
  const unsignedHash = { ...signed.headers };
  delete unsignedHash["x-amz-content-sha256"];
  const changes: Partial<WireRequest>[] = [
    { path: "/other" },
    { query: "a=2" },
    { method: "PUT" },
    { headers: { ...signed.headers, "x-amz-target": "b" } },
  ];
  for (const change of changes) {
    assert.match(outcome({ ...signed, ...change }), refusal);
  }
});

test("a changed body is refused although the hash of the first one is signed", async () => {
  const signed = await sign({ body: "Action=GetUser" });
  assert.ok(signed.headers["x-amz-content-sha256"]);
  const body = new TextEncoder().encode("Action=DeleteUser");
  assert.match(outcome({ ...signed, body }), /^SignatureDoesNotMatch: The provided 'x-amz-content-sha256' header/);
});

test("a target that was added after signing is refused", async () => {
  const signed = await sign({ body: "{}" });
  const headers = { ...signed.headers, "x-amz-target": "AWSIdentityStore.DeleteUser" };
  assert.match(outcome({ ...signed, headers }), /not signed: x-amz-target$/);
});

test("an unsigned payload is taken from S3's clients only", async () => {
  const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
  assert.match(outcome(await sign({ headers, body: "x" })), /^SignatureDoesNotMatch/);
  assert.equal(outcome(await sign({ headers, body: "x" }, { service: "s3" }), ["s3"]), "verified");
});

test("any region is accepted, another service is not", async () => {
  assert.equal(outcome(await sign({}, { region: "ap-northeast-2" })), "verified");
  assert.equal(
    outcome(await sign({}, { service: "s3" })),
    "SignatureDoesNotMatch: Credential should be scoped to correct service: 'iam'. ",
  );
});

test("a clock may be five minutes off, in either direction", async () => {
  const signed = await sign({});
  assert.equal(outcome(signed, ["iam"], later(300)), "verified");
  assert.equal(outcome(signed, ["iam"], later(-300)), "verified");
  assert.equal(
    outcome(signed, ["iam"], later(301)),
    "SignatureDoesNotMatch: Signature expired: 20261123T080910Z is now earlier than 20261123T080911Z (20261123T081411Z - 5 min.)",
  );
  assert.equal(
    outcome(signed, ["iam"], later(-301)),
    "SignatureDoesNotMatch: Signature not yet current: 20261123T080910Z is still later than 20261123T080909Z (20261123T080409Z + 5 min.)",
  );
});

test("a presigned URL is good until it expires", async () => {
  const signed = await sign(
    { method: "GET", query: { Action: "GetCallerIdentity" } },
    { service: "sts", presignSeconds: 900 },
  );
  assert.equal(outcome(signed, ["sts"]), "verified");
  assert.equal(outcome(signed, ["sts"], later(900)), "verified");
  assert.equal(
    outcome(signed, ["sts"], later(901)),
    "SignatureDoesNotMatch: Signature expired: 20261123T082410Z is now earlier than 20261123T082411Z",
  );
  assert.match(outcome({ ...signed, query: signed.query.replace("900", "901") }, ["sts"]), /^SignatureDoesNotMatch/);
});

test("a date in the scope that is not the day of signing is refused", async () => {
  const signed = await sign({});
  const authorization = signed.headers["authorization"]?.replace("/20261123/", "/20261122/") ?? "";
  assert.match(outcome({ ...signed, headers: { ...signed.headers, authorization } }), /'20261122' != '20261123'/);
});

const header = (value: string): Record<string, string> => ({ "x-amz-date": "20261123T080910Z", authorization: value });
const good = "Credential=AKID/20261123/us-east-1/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

const malformed: readonly (readonly [string, Record<string, string>, string])[] = [
  ["no authorization", {}, "MissingAuthenticationToken: Request is missing Authentication Token"],
  ["a bearer token", header("Bearer abc"), "IncompleteSignature: Unsupported AWS 'algorithm': 'Bearer'. "],
  [
    "no credential",
    header("AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00"),
    "IncompleteSignature: Authorization header requires 'Credential' parameter.",
  ],
  [
    "no date",
    { authorization: `AWS4-HMAC-SHA256 ${good}` },
    "IncompleteSignature: Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  ],
  [
    "a short credential",
    header("AWS4-HMAC-SHA256 Credential=AKID/iam, SignedHeaders=host, Signature=00"),
    "IncompleteSignature: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKID/iam'",
  ],
  [
    "host not signed",
    header(`AWS4-HMAC-SHA256 ${good.replace("host;", "")}`),
    "IncompleteSignature: 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  ],
];

for (const [name, headers, expected] of malformed) {
  test(`a request with ${name} is refused in AWS's words`, () => {
    assert.equal(outcome(wireRequest({ headers })), expected);
  });
}
