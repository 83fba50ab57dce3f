import assert from "node:assert/strict";
import { test } from "node:test";
import { NoSuchEntityException } from "@aws-sdk/client-iam";
import { AccountNotFoundException } from "@aws-sdk/client-organizations";
import { ThrottlingException } from "@aws-sdk/client-accessanalyzer";
import { AuthorizationPendingException } from "@aws-sdk/client-sso-oidc";
import { createRouter } from "../routing/router.ts";
import { loadService } from "../service.ts";
import type { ServiceId } from "../services.ts";
import { formRequest, jsonRequest, scopedTo, wireRequest } from "../testing/requests.ts";
import { faultReply } from "./fault-reply.ts";
import { WireFault } from "./wire-fault.ts";

const $metadata = {};

async function reply(id: ServiceId, error: unknown) {
  const { status, headers, body } = faultReply(await loadService(id), error, "r1");
  assert.equal(headers["x-amzn-requestid"], "r1");
  return { status, type: headers["x-amzn-errortype"], headers, body: String(body) };
}

test("IAM's faults are XML with the code and status that the schema gives them", async () => {
  const message = "The user with name a & b cannot be found.";
  const { status, body, headers } = await reply("iam", new NoSuchEntityException({ message, $metadata }));
  assert.equal(status, 404);
  assert.equal(headers["content-type"], "text/xml");
  assert.equal(
    body,
    '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>' +
      "<Message>The user with name a &amp; b cannot be found.</Message></Error><RequestId>r1</RequestId></ErrorResponse>",
  );
});

test("Organizations' faults come with 400 and carry their text under the name of its schema", async () => {
  const { status, body } = await reply("organizations", new AccountNotFoundException({ message: "none", $metadata }));
  assert.equal(status, 400);
  assert.deepEqual(JSON.parse(body), { __type: "AccountNotFoundException", Message: "none" });
});

test("Access Analyzer's faults are named by header, and members bound to headers go there", async () => {
  const error = new ThrottlingException({ message: "slow down", retryAfterSeconds: 7, $metadata });
  const { status, type, headers, body } = await reply("accessanalyzer", error);
  assert.deepEqual([status, type, headers["retry-after"]], [429, "ThrottlingException", "7"]);
  assert.deepEqual(JSON.parse(body), { message: "slow down" });
});

test("the OIDC service's faults say what OAuth says", async () => {
  const error = new AuthorizationPendingException({ message: "not yet", $metadata });
  const { type, body } = await reply("sso-oidc", error);
  assert.equal(type, "AuthorizationPendingException");
  assert.deepEqual(JSON.parse(body), { error: "authorization_pending", error_description: "not yet" });
});

test("a fault that no service models is spelled as each protocol spells it", async () => {
  const denied = new WireFault("AccessDenied", 403, "no");
  assert.match((await reply("iam", denied)).body, /<Code>AccessDenied<\/Code><Message>no<\/Message>/);
  const organizations = await reply("organizations", denied);
  assert.deepEqual(
    [organizations.status, organizations.body],
    [400, '{"__type":"AccessDeniedException","Message":"no"}'],
  );
  const analyzer = await reply("accessanalyzer", denied);
  assert.deepEqual([analyzer.status, analyzer.type, analyzer.body], [403, "AccessDeniedException", '{"message":"no"}']);
  const token = await reply("budgets", new WireFault("InvalidClientTokenId", 403, "no"));
  assert.deepEqual(JSON.parse(token.body), { __type: "UnrecognizedClientException", message: "no" });
});

test("a bug of ours is an internal failure that says nothing about itself", async () => {
  for (const error of [new TypeError("x.secret is not a function"), "text", undefined]) {
    const { status, body } = await reply("sts", error);
    assert.equal(status, 500);
    assert.match(body, /<Type>Receiver<\/Type><Code>InternalFailure<\/Code>/);
    assert.doesNotMatch(body, /secret/);
  }
});

test("an unknown operation is refused in the words of its protocol", async () => {
  const router = createRouter();
  const replies = [
    formRequest("Action=Dance&Version=2010-05-08"),
    jsonRequest("SWBExternalService.Dance", "{}"),
    wireRequest({ path: "/analyzer/x/y/z/w", headers: scopedTo("access-analyzer") }),
  ].map(async (request) => {
    const route = await router.route(request);
    assert.equal(route.kind, "unknownOperation");
    const { service, fault } = route;
    return faultReply(service, fault, "r1");
  });
  const [query, json, rest] = await Promise.all(replies);
  assert.match(
    String(query?.body),
    /<Code>InvalidAction<\/Code><Message>Could not find operation Dance for version 2010-05-08</,
  );
  assert.equal(query?.status, 400);
  assert.match(String(json?.body), /"__type":"UnknownOperationException"/);
  assert.deepEqual([rest?.status, rest?.headers["x-amzn-errortype"]], [404, "UnknownOperationException"]);
});
