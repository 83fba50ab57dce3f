import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { decide } from "../../decide/decide.ts";
import type { Policy } from "../../document/policy-node.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import type { CompiledPolicy } from "../../match/compiled-policy.ts";
import type { AuthorizationRequest } from "../../request/request.ts";
import { account, arbitraryDocument, parseDocument } from "../../testing/arbitrary-policy.ts";
import { createProver } from "../prover.ts";
import { arbitraryRequest } from "../testing/arbitrary-side.ts";
import { policyOf } from "../testing/proof-case.ts";
import { arnCatalog } from "../testing/small-catalog.ts";
import { externalAccess } from "./external-access.ts";
import { accessNotGranted } from "./access-not-granted.ts";
import { noNewAccess } from "./no-new-access.ts";
import { noPublicAccess } from "./no-public-access.ts";

const prover = createProver({ catalog: arnCatalog });
const policies = arbitraryDocument("resource").map((document) => parseDocument(document, "resource"));
const principals = [
  `arn:aws:iam::${account}:user/alice`,
  `arn:aws:iam::${account}:user/x`,
  `arn:aws:sts::${account}:assumed-role/Deploy/run`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:sts::${account}:federated-user/fred`,
  "arn:aws:iam::222222222222:user/eve",
  "arn:aws:iam::777777777777:user/alice",
  "sns.amazonaws.com",
  "ec2.amazonaws.com",
  "anonymous",
] as const;
const strangers = ["arn:aws:iam::777777777777:user/alice", "anonymous"] as const;
const requestsOf = (callers: readonly string[]) =>
  fc.array(fc.record({ principal: fc.constantFrom(...callers), request: arbitraryRequest }), {
    minLength: 150,
    maxLength: 150,
  });

const everything = policyOf([{}]);
const limits = { identity: [everything], session: [everything] };

/** Whether a policy lets a principal of an account that is not the resource's do something, its own policies willing. */
function grants(resource: CompiledPolicy, principal: string, asked: AuthorizationRequest): boolean {
  const request = { ...asked, resourceAccount: "333333333333" };
  return decide({ principal, request, policies: { ...limits, resource } }).outcome === "Allowed";
}

const compiled = (policy: Policy): CompiledPolicy => compilePolicy(policy, "policy");

it("what grants no new access grants nobody a request that was not granted", () => {
  let passed = 0;
  fc.assert(
    fc.property(policies, policies, requestsOf(principals), (next, existing, asked) => {
      if (noNewAccess(next, existing, prover).kind === "fail") return;
      passed += 1;
      const [after, before] = [compiled(next), compiled(existing)];
      for (const { principal, request } of asked)
        if (grants(after, principal, request)) assert.ok(grants(before, principal, request));
    }),
    { numRuns: 300, seed: 4 },
  );
  assert.ok(passed >= 20, `${passed} passed`);
});

it("what does not grant some access grants it to nobody", () => {
  let passed = 0;
  const access = { actions: ["s3:*", "sqs:SendMessage"], resources: ["arn:aws:s3:::home/*", "arn:aws:sqs:*:*:*"] };
  const inside = ({ action, resource }: AuthorizationRequest): boolean =>
    /^(s3:|sqs:SendMessage)/.test(action) && /^arn:aws:(s3:::home\/|sqs:)/.test(resource);
  fc.assert(
    fc.property(policies, requestsOf(principals), (policy, asked) => {
      if (accessNotGranted(policy, access, prover).kind === "fail") return;
      passed += 1;
      const resource = compiled(policy);
      for (const { principal, request } of asked)
        assert.ok(!inside(request) || !grants(resource, principal, request), JSON.stringify({ principal, request }));
    }),
    { numRuns: 300, seed: 4 },
  );
  assert.ok(passed >= 20, `${passed} passed`);
});

it("what is not public lets in no stranger", () => {
  let passed = 0;
  fc.assert(
    fc.property(policies, requestsOf(strangers), (policy, asked) => {
      if (noPublicAccess(policy, "AWS::S3::Bucket", prover).kind === "fail") return;
      passed += 1;
      const resource = compiled(policy);
      for (const { principal, request } of asked) {
        const { "aws:SourceIp": _, ...context } = request.context ?? {};
        const known = { ...request, context };
        assert.ok(!request.action.startsWith("s3:") || !grants(resource, principal, known));
      }
    }),
    { numRuns: 300, seed: 4 },
  );
  assert.ok(passed >= 20, `${passed} passed`);
});

it("whoever gets in from outside the zone of trust is found", () => {
  let found = 0;
  const outsiders = [...strangers, "arn:aws:iam::222222222222:user/eve", "arn:aws:sts::222222222222:assumed-role/R/s"];
  fc.assert(
    fc.property(policies, requestsOf(outsiders), (policy, asked) => {
      const resource = compiled(policy);
      const inZone = { ...limits, resource };
      const entered = asked.some(({ principal, request: { context = {}, ...request } }) => {
        const known = { ...request, context, resourceAccount: account };
        return decide({ principal, request: known, policies: inZone }).outcome === "Allowed";
      });
      if (!entered) return;
      found += 1;
      assert.ok(externalAccess(policy, { accounts: [account] }, prover).length > 0);
    }),
    { numRuns: 300, seed: 4 },
  );
  assert.ok(found >= 20, `${found} found`);
});
