import type { Transaction } from "../frame/transaction.ts";
import { iamRoles } from "../records/iam.ts";

/**
 * Puts another word for a user or role into every trust policy that names it. AWS stores the unique id of whom a trust
 * policy names and shows the ARN: a renamed user stays trusted, and of a deleted one the id is left, so that another of
 * the same name is not trusted [IAM User Guide, reference_policies_elements_principal]. Conditions keep their text.
 */
export function replaceTrusted(tx: Transaction, arn: string, word: string): void {
  for (const role of tx.list(iamRoles)) {
    if (!role.assumeRolePolicyDocument.includes(arn)) continue;
    const assumeRolePolicyDocument = withWord(role.assumeRolePolicyDocument, arn, word);
    if (assumeRolePolicyDocument !== undefined) tx.put(iamRoles, { ...role, assumeRolePolicyDocument });
  }
}

interface Statement {
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
}

/** The document with the word in place of the ARN, or undefined when no principal is that ARN. */
function withWord(document: string, arn: string, word: string): string | undefined {
  const policy = JSON.parse(document) as { readonly Statement: Statement | readonly Statement[] };
  let found = false;
  const replaced = (value: string): string => {
    if (value !== arn) return value;
    found = true;
    return word;
  };
  const statements = [policy.Statement].flat().map(({ Principal, ...statement }) => ({
    ...statement,
    ...(Principal !== undefined && {
      Principal: typeof Principal === "string" ? Principal : ofMap(Principal, replaced),
    }),
  }));
  return found ? JSON.stringify({ ...policy, Statement: statements }) : undefined;
}

const ofMap = (principal: Readonly<Record<string, string | readonly string[]>>, replaced: (value: string) => string) =>
  Object.fromEntries(
    Object.entries(principal).map(([kind, names]) => [
      kind,
      typeof names === "string" ? replaced(names) : names.map(replaced),
    ]),
  );
