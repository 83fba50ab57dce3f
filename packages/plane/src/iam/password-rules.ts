import { PasswordPolicyViolationException } from "@aws-sdk/client-iam";
import { fail } from "../frame/fault.ts";
import type { PasswordPolicy } from "../records/iam.ts";

/** A kind of character a password policy can demand, and how IAM asks for it. */
interface Demand {
  readonly pattern: RegExp;
  readonly words: string;
  readonly member: "RequireUppercaseCharacters" | "RequireLowercaseCharacters" | "RequireNumbers" | "RequireSymbols";
}

/** In the order in which IAM lists them. */
const demands: readonly Demand[] = [
  {
    pattern: /[A-Z]/,
    words: "Password should have at least one uppercase letter",
    member: "RequireUppercaseCharacters",
  },
  {
    pattern: /[a-z]/,
    words: "Password should have at least one lowercase letter",
    member: "RequireLowercaseCharacters",
  },
  { pattern: /[0-9]/, words: "Password should have at least one number", member: "RequireNumbers" },
  { pattern: /[^A-Za-z0-9\s]/, words: "Password should have at least one symbol", member: "RequireSymbols" },
];

/** What IAM asks of passwords in an account without a policy of its own [IAM User Guide, default password policy]. */
const defaultMinimumLength = 8;
const defaultKinds = 3;

/** Fails with PasswordPolicyViolation unless the password satisfies the account's policy, or IAM's where it has none. */
export function requirePasswordWithin(policy: PasswordPolicy | undefined, password: string): void {
  const violations = [
    ...lengthViolations(policy?.MinimumPasswordLength ?? defaultMinimumLength, password),
    ...(policy ? demandedViolations(policy, password) : defaultViolations(password)),
  ];
  if (violations.length > 0) fail(PasswordPolicyViolationException, violations.join(", "));
}

const lengthViolations = (minimum: number, password: string): string[] =>
  password.length < minimum ? [`Password should have a minimum length of ${minimum}`] : [];

const demandedViolations = (policy: PasswordPolicy, password: string): string[] =>
  demands.filter(({ member, pattern }) => policy[member] && !pattern.test(password)).map(({ words }) => words);

function defaultViolations(password: string): string[] {
  const unmet = demands.filter(({ pattern }) => !pattern.test(password));
  const missing = defaultKinds - (demands.length - unmet.length);
  if (missing <= 0) return [];
  return [
    `Password should meet ${missing} more of the following requirements: ${unmet.map(({ words }) => words).join(", ")}`,
  ];
}
