/** The AWS services that are spoken, by the name of their SDK package. */
export type ServiceId =
  | "iam"
  | "sts"
  | "organizations"
  | "sso-admin"
  | "identitystore"
  | "sso-oidc"
  | "sso"
  | "account"
  | "accessanalyzer"
  | "cloudtrail"
  | "budgets";

/** The protocols that these services speak. */
export type ProtocolName = "awsQuery" | "awsJson1.1" | "restJson1";

/** What must be known about a service before its schemas are loaded: enough to tell its requests from others'. */
export interface ServiceFacts {
  readonly id: ServiceId;
  readonly protocol: ProtocolName;
  /** The service name in the credential scope of its signatures. */
  readonly signingName: string;
  readonly version: string;
  /** The namespace of its answers, of XML services. */
  readonly xmlNamespace?: string;
  /** What stands before the operation in `X-Amz-Target`, of JSON services. */
  readonly target?: string;
  /** The first segments of its paths, of REST services. */
  readonly paths?: readonly string[];
  /** Operations that come without a signature. */
  readonly unsigned: readonly string[] | "all";
}

/** The facts of every service; a test compares them with the SDK packages. */
export const services: Readonly<Record<ServiceId, ServiceFacts>> = {
  iam: {
    id: "iam",
    protocol: "awsQuery",
    signingName: "iam",
    version: "2010-05-08",
    xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    unsigned: [],
  },
  sts: {
    id: "sts",
    protocol: "awsQuery",
    signingName: "sts",
    version: "2011-06-15",
    xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    unsigned: ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"],
  },
  organizations: {
    id: "organizations",
    protocol: "awsJson1.1",
    signingName: "organizations",
    version: "2016-11-28",
    target: "AWSOrganizationsV20161128",
    unsigned: [],
  },
  "sso-admin": {
    id: "sso-admin",
    protocol: "awsJson1.1",
    signingName: "sso",
    version: "2020-07-20",
    target: "SWBExternalService",
    unsigned: [],
  },
  identitystore: {
    id: "identitystore",
    protocol: "awsJson1.1",
    signingName: "identitystore",
    version: "2020-06-15",
    target: "AWSIdentityStore",
    unsigned: [],
  },
  "sso-oidc": {
    id: "sso-oidc",
    protocol: "restJson1",
    signingName: "sso-oauth",
    version: "2019-06-10",
    paths: ["client", "device_authorization", "token"],
    unsigned: ["CreateToken", "RegisterClient", "StartDeviceAuthorization"],
  },
  sso: {
    id: "sso",
    protocol: "restJson1",
    signingName: "awsssoportal",
    version: "2019-06-10",
    paths: ["assignment", "federation", "logout"],
    unsigned: "all",
  },
  account: {
    id: "account",
    protocol: "restJson1",
    signingName: "account",
    version: "2021-02-01",
    paths: [
      "acceptPrimaryEmailUpdate",
      "deleteAlternateContact",
      "disableRegion",
      "enableRegion",
      "getAccountInformation",
      "getAlternateContact",
      "getContactInformation",
      "getGovCloudAccountInformation",
      "getPrimaryEmail",
      "getPrimaryEmailUpdateStatus",
      "getRegionOptStatus",
      "listRegions",
      "putAccountName",
      "putAlternateContact",
      "putContactInformation",
      "sendPhoneNumberVerification",
      "startPrimaryEmailUpdate",
      "verifyPhoneNumber",
    ],
    unsigned: [],
  },
  accessanalyzer: {
    id: "accessanalyzer",
    protocol: "restJson1",
    signingName: "access-analyzer",
    version: "2019-11-01",
    paths: [
      "access-preview",
      "analyzed-resource",
      "analyzer",
      "archive-rule",
      "finding",
      "findingv2",
      "policy",
      "recommendation",
      "resource",
      "service-linked-analyzer",
      "tags",
    ],
    unsigned: [],
  },
  cloudtrail: {
    id: "cloudtrail",
    protocol: "awsJson1.1",
    signingName: "cloudtrail",
    version: "2013-11-01",
    target: "CloudTrail_20131101",
    unsigned: [],
  },
  budgets: {
    id: "budgets",
    protocol: "awsJson1.1",
    signingName: "budgets",
    version: "2016-10-20",
    target: "AWSBudgetServiceGateway",
    unsigned: [],
  },
};

/** Every service, in the order of the table. */
export const serviceIds: readonly ServiceId[] = Object.values(services).map(({ id }) => id);

/** The name that an operation's signature must be scoped to, or undefined for one that comes unsigned. */
export function signingNameOf(facts: ServiceFacts, operation: string): string | undefined {
  return facts.unsigned === "all" || facts.unsigned.includes(operation) ? undefined : facts.signingName;
}
