import type { Position } from "../diagnostic.ts";
import type { Dialect } from "./kind-rules.ts";

/** What a refusal is about: the offending text and where it ends. */
export interface Subject {
  readonly text: string;
  readonly end: Position;
}

/** One way in which a policy document is malformed. */
export interface Malformation {
  /** Stable code of the diagnostic. */
  readonly code: string;
  /** AWS reports one fault only: the one of the lowest rank, and of these the first. */
  readonly rank: number;
  /** Whether the document can be evaluated all the same, AWS refusing it only when it is stored. */
  readonly meaningful: boolean;
  /** The words of the IAM validator of identity policies. */
  readonly iam: string | ((subject: Subject) => string);
  /** The words of the validator of trust and resource policies. */
  readonly resource: string | ((subject: Subject) => string);
}

const syntax = "Syntax errors in policy.";
const legacy = "The policy failed legacy parsing";
const organizations = "The provided policy document does not meet the requirements of the specified policy type.";
const atPosition = ({ end }: Subject): string => `Syntax error at position (${end.line},${end.column})`;
const invalidJson = "This policy contains invalid Json";
const invalidPrincipal = ({ text }: Subject): string => `Invalid principal in policy: ${text}`;

function row(
  code: string,
  rank: number,
  iam: Malformation["iam"],
  resource: Malformation["resource"],
  meaningful = false,
): Malformation {
  return { code, rank, meaningful, iam, resource };
}

/**
 * Every way in which AWS refuses a policy document, with its words as observed in the API's
 * MalformedPolicyDocument answers up to 2026. The order of ranks follows IAM's order of checks.
 */
export const malformations = {
  invalidJson: row("CST1001", 0, syntax, invalidJson),
  notAnObject: row("CST1002", 0, syntax, invalidJson),
  unknownElement: row("CST1003", 0, syntax, atPosition),
  wrongType: row("CST1004", 0, syntax, atPosition),
  missingStatement: row("CST1005", 0, syntax, "Could not parse the policy: Statement is empty!"),
  invalidVersion: row("CST1006", 0, syntax, "The policy must contain a valid version string"),
  oldVersion: row(
    "CST1007",
    1,
    "Policy document must be version 2012-10-17 or greater.",
    "The policy must contain a valid version string",
    true,
  ),
  missingEffect: row("CST1008", 0, syntax, "Missing required field Effect"),
  invalidEffect: row("CST1009", 0, syntax, ({ text }) => `Invalid effect: ${text}`),
  effectCase: row("CST1010", 2, legacy, ({ text }) => `Invalid effect: ${text}`),
  elementClash: row("CST1011", 0, syntax, atPosition),
  missingAction: row("CST1012", 4, "Policy statement must contain actions.", "Missing required field Action"),
  missingResource: row("CST1013", 7, "Policy statement must contain resources.", "Missing required field Resource"),
  prohibitedPrincipal: row(
    "CST1014",
    3,
    "Policy document should not specify a principal.",
    "Has prohibited field Principal",
  ),
  prohibitedResource: row("CST1015", 3, syntax, ({ text }) => `Has prohibited field ${text}`, true),
  missingPrincipal: row("CST1016", 3, syntax, "Missing required field Principal"),
  emptyPrincipal: row("CST1017", 3, syntax, "Missing required field Principal cannot be empty!"),
  invalidPrincipal: row("CST1018", 3, syntax, invalidPrincipal),
  trustedStar: row("CST1019", 3, syntax, 'AssumeRolepolicy contained an invalid principal: "STAR":"*".', true),
  invalidProvider: row("CST1020", 3, syntax, "Federated principals must be valid domain names or SAML metadata ARNs"),
  allowNotPrincipal: row("CST1021", 3, syntax, "Allow with NotPrincipal is not allowed.", true),
  trustNotPrincipal: row("CST1022", 3, syntax, "AssumeRole policy must not contain NotPrincipal field.", true),
  actionWithoutVendor: row(
    "CST1023",
    6,
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
    "Policy has invalid action",
  ),
  actionColons: row("CST1024", 6, "Actions/Condition can contain only one colon.", "Policy has invalid action"),
  invalidVendor: row("CST1025", 6, ({ text }) => `Vendor ${text} is not valid`, "Policy has invalid action"),
  trustAction: row("CST1026", 6, syntax, "AssumeRole policy may only specify STS AssumeRole actions.", true),
  resourceNotArn: row(
    "CST1027",
    5,
    ({ text }) => `Resource ${text} must be in ARN format or "*".`,
    "Policy has invalid resource",
    true,
  ),
  resourcePartition: row("CST1028", 5, ({ text }) => partitionRefusal(text), "Policy has invalid resource", true),
  resourceVendor: row(
    "CST1029",
    5,
    "Resource vendor must be fully qualified and cannot contain regexes.",
    "Policy has invalid resource",
    true,
  ),
  iamRegion: row(
    "CST1030",
    5,
    ({ text }) => `IAM resource ${text} cannot contain region information.`,
    "Policy has invalid resource",
    true,
  ),
  s3Region: row(
    "CST1031",
    5,
    ({ text }) => `Resource ${text} can not contain region information.`,
    "Policy has invalid resource",
    true,
  ),
  iamPath: row(
    "CST1032",
    5,
    `IAM resource path must either be "*" or start with ${iamPaths().join(", ")}.`,
    "Policy has invalid resource",
    true,
  ),
  incompleteResource: row("CST1033", 2, legacy, "Policy has invalid resource", true),
  invalidOperator: row("CST1034", 0, syntax, ({ text }) => `Invalid Condition type : ${text}`),
  invalidDate: row("CST1035", 2, legacy, atPosition, true),
  duplicateSid: row(
    "CST1036",
    3,
    "Statement IDs (SID) in a single policy must be unique.",
    "The Statement Ids in the policy are not unique",
    true,
  ),
  invalidSid: row("CST1037", 3, sidRefusal(), sidRefusal(), true),
  rcpAllow: row("CST1039", 3, syntax, syntax, true),
  rcpNotAction: row("CST1040", 3, syntax, syntax, true),
  rcpBareStar: row("CST1041", 3, syntax, syntax, true),
} as const satisfies Record<string, Malformation>;

/** The name of a way to be malformed. */
export type MalformationName = keyof typeof malformations;

/** The text with which AWS refuses a document of this dialect. */
export function refusal(malformation: Malformation, dialect: Dialect, subject: Subject): string {
  const words: Readonly<Record<Dialect, Malformation["iam"]>> = {
    iam: malformation.iam,
    resource: malformation.resource,
    organizations,
  };
  const chosen = words[dialect];
  return typeof chosen === "string" ? chosen : chosen(subject);
}

/** What the resource part of an IAM ARN may start with in a policy, as IAM lists it when it refuses another. */
export function iamPaths(): readonly string[] {
  return [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
  ];
}

function partitionRefusal(resource: string): string {
  const [, partition = "", service = "", region = "", account = "", ...rest] = resource.split(":");
  const fields = [service, region, account, rest.join(":")].map(
    (field, place) => field || (resource.split(":").length > place + 2 ? "" : "*"),
  );
  return `Partition "${partition}" is not valid for resource "arn:${partition}:${fields.join(":")}".`;
}

function sidRefusal(): string {
  return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
}
