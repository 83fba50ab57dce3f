import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionInput } from "../decide/decide.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { explain } from "./explain.ts";
import { printExplanation } from "./print-explanation.ts";

function compiled(id: string, kind: PolicyKind, statements: readonly object[], file?: string): CompiledPolicy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements }, undefined, 2);
  const parsed = parsePolicy(text, file === undefined ? { kind } : { kind, file });
  if (parsed.kind === "policy") return compilePolicy(parsed.policy, id);
  throw new Error(parsed.message);
}

const everything = { Effect: "Allow", Action: "*", Resource: "*" };

const deleting: DecisionInput = {
  principal: "arn:aws:sts::111111111111:assumed-role/Developer/sarah",
  request: { action: "s3:DeleteObject", resource: "arn:aws:s3:::prod-invoices/2026/11.pdf" },
  policies: {
    identity: [compiled("PowerUserAccess", "identity", [{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }])],
    scps: [
      [compiled("FullAWSAccess", "scp", [everything])],
      [
        compiled("FullAWSAccess", "scp", [everything]),
        compiled(
          "prod-guardrails",
          "scp",
          [
            {
              Sid: "NoDataLoss",
              Effect: "Deny",
              Action: "s3:Delete*",
              Resource: "*",
              Condition: { StringNotEquals: { "aws:PrincipalTag/team": ["ops", "sre"] } },
            },
          ],
          "policies/prod.json",
        ),
      ],
    ],
  },
  facts: { principalTags: { team: "dev" } },
};

test("an explanation tells the answer, every layer, the deciding statement and what was compared", () => {
  assert.equal(
    printExplanation(explain(deleting)),
    `NO   arn:aws:sts::111111111111:assumed-role/Developer/sarah may not call s3:DeleteObject on arn:aws:s3:::prod-invoices/2026/11.pdf.   explicit deny
     a statement denies it, and a deny always wins

  organization      FullAWSAccess (level 1)                  allow   statement 1
  organization      FullAWSAccess (level 2)                  allow   statement 1
  organization      prod-guardrails (level 2)                DENY    policies/prod.json:4:5 "NoDataLoss"   <- decides
  resource control  none                                     -
  VPC endpoint      none                                     -
  resource policy   none                                     -
  identity          PowerUserAccess                          allow   statement 1
  boundary          none                                     -
  session policy    none                                     -

  Without that statement the answer would be: allowed.

  organization: FullAWSAccess (level 1)
    statement 1 Allow matches   4:5
      ok  action     matched by \`*\`
      ok  resource   matched by \`*\`
  organization: FullAWSAccess (level 2)
    statement 1 Allow matches   4:5
      ok  action     matched by \`*\`
      ok  resource   matched by \`*\`
  organization: prod-guardrails (level 2)
    statement 1 "NoDataLoss" Deny matches   policies/prod.json:4:5
      ok  action     matched by \`s3:Delete*\`
      ok  resource   matched by \`*\`
      ok  condition  StringNotEquals aws:PrincipalTag/team: \`dev\` compared with \`ops\`, \`sre\`: holds
  identity: PowerUserAccess
    statement 1 Allow matches   4:5
      ok  action     none of the exceptions applies
      ok  resource   matched by \`*\``,
  );
});

test("a statement that fails says which element and why", () => {
  const statements = [
    {
      Effect: "Allow",
      Action: "s3:*",
      Resource: "arn:aws:s3:::other/*",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
  ];
  const explanation = explain({ ...deleting, policies: { identity: [compiled("Reader", "identity", statements)] } });
  const [element, resource, condition] =
    explanation.layers.find((layer) => layer.layer === "identity")?.policies[0]?.statements[0]?.elements ?? [];
  assert.deepEqual([element?.matched, resource?.matched, condition?.matched], [true, false, false]);
  const printed = printExplanation(explanation);
  assert.ok(printed.includes("no  resource   `arn:aws:s3:::other/*` does not match"), printed);
  assert.ok(
    printed.includes("no  condition  Bool aws:MultiFactorAuthPresent: the key is missing from the request"),
    printed,
  );
  assert.ok(printed.includes("no identity policy allows it"), printed);
});

test("a layer that does not apply says why", () => {
  const explanation = explain({ ...deleting, facts: { managementAccount: true } });
  const layer = explanation.layers.find((candidate) => candidate.layer === "scp");
  assert.deepEqual([layer?.state, layer?.reason], ["notApplicable", "does not bind the management account"]);
  assert.equal(explanation.decision.outcome, "Allowed");
});

test("statements about other actions are shown only when asked for", () => {
  const policies = {
    identity: [compiled("Queues", "identity", [{ Effect: "Allow", Action: "sqs:*", Resource: "*" }])],
  };
  assert.ok(!printExplanation(explain({ ...deleting, policies })).includes("sqs:*"));
  const everything = explain({ ...deleting, policies }, { everyStatement: true });
  assert.ok(printExplanation(everything).includes("`sqs:*` does not match"));
});

test("a matching statement of a resource policy says how it reaches the caller", () => {
  const statements = [{ Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "s3:*", Resource: "*" }];
  const explanation = explain({ ...deleting, policies: { resource: compiled("bucket", "resource", statements) } });
  const layer = explanation.layers.find((candidate) => candidate.layer === "resource");
  assert.equal(layer?.policies[0]?.statements[0]?.grant, "account");
});

test("a variable is shown with its value, or as having none", () => {
  const home = "arn:aws:s3:::${aws:PrincipalTag/team}-home/*";
  const own = { StringEquals: { "aws:RequestTag/owner": "${aws:username}" } };
  const statements = [{ Effect: "Allow", Action: "s3:*", Resource: home, Condition: own }];
  const request = { ...deleting.request, context: { "aws:RequestTag/owner": "sarah" } };
  const policies = { identity: [compiled("Home", "identity", statements)] };
  const printed = printExplanation(explain({ ...deleting, request, policies }));
  assert.ok(printed.includes(`\`${home}\` (here \`arn:aws:s3:::dev-home/*\`) does not match`), printed);
  assert.ok(printed.includes("`sarah` compared with `${aws:username}` (no value): fails"), printed);
});

test("a level without policies is shown as the one that blocks", () => {
  const scps = [[compiled("FullAWSAccess", "scp", [everything])], []];
  const explanation = explain({ ...deleting, policies: { ...deleting.policies, scps } });
  assert.equal(explanation.layers.find((layer) => layer.layer === "scp")?.state, "silent");
  assert.match(printExplanation(explanation), /organization +no policies \(level 2\) +silent/);
});
