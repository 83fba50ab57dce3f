import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePolicy } from "../document/parse-policy.ts";
import type { PolicyKind } from "../document/policy-node.ts";

const version = "2012-10-17";
const account = "111111111111";
const listing = { Effect: "Allow", Action: "s3:ListBucket", Resource: "*" };
const everybody = { ...listing, Principal: "*" };
const trusting = { Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" };
const guard = { Effect: "Deny", Action: "s3:*", Resource: "*" };

const policy = (...Statement: object[]) => ({ Version: version, Statement });
const without = (statement: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)));

type Row = readonly [document: unknown, verdict: "accepted" | "refused"];

/** Documents of each kind with what AWS says to them, under the fact they show. */
const grammar: readonly (readonly [fact: string, kind: PolicyKind, rows: readonly Row[]])[] = [
  [
    "[1.1.1] a document is an object of Version, Id and Statement",
    "identity",
    [
      [{ Statement: listing, Version: version }, "accepted"],
      [{ Version: version, Id: "x", Statement: [listing, listing] }, "accepted"],
      [[policy(listing)], "refused"],
      [{ Version: version }, "refused"],
      [{ Version: version, Statement: [] }, "refused"],
      [{ Version: version, Statement: listing, Statements: [] }, "refused"],
    ],
  ],
  [
    "[1.1.2] a member may not occur twice",
    "identity",
    [
      ['{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}', "refused"],
      ['{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}}', "refused"],
      [
        '{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a:b":"true"},"Bool":{"a:c":"true"}}}}',
        "refused",
      ],
    ],
  ],
  [
    "[1.1.3] brackets may be dropped around one value",
    "identity",
    [
      [policy({ Effect: "Allow", Action: ["s3:*"], Resource: ["*"] }), "accepted"],
      [{ Version: version, Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } }, "accepted"],
    ],
  ],
  [
    "[1.1.4] quotes may be dropped around numbers and Booleans in conditions",
    "identity",
    [
      [policy({ ...listing, Condition: { Bool: { "aws:SecureTransport": true } } }), "accepted"],
      [policy({ ...listing, Condition: { NumericEquals: { "s3:max-keys": [1, 2.5] } } }), "accepted"],
      [policy({ ...listing, Action: 1 }), "refused"],
    ],
  ],
  [
    "[1.2.1] Version is one of two",
    "identity",
    [
      [{ Version: "2008-10-17", Statement: listing }, "accepted"],
      [{ Statement: listing }, "accepted"],
      [{ Version: "2012-10-18", Statement: listing }, "refused"],
      [{ Version: 20121017, Statement: listing }, "refused"],
    ],
  ],
  [
    "[1.2.4] a service control policy says 2012-10-17",
    "scp",
    [
      [policy(guard), "accepted"],
      [{ Version: "2008-10-17", Statement: guard }, "refused"],
      [{ Statement: guard }, "refused"],
    ],
  ],
  [
    "[1.2.4] a resource control policy says 2012-10-17",
    "rcp",
    [
      [policy({ ...guard, Principal: "*" }), "accepted"],
      [{ Version: "2008-10-17", Statement: { ...guard, Principal: "*" } }, "refused"],
    ],
  ],
  [
    "[1.3.2] Sid is letters and digits and unique in IAM",
    "identity",
    [
      [policy({ ...listing, Sid: "Read1" }), "accepted"],
      [policy({ ...listing, Sid: "read it" }), "refused"],
      [policy({ ...listing, Sid: "a" }, { ...listing, Sid: "a" }), "refused"],
    ],
  ],
  ["[1.3.2] other services take any Sid", "resource", [[policy({ ...everybody, Sid: "read it" }), "accepted"]]],
  [
    "[1.4.1] Effect is exactly Allow or Deny",
    "identity",
    [
      [policy({ ...listing, Effect: "Deny" }), "accepted"],
      [policy({ ...listing, Effect: "deny" }), "refused"],
      [policy(without(listing, "Effect")), "refused"],
    ],
  ],
  [
    "[1.5.1] an element and its Not do not stand together",
    "resource",
    [
      [policy({ ...everybody, NotAction: "s3:x" }), "refused"],
      [policy({ ...everybody, NotResource: "*" }), "refused"],
      [policy({ ...everybody, NotPrincipal: "*" }), "refused"],
      [policy(without(everybody, "Action")), "refused"],
    ],
  ],
  ...(["identity", "boundary", "session"] as const).map((kind): readonly [string, PolicyKind, readonly Row[]] => [
    `[1.5.2] policies of kind ${kind} name no principal and need a resource`,
    kind,
    [
      [policy(listing), "accepted"],
      [policy(everybody), "refused"],
      [policy({ ...listing, NotPrincipal: { AWS: account } }), "refused"],
      [policy(without(listing, "Resource")), "refused"],
    ],
  ]),
  [
    "[1.5.3] a session policy refuses an incomplete ARN",
    "session",
    [
      [policy({ ...listing, Resource: "arn:aws:sqs" }), "refused"],
      [policy({ ...listing, Resource: "arn:aws:sqs:*" }), "refused"],
      [policy({ ...listing, Resource: "arn:aws:sqs:*:*:*" }), "accepted"],
    ],
  ],
  [
    "[1.5.4] a trust policy names who assumes the role and nothing else",
    "trust",
    [
      [policy(trusting), "accepted"],
      [policy(without(trusting, "Principal")), "refused"],
      [policy({ ...trusting, Resource: "*" }), "refused"],
      [policy({ ...without(trusting, "Principal"), NotPrincipal: { AWS: account } }), "refused"],
      [policy({ ...trusting, Action: "s3:GetObject" }), "refused"],
      ...["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "TagSession", "SetSourceIdentity", "SetContext"].map(
        (name): Row => [policy({ ...trusting, Action: `sts:${name}` }), "accepted"],
      ),
    ],
  ],
  [
    "[1.5.5] a resource-based policy needs a principal and may leave the resource out",
    "resource",
    [
      [policy(without(everybody, "Resource")), "accepted"],
      [policy(listing), "refused"],
      [policy({ ...without({ ...guard }, "Principal"), NotPrincipal: { AWS: account } }), "accepted"],
    ],
  ],
  [
    "[1.5.6] a service control policy names no principal and needs a resource",
    "scp",
    [
      [policy({ ...guard, Principal: "*" }), "refused"],
      [policy({ ...guard, NotPrincipal: { AWS: account } }), "refused"],
      [policy(without(guard, "Resource")), "refused"],
      [policy({ ...guard, Resource: "arn:aws:s3:::data/*" }), "accepted"],
    ],
  ],
  [
    "[1.5.7] an allowing statement of a service control policy may use the whole language",
    "scp",
    [
      [policy({ ...listing, Condition: { Bool: { "aws:SecureTransport": "true" } } }), "accepted"],
      [policy({ ...without(listing, "Action"), NotAction: "iam:*" }), "accepted"],
      [policy({ ...without(listing, "Resource"), NotResource: "arn:aws:s3:::secret/*" }), "accepted"],
      [policy({ ...listing, Action: "s3:*Object" }), "accepted"],
      [policy({ ...listing, Resource: "arn:aws:s3:::data/*" }), "accepted"],
    ],
  ],
  [
    "[1.5.8] a resource control policy denies everybody something of a service",
    "rcp",
    [
      [policy({ ...guard, Principal: "*" }), "accepted"],
      [policy(guard), "refused"],
      [policy({ ...guard, Principal: { AWS: "*" } }), "refused"],
      [policy({ ...guard, NotPrincipal: "*" }), "refused"],
      [policy({ ...guard, Principal: "*", Effect: "Allow" }), "refused"],
      [policy({ ...guard, Principal: "*", Action: "*" }), "refused"],
      [policy({ ...without(guard, "Action"), Principal: "*", NotAction: "s3:*" }), "refused"],
    ],
  ],
  [
    "[1.5.9] an endpoint policy needs a principal and a resource",
    "vpcEndpoint",
    [
      [policy(everybody), "accepted"],
      [policy(listing), "refused"],
      [policy(without(everybody, "Resource")), "refused"],
    ],
  ],
  [
    "[1.6.1] principals are named by type",
    "resource",
    [
      [policy({ ...everybody, Principal: { AWS: account, Service: ["sns.amazonaws.com"] } }), "accepted"],
      [policy({ ...everybody, Principal: { Federated: "accounts.google.com" } }), "accepted"],
      [policy({ ...everybody, Principal: { CanonicalUser: "a".repeat(64) } }), "accepted"],
      [policy({ ...everybody, Principal: { User: "alice" } }), "refused"],
      [policy({ ...everybody, Principal: account }), "refused"],
    ],
  ],
  [
    "[1.7.1] member names and effects keep their case",
    "resource",
    [
      [{ version, Statement: everybody }, "refused"],
      [policy({ ...without(everybody, "Action"), action: "s3:*" }), "refused"],
      [policy({ ...everybody, Principal: { aws: account } }), "refused"],
      [policy({ ...everybody, Effect: "ALLOW" }), "refused"],
    ],
  ],
  [
    "[1.7.5] operators are written as AWS documents them",
    "identity",
    [
      [policy({ ...listing, Condition: { StringEquals: { "a:b": "c" } } }), "accepted"],
      [policy({ ...listing, Condition: { "ForAnyValue:StringEqualsIfExists": { "a:b": "c" } } }), "accepted"],
      [policy({ ...listing, Condition: { stringequals: { "a:b": "c" } } }), "refused"],
      [policy({ ...listing, Condition: { StringEqualsIfexists: { "a:b": "c" } } }), "refused"],
      [policy({ ...listing, Condition: { NullIfExists: { "a:b": "true" } } }), "refused"],
    ],
  ],
  [
    "[2.1.5] the service of an action is a name or a star",
    "identity",
    [
      [policy({ ...listing, Action: "*" }), "accepted"],
      [policy({ ...listing, Action: "*:*" }), "accepted"],
      [policy({ ...listing, Action: "s*:GetObject" }), "refused"],
      [policy({ ...listing, Action: "GetObject" }), "refused"],
    ],
  ],
  [
    "[2.3.4] the service of an ARN is no wildcard",
    "identity",
    [
      [policy({ ...listing, Resource: "arn:aws:*:::x" }), "refused"],
      [policy({ ...listing, Resource: "arn:aws:sqs:*:*:a*b?" }), "accepted"],
    ],
  ],
  [
    "[2.5.5] a resource control policy refuses an incomplete ARN, a service control policy unless it ends in a wildcard",
    "rcp",
    [[policy({ ...guard, Principal: "*", Resource: "arn:aws:s3:*" }), "refused"]],
  ],
  [
    "[2.5.5] a service control policy takes an incomplete ARN that ends in a wildcard",
    "scp",
    [
      [policy({ ...guard, Resource: "arn:aws:sqs:*" }), "accepted"],
      [policy({ ...guard, Resource: "arn:aws:sqs" }), "refused"],
    ],
  ],
  [
    "[3.1.2] a principal has no partial wildcards and is no group",
    "resource",
    [
      [policy({ ...everybody, Principal: { AWS: `arn:aws:iam::${account}:user/a*` } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: `arn:aws:iam::${account}:group/readers` } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: `arn:aws:iam::${account}:user/al?ce` } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: `arn:aws:iam:eu-west-1:${account}:user/alice` } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: "arn:aws:s3:::data" } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: "1111" } }), "refused"],
      [policy({ ...everybody, Principal: { AWS: `arn:aws:iam::${account}:user/\${aws:username}` } }), "accepted"],
    ],
  ],
  [
    "[3.1.12] the service star is no principal of a role",
    "trust",
    [[policy({ ...trusting, Principal: { Service: "*" } }), "refused"]],
  ],
];

for (const [fact, kind, rows] of grammar) {
  for (const [document, verdict] of rows) {
    const text = typeof document === "string" ? document : JSON.stringify(document);
    test(`${fact}: ${text} is ${verdict}`, () => {
      const parsed = parsePolicy(text, { kind });
      assert.equal(parsed.kind === "policy" ? "accepted" : "refused", verdict, JSON.stringify(parsed));
    });
  }
}
