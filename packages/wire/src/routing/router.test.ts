import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireRequest } from "../message.ts";
import { formRequest, jsonRequest, scopedTo, wireRequest } from "../testing/requests.ts";
import { createRouter, type Route } from "./router.ts";

const router = createRouter();

async function target(request: WireRequest): Promise<string> {
  const route = await router.route(request);
  switch (route.kind) {
    case "operation":
      return `${route.operation.service.id}:${route.operation.name}`;
    case "unknownOperation":
      return `unknown ${route.service.id}:${route.name}`;
    case "foreign":
      return `foreign ${route.protocol} ${route.signingName ?? "-"} ${route.operation ?? "-"}`;
    case "none":
      return "none";
  }
}

const get = (path: string, query = "", headers = {}) => wireRequest({ method: "GET", path, query, headers });
const cases: readonly (readonly [string, WireRequest, string])[] = [
  ["a form of IAM's version", formRequest("Action=ListUsers&Version=2010-05-08"), "iam:ListUsers"],
  ["a form of STS's version", formRequest("Version=2011-06-15&Action=GetCallerIdentity"), "sts:GetCallerIdentity"],
  ["a form in the query string", get("/", "Action=GetCallerIdentity&Version=2011-06-15"), "sts:GetCallerIdentity"],
  ["a form without version, signed", formRequest("Action=ListUsers", scopedTo("iam")), "iam:ListUsers"],
  ["an unsigned sign-in", formRequest("Action=AssumeRoleWithSAML&Version=2011-06-15"), "sts:AssumeRoleWithSAML"],
  ["a form of no known operation", formRequest("Action=Dance&Version=2010-05-08"), "unknown iam:Dance"],
  [
    "a form of another service",
    formRequest("Action=ListQueues&Version=2012-11-05", scopedTo("sqs")),
    "foreign awsQuery sqs ListQueues",
  ],
  [
    "a form of EC2",
    formRequest("Action=DescribeRegions&Version=2016-11-15", scopedTo("ec2")),
    "foreign ec2Query ec2 DescribeRegions",
  ],
  ["a web page's form", formRequest("name=ana&password=x"), "none"],
  ["a target", jsonRequest("AWSOrganizationsV20161128.ListAccounts", "{}"), "organizations:ListAccounts"],
  ["a target of sso-admin", jsonRequest("SWBExternalService.ListInstances", "{}"), "sso-admin:ListInstances"],
  [
    "a target with a namespace",
    jsonRequest("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", "{}"),
    "cloudtrail:LookupEvents",
  ],
  ["a target of no known operation", jsonRequest("AWSIdentityStore.Dance", "{}"), "unknown identitystore:Dance"],
  [
    "a target of another service",
    jsonRequest("AmazonSSM.GetParameter", "{}", scopedTo("ssm")),
    "foreign awsJson ssm GetParameter",
  ],
  ["a path", get("/analyzer"), "accessanalyzer:ListAnalyzers"],
  ["a path with a label", get("/analyzer/mine"), "accessanalyzer:GetAnalyzer"],
  ["a path with an encoded slash", get("/tags/arn%3Aaws%3Aanalyzer%2Fmine"), "accessanalyzer:ListTagsForResource"],
  [
    "literals before labels",
    wireRequest({ path: "/analyzer/findings/statistics" }),
    "accessanalyzer:GetFindingsStatistics",
  ],
  ["a path of the portal", get("/federation/credentials", "role_name=a&account_id=1"), "sso:GetRoleCredentials"],
  ["a token by OAuth", wireRequest({ path: "/token" }), "sso-oidc:CreateToken"],
  [
    "a token by IAM",
    wireRequest({ path: "/token", query: "aws_iam=t", headers: scopedTo("sso-oauth") }),
    "sso-oidc:CreateTokenWithIAM",
  ],
  ["a path of Account", wireRequest({ path: "/getContactInformation" }), "account:GetContactInformation"],
  ["a signed path of no operation", get("/analyzers", "", scopedTo("access-analyzer")), "unknown accessanalyzer:"],
  [
    "a signed method of no operation",
    wireRequest({ method: "PATCH", path: "/analyzer", headers: scopedTo("access-analyzer") }),
    "unknown accessanalyzer:PATCH /analyzer",
  ],
  ["a web page below a path of a service", get("/logout"), "none"],
  ["a web page", get("/"), "none"],
  ["S3's list of buckets", get("/", "x-id=ListBuckets", scopedTo("s3")), "foreign s3 s3 -"],
  ["a bucket that is named like a path of ours", get("/token/key", "", scopedTo("s3")), "foreign s3 s3 -"],
  ["tags of another service", get("/tags/arn", "", scopedTo("lambda")), "foreign restJson lambda -"],
  ["a zone of Route 53", get("/2013-04-01/hostedzone", "", scopedTo("route53")), "foreign restXml route53 -"],
  [
    "a call in CBOR",
    wireRequest({
      path: "/service/x/operation/y",
      headers: { ...scopedTo("monitoring"), "smithy-protocol": "rpc-v2-cbor" },
    }),
    "foreign rpcV2Cbor monitoring -",
  ],
];

for (const [what, request, expected] of cases) {
  test(`${what} leads to ${expected}`, async () => {
    assert.equal(await target(request), expected);
  });
}

function foreign(route: Route) {
  assert.equal(route.kind, "foreign");
  return route;
}

test("S3's clients get a fault in S3's XML", async () => {
  const route = foreign(await router.route(get("/", "", scopedTo("s3"))));
  const { status, headers, body } = route.reply(501, "NotImplemented", "no <S3> here", "r1");
  assert.equal(status, 501);
  assert.equal(headers["x-amz-request-id"], "r1");
  const error =
    "<Error><Code>NotImplemented</Code><Message>no &lt;S3&gt; here</Message><RequestId>r1</RequestId></Error>";
  assert.equal(body, `<?xml version="1.0" encoding="UTF-8"?>\n${error}`);
});

test("clients of JSON services get a fault in JSON", async () => {
  const ssm = { ...scopedTo("ssm"), "content-type": "application/x-amz-json-1.0" };
  const { headers, body } = foreign(await router.route(jsonRequest("AmazonSSM.X", "{}", ssm))).reply(
    400,
    "Code",
    "text",
    "r1",
  );
  assert.deepEqual(JSON.parse(String(body)), { __type: "Code", message: "text" });
  assert.equal(headers["content-type"], "application/x-amz-json-1.0");
});

test("clients of forms get a fault in XML, EC2's in EC2's own", async () => {
  const query = foreign(await router.route(formRequest("Action=X&Version=1"))).reply(403, "AccessDenied", "no", "r1");
  assert.match(String(query.body), /<ErrorResponse><Error><Type>Sender<\/Type><Code>AccessDenied<\/Code>/);
  const ec2 = foreign(await router.route(formRequest("Action=X&Version=1", scopedTo("ec2")))).reply(
    403,
    "AccessDenied",
    "no",
    "r1",
  );
  assert.match(
    String(ec2.body),
    /<Response><Errors><Error><Code>AccessDenied<\/Code>.*<RequestID>r1<\/RequestID><\/Response>/,
  );
});

test("clients of REST services get a fault by header", async () => {
  const route = foreign(await router.route(get("/functions", "", scopedTo("lambda"))));
  const { headers, body } = route.reply(403, "AccessDeniedException", "no", "r1");
  assert.equal(headers["x-amzn-errortype"], "AccessDeniedException");
  assert.equal(body, '{"message":"no"}');
});

test("services are loaded when they are first asked for", async () => {
  const asked: string[] = [];
  const { loadService } = await import("../service.ts");
  const lazy = createRouter((id) => {
    asked.push(id);
    return loadService(id);
  });
  await lazy.route(get("/"));
  await lazy.route(get("/", "", scopedTo("s3")));
  assert.deepEqual(asked, []);
  await lazy.route(formRequest("Action=GetCallerIdentity&Version=2011-06-15"));
  assert.deepEqual(asked, ["sts"]);
});
