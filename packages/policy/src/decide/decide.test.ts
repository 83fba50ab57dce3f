import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { explain } from "../explain/explain.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import {
  account,
  arbitraryDocument,
  arbitraryInput,
  parseDocument,
  type PolicyDocument,
} from "../testing/arbitrary-policy.ts";
import { decide, type DecisionInput } from "./decide.ts";
import type { DecisionPolicies } from "./decision-policies.ts";

function compiled(document: PolicyDocument, kind: "identity" | "resource" = "identity", id = "p"): CompiledPolicy {
  return compilePolicy(parseDocument(document, kind), id);
}

const denyAll = compiled({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } });
const denyEverybody = compiled(
  { Version: "2012-10-17", Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" } },
  "resource",
);

/** The layer in which a deny is put, and the policies with it. */
const withDeny: readonly ((policies: DecisionPolicies) => DecisionPolicies)[] = [
  (policies) => ({ ...policies, identity: [...(policies.identity ?? []), denyAll] }),
  (policies) => ({ ...policies, boundary: denyAll }),
  (policies) => ({ ...policies, scps: [...(policies.scps ?? []), [denyAll]] }),
  (policies) => ({ ...policies, vpcEndpoint: denyEverybody }),
  (policies) => ({ ...policies, resource: denyEverybody }),
];

function isUser(input: DecisionInput): boolean {
  return input.principal.includes(":user/") && !input.request.action.startsWith("sts:Get");
}

test("an explicit deny in any layer wins over every allow", () => {
  fc.assert(
    fc.property(arbitraryInput.filter(isUser), fc.constantFrom(...withDeny), (input, put) => {
      const decision = decide({ ...input, policies: put(input.policies) });
      assert.equal(decision.outcome, "ExplicitDeny");
      assert.ok(decision.because.every((statement) => statement.effect === "Deny"));
    }),
  );
});

test("explain decides as decide does", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      assert.deepEqual(explain(input).decision, decide(input));
    }),
    { numRuns: 500 },
  );
});

test("the statements that explain shows as matched include those that decide", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const explanation = explain(input);
      for (const cited of explanation.decision.because) {
        const layer = explanation.layers.find((candidate) => candidate.layer === cited.layer);
        const statements = layer?.policies.flatMap((policy) => policy.statements) ?? [];
        assert.ok(
          statements.some(
            (statement) => statement.matched && statement.index === cited.index && statement.effect === cited.effect,
          ),
        );
      }
    }),
  );
});

test("the order of statements and of policies does not matter", () => {
  const documents = fc.array(arbitraryDocument("identity"), { maxLength: 3 });
  fc.assert(
    fc.property(arbitraryInput, documents, (input, identity) => {
      const forward = identity.map((document) => compiled(document));
      const backward = identity
        .toReversed()
        .map((document) => compiled({ ...document, Statement: reversed(document) }));
      const outcome = (policies: readonly CompiledPolicy[]): string =>
        decide({ ...input, policies: { ...input.policies, identity: policies } }).outcome;
      assert.equal(outcome(forward), outcome(backward));
    }),
  );
});

function reversed(document: PolicyDocument): unknown {
  const statements = document["Statement"];
  return Array.isArray(statements) ? statements.toReversed() : statements;
}

test("a decision does not depend on decisions made before", () => {
  fc.assert(
    fc.property(fc.array(arbitraryInput, { minLength: 2, maxLength: 5 }), (inputs) => {
      const first = inputs.map((input) => decide(input).outcome);
      const again = inputs.toReversed().map((input) => decide(input).outcome);
      assert.deepEqual(again.toReversed(), first);
    }),
  );
});

test("an allow inside the account is granted by an identity or a resource policy unless the root user asks", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const { outcome, because, rule } = decide(input);
      if (outcome !== "Allowed" || rule === "rootOwns" || rule === "needsNoPermission") return;
      assert.ok(because.length > 0 && because.every((statement) => statement.effect === "Allow"));
    }),
  );
});

test("an implicit deny names the layer that lacks an allow", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const decision = decide(input);
      assert.equal(decision.denyLayer === undefined, decision.outcome === "Allowed");
    }),
  );
});

test("a variable takes the value of each request", () => {
  const home = compiled({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*" },
  });
  const ask = (user: string, folder: string): string =>
    decide({
      principal: `arn:aws:iam::${account}:user/${user}`,
      request: { action: "s3:GetObject", resource: `arn:aws:s3:::home/${folder}/x` },
      policies: { identity: [home] },
    }).outcome;
  assert.deepEqual(
    [ask("ann", "ann"), ask("bob", "ann"), ask("bob", "bob"), ask("ann", "ann")],
    ["Allowed", "ImplicitDeny", "Allowed", "Allowed"],
  );
});

test("telling of every statement adds those about other actions and changes nothing else", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const [brief, whole] = [explain(input), explain(input, { everyStatement: true })];
      assert.deepEqual(brief.decision, whole.decision);
      for (const [index, layer] of brief.layers.entries()) {
        const other = whole.layers[index];
        assert.equal(layer.state, other?.state);
        for (const [at, policy] of layer.policies.entries()) {
          const all = other?.policies[at]?.statements ?? [];
          const about = all.filter(({ elements }) => elements[0]?.matched);
          assert.equal(policy.untold, all.length - about.length);
          const outcomes = (list: typeof all) => list.map((each) => [each.index, each.matched, each.grant]);
          assert.deepEqual(outcomes(policy.statements), outcomes(about));
        }
      }
    }),
    { numRuns: 300 },
  );
});
