import { type CompiledPolicy, compilePolicy, parsePolicy } from "@castellan/policy";

/**
 * What AWS refuses whatever policies say, written as a policy: the roles of Identity Center and of services can be changed
 * by AWS only [IAM Identity Center User Guide, troubleshooting: "this role is only modifiable by AWS"; re:Post knowledge
 * center, identity-center-aws-reserved-sso; IAM API, UnmodifiableEntity; 2026-11-23]. They also trust nobody but their
 * identity provider or service, so nobody assumes them and no other service takes them.
 */
export const whatAwsRefuses: CompiledPolicy = written("AWS itself", {
  Effect: "Deny",
  Action: [
    "iam:AttachRolePolicy",
    "iam:CreateRole",
    "iam:DeleteRole",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:PassRole",
    "iam:PutRolePermissionsBoundary",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "sts:AssumeRole",
  ],
  Resource: ["arn:aws:iam::*:role/aws-reserved/*", "arn:aws:iam::*:role/aws-service-role/*"],
});

/** A policy that leaves out the caller's own IAM user, so that what remains is about others. */
export function exceptUser(arn: string): CompiledPolicy {
  return written("another than the caller", { Effect: "Deny", Action: "iam:*", Resource: arn });
}

/** The trust policy that leaves it to an account who assumes a role, or acts as the root user where AWS lets it. */
export function trustPolicyFor(accountId: string): CompiledPolicy {
  return written(
    "trust policy",
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: ["sts:AssumeRole", "sts:AssumeRoot"],
    },
    "resource",
  );
}

function written(id: string, statement: object, kind: "identity" | "resource" = "identity"): CompiledPolicy {
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }), { kind });
  if (parsed.kind === "malformed") throw new Error(parsed.message);
  return compilePolicy(parsed.policy, id);
}
