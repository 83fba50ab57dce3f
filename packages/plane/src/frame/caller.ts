/** What temporary credentials were given for; sealed into the session token, so the plane keeps no list of sessions. */
export interface SessionClaims {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly accountId: string;
  readonly roleName: string;
  /** The role's unique id: a role made again under the same name is another role. */
  readonly roleId: string;
  readonly sessionName: string;
  /** Epoch seconds. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Session policies as JSON texts, with an id each. */
  readonly policies?: readonly { readonly id: string; readonly document: string }[];
  /** ARNs of managed session policies; their documents are read when the session is used. */
  readonly policyArns?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: string;
  /** The session was assumed with credentials of another role session. */
  readonly chained?: boolean;
  /** The person in the directory an Identity Center session belongs to. */
  readonly personId?: string;
}

/** Who makes a call, after authentication. */
export type Caller =
  | {
      readonly kind: "root";
      readonly accountId: string;
      readonly arn: string;
      readonly userId: string;
      readonly accessKeyId?: string;
    }
  | {
      readonly kind: "iamUser";
      readonly accountId: string;
      readonly arn: string;
      readonly userId: string;
      readonly userName: string;
      readonly accessKeyId: string;
    }
  | {
      readonly kind: "assumedRole";
      readonly accountId: string;
      readonly arn: string;
      /** `AROA…:session`. */
      readonly userId: string;
      readonly accessKeyId: string;
      readonly session: SessionClaims;
    }
  /** The plane itself: bootstrap, jobs. Never refused. */
  | { readonly kind: "plane"; readonly accountId: string; readonly arn: "castellan"; readonly userId: "castellan" }
  /** Operations that need no signature. */
  | { readonly kind: "anonymous"; readonly accountId: string; readonly arn: "anonymous"; readonly userId: "anonymous" };
