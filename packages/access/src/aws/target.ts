import type { IAMClientConfig } from "@aws-sdk/client-iam";

/** Credentials as the SDK takes them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** What carries a request: the SDK's HTTP handler, or a plane in the same process. */
export type RequestHandler = NonNullable<IAMClientConfig["requestHandler"]>;

/** Where calls go: AWS itself, a plane (in process or over HTTP), or any address that speaks AWS's API. */
export interface Target {
  readonly kind: "aws" | "plane" | "url";
  /** Address for all services; needed unless the target is AWS or a `requestHandler` answers. */
  readonly endpoint?: string;
  /** The home Region of IAM Identity Center. */
  readonly region: string;
  /** Absent: the SDK's own chain (environment, profiles, SSO). */
  readonly credentials?: AwsCredentials | (() => Promise<AwsCredentials>);
  readonly requestHandler?: RequestHandler;
  /** Calls a second over all services together; AWS gives Identity Center 20. Default: 20 for AWS, unlimited else. */
  readonly callsPerSecond?: number;
  /** The role by which the management account administers the others. Default `OrganizationAccountAccessRole`. */
  readonly memberRole?: string;
  /** The access portal's address, where it does not follow from the identity store's id. */
  readonly startUrl?: string;
}

/** The access portal's address: AWS's by the identity store's id, a plane's under its own endpoint. */
export function startUrlOf(target: Target, identityStoreId: string): string {
  if (target.startUrl !== undefined) return target.startUrl;
  if (target.kind === "aws" || target.endpoint === undefined) return `https://${identityStoreId}.awsapps.com/start`;
  return `${target.endpoint.replace(/\/$/, "")}/start`;
}
