import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decide, type DecisionInput } from "../decide/decide.ts";
import { accountIn } from "../pattern/arn.ts";
import type { AuthorizationRequest } from "../request/request.ts";
import { account, arbitraryInput } from "../testing/arbitrary-policy.ts";
import { createProver } from "./prover.ts";
import type { Region } from "./question.ts";
import { arbitraryRequest, arbitrarySides } from "./testing/arbitrary-side.ts";
import { arnCatalog, starCatalog } from "./testing/small-catalog.ts";

const keys = [
  "aws:SourceIp",
  "aws:RequestTag/team",
  "aws:TagKeys",
  "aws:PrincipalArn",
  "aws:PrincipalTag/team",
  "aws:username",
  "aws:MultiFactorAuthPresent",
  "s3:max-keys",
];
const byArn = createProver({ catalog: arnCatalog });
const byStar = createProver({ catalog: starCatalog });

/** The region that holds this request and no other. */
function onlyThis(request: AuthorizationRequest): Region {
  const given = new Set(Object.keys(request.context ?? {}).map((key) => key.toLowerCase()));
  return {
    actions: [request.action],
    ...(request.resource === "*" ? {} : { resources: [request.resource] }),
    resourceAccounts: [accountIn(request.resource) ?? account],
    ...(request.context && { context: request.context }),
    absent: keys.filter((key) => !given.has(key.toLowerCase())),
  };
}

/** Whether the request is allowed, as decided and as proved. */
function answersOf({ request, ...side }: DecisionInput): { readonly decided: boolean; readonly proved: boolean } {
  const prover = request.resource === "*" ? byStar : byArn;
  const proof = prover.prove({ kind: "nothing", side, region: onlyThis(request) });
  assert.notEqual(proof.kind, "undecided", JSON.stringify(proof));
  return { decided: decide({ ...side, request }).outcome === "Allowed", proved: proof.kind === "refuted" };
}

const inputs: Readonly<Record<string, fc.Arbitrary<DecisionInput>>> = {
  "for every kind of caller": arbitraryInput,
  "with facts, resource control policies and free keys": fc
    .tuple(arbitrarySides, arbitraryRequest)
    .map(([[side], request]) => ({ ...side, request })),
};

describe("a region of one request", () => {
  for (const [says, input] of Object.entries(inputs))
    it(`is decided as the request is, ${says}`, () => {
      let allowed = 0;
      fc.assert(
        fc.property(input, (each) => {
          const { decided, proved } = answersOf(each);
          assert.equal(proved, decided);
          if (decided) allowed += 1;
        }),
        { seed: 20260926, numRuns: 2000 },
      );
      assert.ok(allowed > 60, `only ${allowed} requests were allowed`);
    });
});
