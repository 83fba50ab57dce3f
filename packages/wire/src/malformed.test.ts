import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { earlyReply } from "./adapters/body-limit.ts";
import { WireFault } from "./faults/wire-fault.ts";
import type { WireRequest } from "./message.ts";
import { createRouter } from "./routing/router.ts";
import { loadService } from "./service.ts";
import { serviceIds } from "./services.ts";
import { parseAuthorization } from "./signature/parse-authorization.ts";
import { formRequest, jsonRequest, wireRequest } from "./testing/requests.ts";

const router = createRouter();

async function refusal(request: WireRequest): Promise<string> {
  const route = await router.route(request);
  assert.equal(route.kind, "operation");
  try {
    route.operation.readInput(request);
  } catch (error) {
    assert.ok(error instanceof WireFault, String(error));
    return `${error.code} ${error.status}: ${error.message}`;
  }
  return "read";
}

const policies = (body: string) => jsonRequest("AWSOrganizationsV20161128.ListPolicies", body);
const assumeRole = (form: string) => formRequest(`Action=AssumeRole&Version=2011-06-15&${form}`);
const budget = (body: string) => jsonRequest("AWSBudgetServiceGateway.CreateBudget", body);

const cases: readonly (readonly [string, WireRequest, string])[] = [
  ["no body", policies(""), "read"],
  ["unknown members", policies('{"Filter":"X","Other":{"a":1}}'), "read"],
  ["nulls", policies('{"Filter":null,"MaxResults":null}'), "read"],
  ["half a JSON text", policies('{"Filter":'), "MalformedInput 400: Could not parse request body into json."],
  [
    "a text for a number",
    policies('{"MaxResults":"ten"}'),
    "MalformedInput 400: STRING_VALUE can not be converted to an Integer",
  ],
  [
    "a number for a text",
    policies('{"Filter":1}'),
    "MalformedInput 400: NUMBER_VALUE can not be converted to a String",
  ],
  [
    "a truth for a text",
    policies('{"Filter":true}'),
    "MalformedInput 400: TRUE_VALUE can not be converted to a String",
  ],
  ["a list for a text", policies('{"Filter":[]}'), "MalformedInput 400: Start of list found where not expected"],
  [
    "a structure for a text",
    policies('{"Filter":{}}'),
    "MalformedInput 400: Start of structure or map found where not expected.",
  ],
  ["a list for the input", policies("[]"), "MalformedInput 400: Start of list found where not expected"],
  ["a text for the input", policies('"x"'), "MalformedInput 400: Unexpected field type"],
  ["a bad number in a form", assumeRole("DurationSeconds=long"), "MalformedInput 400: Invalid number value"],
  [
    "a text for a list in a form",
    assumeRole("Tags=x"),
    "MalformedInput 400: Unexpected text where a structure, list or map was expected",
  ],
  [
    "fields below a text in a form",
    assumeRole("RoleArn.x=1"),
    "MalformedInput 400: Start of structure or map found where not expected.",
  ],
  ["an empty list in a form", assumeRole("Tags="), "read"],
  [
    "a bad escape in a form",
    assumeRole("RoleArn=%zz"),
    "MalformedQueryString 400: The query string contains a syntax error.",
  ],
  [
    "a bad escape in a path",
    wireRequest({ method: "GET", path: "/analyzer/%zz" }),
    "MalformedInput 400: The path of the request is not percent-encoded correctly",
  ],
  [
    "deep nesting",
    budget(`{"Budget":{"FilterExpression":${'{"Not":'.repeat(50_000)}{}${"}".repeat(50_000)}}}`),
    "MalformedInput 400: The request nests deeper than this service allows",
  ],
];

for (const [what, request, expected] of cases) {
  test(`a request with ${what}: ${expected}`, async () => {
    assert.equal(await refusal(request), expected);
  });
}

test("names of prototypes are names like others", async () => {
  const { operations } = await loadService("organizations");
  const input = operations.get("ListPolicies")?.readInput(policies('{"__proto__":{"Filter":"X"},"constructor":1}'));
  assert.deepEqual(input, {});
  assert.equal(await refusal(formRequest("Action=ListUsers&Version=2010-05-08&__proto__.x=1&constructor=2")), "read");
});

test("no body whatsoever makes a reader fail with anything but a fault", async () => {
  const services = await Promise.all(serviceIds.map(loadService));
  const operations = services.flatMap((service) => [...service.operations.values()]);
  const fragments = fc.constantFrom(
    "Tags",
    ".member.",
    "1",
    "=",
    "&",
    "%",
    "Key",
    "{",
    "}",
    "[",
    "]",
    '"',
    ":",
    ",",
    "null",
    "1e999",
    ".",
  );
  const bodies = fc.oneof(
    fc.json(),
    fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.uint8Array(),
  );
  const property = fc.property(fc.constantFrom(...operations), bodies, fc.string(), (operation, body, query) => {
    try {
      operation.readInput(wireRequest({ body, query }));
    } catch (error) {
      assert.ok(error instanceof WireFault, String(error));
    }
  });
  fc.assert(property, { seed: 20261123, numRuns: 3000 });
});

test("no head whatsoever makes the router, the signature's parser or the early reply fail", async () => {
  const names = fc.constantFrom("authorization", "x-amz-target", "x-amz-date", "content-type", "date");
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "AWS4-HMAC-SHA256 Credential=a/b/c/iam/aws4_request, SignedHeaders=host, Signature=0",
      "AWSIdentityStore",
      "..",
      "form",
      "application/x-www-form-urlencoded",
    ),
  );
  const parts = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
    path: fc.oneof(fc.string(), fc.constantFrom("/token", "/analyzer/", "//", "/tags/%")),
    query: fc.oneof(
      fc.string(),
      fc.constantFrom("Action=%", "X-Amz-Signature=1&X-Amz-Credential=%", "Action=ListUsers"),
    ),
    headers: fc.dictionary(names, values),
    body: fc.string(),
  });
  const property = fc.asyncProperty(parts, async (request) => {
    const wire = wireRequest(request);
    assert.ok(await router.route(wire));
    assert.ok(parseAuthorization(wire).kind);
    assert.equal(earlyReply(wire, new WireFault("RequestEntityTooLarge", 413, "no"), "r1").status, 413);
  });
  await fc.assert(property, { seed: 20261123, numRuns: 1500 });
});
