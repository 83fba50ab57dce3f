import { MalformedPolicyDocumentException } from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import type { Transaction } from "../frame/transaction.ts";
import { iamRoles, iamUsers, nameKey } from "../records/iam.ts";
import { accounts } from "../records/organizations.ts";
import { requireWithin } from "./limit.ts";
import { checkDocument, sizeOf } from "./policy-document.ts";

/** Fails unless the text can be the trust policy of a role: well formed, small enough, with principals that exist. */
export function requireTrustPolicy(tx: Transaction, text: string): void {
  const policy = checkDocument(text, "trust");
  requireWithin("iam.roleTrustPolicySize", sizeOf(text));
  const principals = policy.statements.flatMap(({ principal }) => principal?.entries ?? []);
  for (const { type, value } of principals) if (type === "AWS") requirePrincipal(tx, value);
}

/** Accounts outside the plane cannot be looked into; whoever they say they have is taken for granted. */
function requirePrincipal(tx: Transaction, value: string): void {
  const principal = principalArn.exec(value)?.groups as PrincipalArn | undefined;
  if (!principal || !tx.get(accounts, principal.account) || exists[principal.kind](tx, principal)) return;
  fail(MalformedPolicyDocumentException, `Invalid principal in policy: "AWS":"${value}"`);
}

/** What `principalArn` takes apart: the path begins and ends with a slash. */
interface PrincipalArn {
  readonly account: string;
  readonly kind: "user" | "role" | "assumed-role";
  readonly path: string;
  readonly name: string;
}

const principalArn =
  /^arn:aws:(?:iam|sts)::(?<account>\d{12}):(?<kind>user|role|assumed-role)(?<path>\/(?:.*\/)?)(?<name>[^/]+)$/;

/** Whether an account has the principal an ARN names; names in principals keep their case. Of a role session the role has to be there. */
const exists: Record<PrincipalArn["kind"], (tx: Transaction, arn: PrincipalArn) => boolean> = {
  user: (tx, { account, path, name }) =>
    tx.get(iamUsers, nameKey(account, name))?.arn === arns.user(account, path, name),
  role: (tx, { account, path, name }) =>
    tx.get(iamRoles, nameKey(account, name))?.arn === arns.role(account, path, name),
  "assumed-role": (tx, { account, path }) => tx.get(iamRoles, nameKey(account, path.slice(1, -1))) !== undefined,
};
