import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { externalAccess, type ZoneOfTrust } from "./external-access.ts";
import { alice, policyOf, prover, type Short, when } from "./testing/check-case.ts";

const home = "111122223333";
const zones: Readonly<Record<string, ZoneOfTrust>> = {
  account: { accounts: [home] },
  organization: { accounts: [home, "444455556666"], organization: "o-ours" },
};
const trusts = (principal: object, more: Short = {}): Short => ({
  Action: "sts:AssumeRole",
  Principal: principal,
  ...more,
});

interface ExternalCase {
  readonly says: string;
  readonly policy: readonly Short[];
  /** The principals found outside, those for whom it is public with `!`. */
  readonly account: readonly string[];
  readonly organization: readonly string[];
}

const external: readonly ExternalCase[] = [
  {
    says: "accounts count as inside or outside",
    policy: [trusts({ AWS: [home, "444455556666", "777788889999"] })],
    account: ["444455556666", "777788889999"],
    organization: ["777788889999"],
  },
  {
    says: "users and roles of other accounts are outside, those of one's own are not",
    policy: [trusts({ AWS: [alice, "arn:aws:iam::444455556666:role/deploy"] })],
    account: ["arn:aws:iam::444455556666:role/deploy"],
    organization: [],
  },
  {
    says: "services are never outside",
    policy: [trusts({ Service: "ec2.amazonaws.com" })],
    account: [],
    organization: [],
  },
  { says: "everybody is public", policy: [trusts({ AWS: "*" })], account: ["*!"], organization: ["*!"] },
  {
    says: "everybody in the organization is outside the account, but not public",
    policy: [trusts({ AWS: "*" }, when("StringEquals", "aws:PrincipalOrgID", "o-ours"))],
    account: ["*"],
    organization: [],
  },
  {
    says: "everybody in an account is inside when the account is",
    policy: [trusts({ AWS: "*" }, when("StringEquals", "aws:PrincipalAccount", home))],
    account: [],
    organization: [],
  },
  {
    says: "who is denied is not let in",
    policy: [trusts({ AWS: "777788889999" }), trusts({ AWS: "777788889999" }, { Effect: "Deny" })],
    account: [],
    organization: [],
  },
  {
    says: "an external id does not make an account one's own",
    policy: [trusts({ AWS: "777788889999" }, when("StringEquals", "sts:ExternalId", "7"))],
    account: ["777788889999"],
    organization: ["777788889999"],
  },
  {
    says: "an identity provider brings people from outside",
    policy: [
      {
        Action: "sts:AssumeRoleWithSAML",
        Principal: { Federated: `arn:aws:iam::${home}:saml-provider/corporate` },
        ...when("StringEquals", "SAML:aud", "https://signin.aws.amazon.com/saml"),
      },
    ],
    account: [`arn:aws:iam::${home}:saml-provider/corporate`],
    organization: [`arn:aws:iam::${home}:saml-provider/corporate`],
  },
];

describe("externalAccess", () => {
  for (const { says, policy, ...expected } of external)
    for (const zone of ["account", "organization"] as const)
      it(`${says} (${zone})`, () => {
        const found = externalAccess(policyOf("trust", policy), zones[zone] ?? { accounts: [] }, prover);
        assert.deepEqual(
          found.map(({ principal, isPublic }) => `${principal.value}${isPublic ? "!" : ""}`),
          expected[zone],
        );
      });
});
