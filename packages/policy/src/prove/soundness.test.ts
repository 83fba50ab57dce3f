import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decide } from "../decide/decide.ts";
import { accountIn } from "../pattern/arn.ts";
import { matchesGlob } from "../pattern/glob.ts";
import type { AuthorizationRequest, RequestContext } from "../request/request.ts";
import { account } from "../testing/arbitrary-policy.ts";
import { createProver } from "./prover.ts";
import type { Proof, ProofSide, Question, Region } from "./question.ts";
import { accounts, arbitraryRequest, arbitrarySides } from "./testing/arbitrary-side.ts";
import { arnCatalog } from "./testing/small-catalog.ts";

const prover = createProver({ catalog: arnCatalog });
const requests = fc.array(arbitraryRequest, { minLength: 200, maxLength: 200 });
const everywhere: Region = { resourceAccounts: accounts };

const allows = (side: ProofSide, request: AuthorizationRequest): boolean =>
  decide({ ...side, request }).outcome === "Allowed";

/** Whether a request is an answer no to each kind of question. */
const refutes: Readonly<Record<Question["kind"], (side: boolean, than: boolean) => boolean>> = {
  nothing: (side) => side,
  everything: (side) => !side,
  noMore: (side, than) => side && !than,
  equal: (side, than) => side !== than,
};

const questionOf = (kind: Question["kind"], [side, than]: readonly [ProofSide, ProofSide], region: Region): Question =>
  kind === "nothing" || kind === "everything" ? { kind, side, region } : { kind, side, than, region };

const services = ["s3", "sqs", "sts", "kms", "iam"];

/** Regions of some services, in which some keys are absent and others known. */
const regions: fc.Arbitrary<Region> = fc.record({
  actions: fc.subarray(services, { minLength: 1 }).map((chosen) => chosen.map((service) => `${service}:*`)),
  resources: fc.constantFrom<readonly string[]>(
    ["*"],
    ["arn:aws:s3:::home/*", "arn:aws:sqs:*:*:*"],
    ["arn:aws:*:*:*:*"],
  ),
  resourceAccounts: fc.constantFrom(accounts, accounts.slice(0, 1)),
  absent: fc.subarray(["aws:SourceIp", "aws:TagKeys"]),
  context: fc.constantFrom<RequestContext>({}, { "aws:RequestTag/team": "blue" }, { "s3:max-keys": "10" }),
});

/** The request as it is inside a region, if it can be there. */
function inside(region: Region, request: AuthorizationRequest): readonly AuthorizationRequest[] {
  const { actions = [], resources = [], resourceAccounts = [], absent = [] } = region;
  const owner = accountIn(request.resource) ?? account;
  const fits =
    actions.includes(`${request.action.split(":")[0]}:*`) &&
    resourceAccounts.includes(owner) &&
    (resources === "any" || resources.some((pattern) => matchesGlob(pattern, request.resource)));
  const given = Object.entries(request.context ?? {}).filter(([key]) => !absent.includes(key));
  return fits ? [{ ...request, context: { ...Object.fromEntries(given), ...region.context } }] : [];
}

/** What is wanted of the answers, so that the test means something. */
const least: Readonly<Record<Question["kind"], { readonly proved: number; readonly refuted: number }>> = {
  nothing: { proved: 20, refuted: 50 },
  everything: { proved: 0, refuted: 150 },
  noMore: { proved: 20, refuted: 50 },
  equal: { proved: 10, refuted: 50 },
};

describe("a proof", () => {
  for (const kind of ["nothing", "everything", "noMore", "equal"] as const)
    it(`of ${kind} withstands requests at the edges of the policies, and its refutation is confirmed`, () => {
      const answers: Record<Proof["kind"], number> = { proved: 0, refuted: 0, undecided: 0 };
      fc.assert(
        fc.property(arbitrarySides, requests, (sides, asked) => {
          const proof = prover.prove(questionOf(kind, sides, everywhere));
          answers[proof.kind] += 1;
          const breaks = (request: AuthorizationRequest): boolean =>
            refutes[kind](allows(sides[0], request), allows(sides[1], request));
          if (proof.kind === "proved") assert.equal(asked.find(breaks), undefined);
          if (proof.kind === "refuted") assert.ok(breaks(proof.request));
          if (proof.kind === "undecided") assert.doesNotMatch(proof.reasons.join(), /not confirmed/);
        }),
        { seed: 20260926, numRuns: 300 },
      );
      const { proved, refuted } = least[kind];
      assert.ok(answers.proved >= proved && answers.refuted >= refuted, JSON.stringify(answers));
      assert.ok(answers.undecided < 15, JSON.stringify(answers));
    });

  it("of a region withstands the requests of the region", () => {
    const answers: Record<Proof["kind"], number> = { proved: 0, refuted: 0, undecided: 0 };
    fc.assert(
      fc.property(arbitrarySides, regions, requests, (sides, region, asked) => {
        const proof = prover.prove(questionOf("noMore", sides, region));
        answers[proof.kind] += 1;
        const breaks = (request: AuthorizationRequest): boolean =>
          allows(sides[0], request) && !allows(sides[1], request);
        if (proof.kind === "proved")
          assert.equal(asked.flatMap((each) => inside(region, each)).find(breaks), undefined);
        if (proof.kind === "refuted") assert.ok(inside(region, proof.request).some(breaks));
      }),
      { seed: 20260926, numRuns: 500 },
    );
    assert.ok(answers.proved > 50 && answers.refuted > 50, JSON.stringify(answers));
  });
});
