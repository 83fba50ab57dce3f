import type { AccessCheck, GrantingStatement } from "@castellan/policy";

/** What AWS says when a check passes, when it fails, and of each statement that made it fail. */
interface CheckWords {
  readonly pass: string;
  readonly fail: string;
  readonly reason: (statement: string) => string;
  readonly doubt: (statement: string) => string;
}

/**
 * The words of each check [examples of the operations in @aws-sdk/client-accessanalyzer, 2026, and of
 * check-no-new-access in the AWS CLI, 2026]; those of a check for new access that passes are ours, as are those of doubt.
 */
const words = {
  noNewAccess: {
    pass: "The modified permissions do not grant new access compared to your existing policy.",
    fail: "The modified permissions grant new access compared to your existing policy.",
    reason: (statement) => `New access in the ${statement}.`,
    doubt: (statement) => `New access might be granted in the ${statement}`,
  },
  accessNotGranted: {
    pass: "The policy document does not grant access to perform the listed actions or resources.",
    fail: "The policy document grants access to perform one or more of the listed actions or resources.",
    reason: (statement) => `One or more of the listed actions or resources in the ${statement}.`,
    doubt: (statement) => `One or more of the listed actions or resources might be granted in the ${statement}`,
  },
  noPublicAccess: {
    pass: "The resource policy does not grant public access for the given resource type.",
    fail: "The resource policy grants public access for the given resource type.",
    reason: (statement) => `Public access granted in the following ${statement}.`,
    doubt: (statement) => `Public access might be granted in the following ${statement}`,
  },
} as const satisfies Readonly<Record<string, CheckWords>>;

/** What comes of a check, as AWS answers it; what could not be decided fails, for FAIL means "might". */
export function describeCheck(check: AccessCheck, name: keyof typeof words) {
  const say: CheckWords = words[name];
  if (check.kind === "pass") return { result: "PASS", message: say.pass } as const;
  return {
    result: "FAIL",
    message: say.fail,
    reasons: check.statements.map((found) => describeReason(found, say)),
  } as const;
}

function describeReason({ statement, verdict }: GrantingStatement, { reason, doubt }: CheckWords) {
  const { index } = statement;
  const sid = statement.sid?.value === "" ? undefined : statement.sid;
  const named = sid === undefined ? `statement with index: ${index}` : `statement with sid: ${sid.value}`;
  const description =
    verdict.kind === "yes" ? reason(named) : `${doubt(named)}, because ${verdict.reasons.join(", ")}.`;
  return { description, statementIndex: index, ...(sid !== undefined && { statementId: sid.value }) };
}
