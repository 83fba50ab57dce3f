import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { arbitraryDocument } from "../testing/arbitrary-policy.ts";
import { malformations } from "./malformation.ts";
import { parsePolicy, type ParseOptions } from "./parse-policy.ts";
import type { PolicyKind } from "./policy-node.ts";

const version = "2012-10-17";
const listing = { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::example" };

/** A document whose one statement is the listing statement with some elements changed. */
function statement(change: object): object {
  return { Version: version, Statement: { ...listing, ...change } };
}

function refusal(document: unknown, options: ParseOptions): string {
  const parsed = parsePolicy(typeof document === "string" ? document : JSON.stringify(document), options);
  return parsed.kind === "malformed" ? parsed.message : "accepted";
}

function expectMessages(
  options: ParseOptions,
  cases: readonly (readonly [document: unknown, message: string])[],
): void {
  describe(`a document of kind ${options.kind}`, () => {
    for (const [document, message] of cases) {
      test(`${JSON.stringify(document).slice(0, 150)}: ${message}`, () => {
        assert.equal(refusal(document, options), message);
      });
    }
  });
}

const syntax = "Syntax errors in policy.";
const legacy = "The policy failed legacy parsing";
const vendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

expectMessages({ kind: "identity", managed: true }, [
  [statement({}), "accepted"],
  ["no json", syntax],
  ["[]", syntax],
  ["null", syntax],
  [{ Statement: listing }, "Policy document must be version 2012-10-17 or greater."],
  [{ Version: "2008-10-17", Statement: listing }, "Policy document must be version 2012-10-17 or greater."],
  [{ Version: "2020-01-01", Statement: listing }, syntax],
  [{ Version: version }, syntax],
  [{ Version: version, Statement: [] }, syntax],
  [{ Version: version, Statement: ["x"] }, syntax],
  [{ Version: version, Statement: listing, Extra: 1 }, syntax],
  [{ Version: version, Id: [], Statement: listing }, syntax],
  [{ Version: version, Id: "my policy", Statement: listing }, "accepted"],
  [statement({ Extra: 1 }), syntax],
  [statement({ Effect: undefined }), syntax],
  [statement({ Effect: "Grant" }), syntax],
  [statement({ Effect: "allow" }), legacy],
  [statement({ Sid: {} }), syntax],
  [statement({ Sid: "" }), "accepted"],
  [
    statement({ Sid: "not-good" }),
    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
  ],
  [
    {
      Version: version,
      Statement: [
        { ...listing, Sid: "a" },
        { ...listing, Sid: "a" },
      ],
    },
    "Statement IDs (SID) in a single policy must be unique.",
  ],
  [statement({ Principal: "*" }), "Policy document should not specify a principal."],
  [statement({ NotPrincipal: { AWS: "*" } }), "Policy document should not specify a principal."],
  [statement({ Action: undefined }), "Policy statement must contain actions."],
  [statement({ Action: [] }), "Policy statement must contain actions."],
  [statement({ Action: undefined, Resource: undefined }), "Policy statement must contain actions."],
  [statement({ Action: {} }), syntax],
  [statement({ Action: [[]] }), syntax],
  [statement({ NotAction: "iam:x" }), syntax],
  [statement({ Action: "invalid" }), vendor],
  [statement({ Action: "invalid", Resource: undefined }), vendor],
  [statement({ Action: undefined, NotAction: "" }), vendor],
  [statement({ Action: "a a:ListBucket" }), "Vendor a a is not valid"],
  [statement({ Action: "s3:List:Bucket" }), "Actions/Condition can contain only one colon."],
  [statement({ Action: "*:*" }), "accepted"],
  [statement({ Resource: undefined }), "Policy statement must contain resources."],
  [statement({ Resource: [] }), "Policy statement must contain resources."],
  [statement({ NotResource: "*" }), syntax],
  [statement({ Resource: { a: "b" } }), syntax],
  [statement({ Resource: "my bucket" }), 'Resource my bucket must be in ARN format or "*".'],
  [statement({ Resource: "" }), 'Resource  must be in ARN format or "*".'],
  [statement({ Resource: "my bucket", Action: "s:3:x" }), 'Resource my bucket must be in ARN format or "*".'],
  [statement({ Resource: "a:bcd" }), 'Partition "bcd" is not valid for resource "arn:bcd:*:*:*:*".'],
  [statement({ Resource: "a:b:cde" }), 'Partition "b" is not valid for resource "arn:b:cde:*:*:*".'],
  [statement({ Resource: "a:b:c:d:e:f:g:h" }), 'Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h".'],
  [statement({ Resource: "aws:s3:::example" }), 'Partition "s3" is not valid for resource "arn:s3:::example:*".'],
  [
    statement({ Resource: "arn:error:s3:::example" }),
    'Partition "error" is not valid for resource "arn:error:s3:::example".',
  ],
  [statement({ Resource: "arn:*:s3:::example" }), "accepted"],
  [statement({ Resource: "arn:aws" }), "Resource vendor must be fully qualified and cannot contain regexes."],
  [statement({ Resource: "arn:aws:*:::x" }), "Resource vendor must be fully qualified and cannot contain regexes."],
  [statement({ Resource: "arn:aws::x" }), legacy],
  [statement({ Resource: "arn:aws::::x" }), legacy],
  [statement({ Resource: "arn:aws:s3::example" }), legacy],
  [statement({ Resource: "arn:aws:sqs" }), "accepted"],
  [
    statement({ Resource: "arn:aws:iam:us-east-1::user/x" }),
    "IAM resource arn:aws:iam:us-east-1::user/x cannot contain region information.",
  ],
  [
    statement({ Resource: "arn:aws:s3:us-east-1::x" }),
    "Resource arn:aws:s3:us-east-1::x can not contain region information.",
  ],
  [statement({ Resource: "arn:aws:iam:::role/x" }), "accepted"],
  [
    statement({ Resource: "arn:aws:iam:::x" }),
    'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
  ],
  [statement({ Condition: [] }), syntax],
  [statement({ Condition: "a" }), syntax],
  [statement({ Condition: { a: "b" } }), syntax],
  [statement({ Condition: { a: {} } }), "accepted"],
  [statement({ Condition: { a: { b: "c" } } }), syntax],
  [statement({ Condition: { "ForAnyValue::StringEquals": { a: "b" } } }), syntax],
  [statement({ Condition: { NullIfExists: { a: "true" } } }), syntax],
  [statement({ Condition: { StringEquals: { a: {} } } }), syntax],
  [statement({ Condition: { StringEquals: { a: null } } }), syntax],
  [statement({ Condition: { "ForAnyValue:StringEqualsIfExists": { a: "b" } } }), "accepted"],
  [statement({ Condition: { Bool: { a: true } } }), "accepted"],
  [statement({ Condition: { DateLessThan: { a: "2026-01-01T00:00:00Z" } } }), "accepted"],
  [statement({ Condition: { DateLessThan: { a: "soon" } } }), legacy],
  [statement({ Condition: { DateLessThan: { a: "234-13" } } }), legacy],
  [statement({ Condition: { DateLessThan: { a: "9223372036854775808" } } }), legacy],
  [statement({ Condition: { DateLessThan: { a: "soon" } }, Action: undefined }), legacy],
]);

expectMessages({ kind: "identity" }, [[{ Statement: listing }, "accepted"]]);
expectMessages({ kind: "session" }, [[statement({ Resource: "arn:aws:sqs" }), legacy]]);

const trusting = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };

function trust(change: object): object {
  return { Version: version, Statement: { ...trusting, ...change } };
}

const providers = "Federated principals must be valid domain names or SAML metadata ARNs";

expectMessages({ kind: "trust" }, [
  [trust({}), "accepted"],
  [{ Statement: trusting }, "accepted"],
  ["no json", "This policy contains invalid Json"],
  [{ Version: "1", Statement: trusting }, "The policy must contain a valid version string"],
  [{ Version: version, Statement: [] }, "Could not parse the policy: Statement is empty!"],
  [trust({ Effect: undefined }), "Missing required field Effect"],
  [trust({ Action: undefined }), "Missing required field Action"],
  [trust({ Principal: undefined }), "Missing required field Principal"],
  [trust({ Principal: {} }), "Missing required field Principal cannot be empty!"],
  [trust({ Principal: { AWS: [] } }), "Missing required field Principal cannot be empty!"],
  [trust({ Principal: "*" }), 'AssumeRolepolicy contained an invalid principal: "STAR":"*".'],
  [trust({ Principal: { AWS: "*" } }), "accepted"],
  [
    trust({ Principal: { AWS: "arn:aws:iam::111111111111:role/*" } }),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:role/*"',
  ],
  [
    trust({ Principal: { AWS: "arn:aws:iam::111111111111:group/x" } }),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:group/x"',
  ],
  [trust({ Principal: { Service: "*" } }), 'Invalid principal in policy: "SERVICE":"*"'],
  [trust({ Principal: { Federated: "arn:aws:iam//1:oidc" } }), providers],
  [trust({ Principal: { Federated: "accounts.google.com" } }), "accepted"],
  [trust({ Principal: { Federated: "arn:aws:iam::111111111111:oidc-provider/example.com/id/A" } }), "accepted"],
  [trust({ Principal: undefined, NotPrincipal: { AWS: "111111111111" } }), "Allow with NotPrincipal is not allowed."],
  [
    trust({ Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: "111111111111" } }),
    "AssumeRole policy must not contain NotPrincipal field.",
  ],
  [trust({ Resource: "*" }), "Has prohibited field Resource"],
  [trust({ Action: "s3:GetObject" }), "AssumeRole policy may only specify STS AssumeRole actions."],
  [trust({ Action: "*" }), "AssumeRole policy may only specify STS AssumeRole actions."],
  [trust({ Action: ["sts:AssumeRole*", "sts:TagSession"] }), "accepted"],
]);

test("a wrong type of principal is answered with its position", () => {
  const text = '{"Statement":{"Effect":"Allow","Principal":{"aws":"111111111111"},"Action":"sts:AssumeRole"}}';
  assert.equal(refusal(text, { kind: "trust" }), "Syntax error at position (1,50)");
});

const everybody = { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" };

expectMessages({ kind: "resource" }, [
  [{ Version: version, Statement: everybody }, "accepted"],
  [{ Version: version, Statement: { ...everybody, Resource: undefined } }, "accepted"],
  [{ Version: version, Statement: { ...everybody, Principal: undefined } }, "Missing required field Principal"],
  [
    { Version: version, Statement: { ...everybody, Principal: "111111111111" } },
    'Invalid principal in policy: "111111111111"',
  ],
  [{ Version: version, Statement: { ...everybody, Sid: "any text goes" } }, "accepted"],
]);

const requirements = "The provided policy document does not meet the requirements of the specified policy type.";
const guard = { Effect: "Deny", Action: "s3:*", Resource: "*" };

expectMessages({ kind: "scp" }, [
  [{ Version: version, Statement: guard }, "accepted"],
  [{ Statement: guard }, requirements],
  [{ Version: version, Statement: { ...guard, Principal: "*" } }, requirements],
  [
    {
      Version: version,
      Statement: { ...listing, Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
    },
    "accepted",
  ],
  [{ Version: version, Statement: listing }, "accepted"],
  [{ Version: version, Statement: { ...guard, Resource: "arn:aws:s3:::x" } }, "accepted"],
]);

expectMessages({ kind: "rcp" }, [
  [{ Version: version, Statement: { ...guard, Principal: "*" } }, "accepted"],
  [{ Version: version, Statement: { ...everybody, Action: "*" } }, "accepted"],
  [{ Version: version, Statement: everybody }, requirements],
  [{ Version: version, Statement: { ...guard, Principal: { AWS: "*" } } }, requirements],
  [{ Version: version, Statement: { ...guard, Principal: "*", Action: "*" } }, requirements],
  [{ Version: version, Statement: { ...guard, Principal: "*", Action: undefined, NotAction: "s3:*" } }, requirements],
]);

test("a diagnostic says what, where and how to mend it", () => {
  const text = `{\n  "Version": "2012-10-17",\n  "Statement": {\n    "effect": "Allow",\n    "Action": "s3:*",\n    "Resource": "*"\n  }\n}`;
  const parsed = parsePolicy(text, { kind: "identity", file: "p.json" });
  assert.ok(parsed.kind === "malformed");
  assert.deepEqual(
    parsed.diagnostics.map(({ code, message, help, span }) => [
      code,
      message,
      help,
      span?.file,
      span?.start.line,
      span?.start.column,
    ]),
    [
      [malformations.missingEffect.code, "the statement has no `Effect`", "write `Allow` or `Deny`", "p.json", 3, 16],
      [malformations.unknownElement.code, "unknown element `effect`", "write `Effect`: case matters", "p.json", 4, 5],
    ],
  );
});

test("all faults are told, in the order of the document", () => {
  const parsed = parsePolicy(JSON.stringify(statement({ Action: "x", Resource: ["y", "z"] })), { kind: "identity" });
  assert.ok(parsed.kind === "malformed");
  assert.deepEqual(
    parsed.diagnostics.map((diagnostic) => diagnostic.code),
    ["CST1023", "CST1027", "CST1027"],
  );
});

test("a document stored before a rule existed can be read for what it means", () => {
  const old = trust({ Principal: "*", Resource: "*" });
  assert.notEqual(refusal(old, { kind: "trust" }), "accepted");
  assert.equal(refusal(old, { kind: "trust", accept: "meaningful" }), "accepted");
  assert.notEqual(refusal(statement({ Effect: "maybe" }), { kind: "identity", accept: "meaningful" }), "accepted");
});

test("no two malformations share a code", () => {
  const codes = Object.values(malformations).map((malformation) => malformation.code);
  assert.equal(new Set(codes).size, codes.length);
});

const kinds: readonly PolicyKind[] = [
  "identity",
  "boundary",
  "session",
  "trust",
  "resource",
  "scp",
  "rcp",
  "vpcEndpoint",
];

test("no text makes the parser throw, and each refusal has a message and a diagnostic", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    arbitraryDocument("resource").map((document) => JSON.stringify(document)),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...kinds), (text, kind) => {
      const parsed = parsePolicy(text, { kind });
      if (parsed.kind === "malformed") assert.ok(parsed.message !== "" && parsed.diagnostics.length > 0);
    }),
    { numRuns: 500 },
  );
});

test("no value in the place of an element makes the parser throw", () => {
  const elements = fc.constantFrom(
    "Version",
    "Id",
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "Resource",
    "Condition",
  );
  const documents = fc.record({
    Version: fc.jsonValue(),
    Statement: fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(elements, fc.jsonValue()))),
  });
  fc.assert(
    fc.property(documents, fc.constantFrom(...kinds), (document, kind) => {
      const parsed = parsePolicy(JSON.stringify(document), { kind });
      if (parsed.kind === "malformed") assert.ok(parsed.message !== "");
    }),
    { numRuns: 500 },
  );
});
