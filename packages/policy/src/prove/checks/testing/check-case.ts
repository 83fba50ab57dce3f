import { parsePolicy } from "../../../document/parse-policy.ts";
import type { Policy, PolicyKind } from "../../../document/policy-node.ts";
import { createProver } from "../../prover.ts";
import { smallCatalog } from "../../testing/small-catalog.ts";
import type { AccessCheck } from "../access-check.ts";

const bucket = "arn:${Partition}:s3:::${BucketName}";
const catalog = smallCatalog(
  {
    s3: { GetObject: [`${bucket}/\${ObjectName}`], PutObject: [`${bucket}/\${ObjectName}`], ListBucket: [bucket] },
    sqs: { SendMessage: ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"] },
    "execute-api": { Invoke: ["arn:${Partition}:execute-api:${Region}:${Account}:${ApiId}/${Stage}/${Method}"] },
    elasticfilesystem: {
      ClientMount: ["arn:${Partition}:elasticfilesystem:${Region}:${Account}:file-system/${FileSystemId}"],
    },
    kms: { Decrypt: ["arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"] },
    sts: {
      AssumeRole: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      AssumeRoleWithSAML: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      AssumeRoleWithWebIdentity: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      GetCallerIdentity: [],
    },
  },
  {
    "aws:PrincipalArn": "ARN",
    "aws:PrincipalOrgID": "String",
    "aws:SourceIp": "IPAddress",
    "elasticfilesystem:AccessedViaMountTarget": "Bool",
  },
);
/** A prover for a few actions. */
export const prover = createProver({ catalog });

/** A statement; it allows unless it says otherwise. */
export type Short = Readonly<Record<string, unknown>>;

/** A policy of a kind. */
export function policyOf(kind: PolicyKind, statements: readonly Short[]): Policy {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    ...(kind === "trust" ? {} : { Resource: "*" }),
    ...statement,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { kind });
  if (parsed.kind !== "policy") throw new Error(parsed.message);
  return parsed.policy;
}

/** `pass`, or the places of the statements that grant, with `?` where they may. */
export function resultOf(check: AccessCheck): string {
  if (check.kind === "pass") return "pass";
  return check.statements
    .map(({ statement, verdict }) => `${statement.index}${verdict.kind === "unknown" ? "?" : ""}`)
    .join();
}

/** Reading objects. */
export const read = { Action: "s3:GetObject" };
/** Two users of one account. */
export const [alice, bob] = ["arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/bob"] as const;
/** A statement that lets principals read. */
export const readers = (...AWS: string[]): Short => ({ ...read, Principal: { AWS } });

/** A condition of a statement. */
export const when = (operator: string, key: string, ...values: string[]): Short => ({
  Condition: { [operator]: { [key]: values } },
});
