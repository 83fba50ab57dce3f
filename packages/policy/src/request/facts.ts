/** The four switches of S3 Block Public Access, effective for the bucket (the strictest of account, bucket and access point). */
export interface BlockPublicAccess {
  readonly blockPublicAcls?: boolean;
  readonly ignorePublicAcls?: boolean;
  readonly blockPublicPolicy?: boolean;
  /** The only one that changes decisions: a public policy then serves the owner's account and AWS services alone. */
  readonly restrictPublicBuckets?: boolean;
}

/** What is known beside the request and the policies. Every fact is optional; context keys given in the request win. */
export interface DecisionFacts {
  /** Unique id of the user or role (AIDA…, AROA…): gives `aws:userid` and matches ids in principals. */
  readonly principalId?: string;
  /** Tags of the user or role with session tags over them: gives `aws:PrincipalTag/…`. */
  readonly principalTags?: Readonly<Record<string, string>>;
  /** ARN with path of the role behind a session; session ARNs omit the path. */
  readonly roleArn?: string;
  /** ARN of the user behind a GetFederationToken session. */
  readonly federatedUserParentArn?: string;
  /** Canonical user id (S3) of the principal's account. */
  readonly canonicalUserId?: string;
  /** The principal's account manages its organization: SCPs do not bind it. */
  readonly managementAccount?: boolean;
  /** The resource's account manages its organization: RCPs do not bind it. For one account `managementAccount` is enough. */
  readonly resourceManagementAccount?: boolean;
  /** The principal is a service-linked role; known from `roleArn` too. */
  readonly serviceLinkedRole?: boolean;
  /** The credentials come from GetSessionToken. */
  readonly sessionToken?: boolean;
  /** Root credentials from AssumeRoot: gives `aws:AssumedRoot`, and the session policies bind. */
  readonly assumedRoot?: boolean;
  /** Temporary credentials that can carry MFA: whether they do. Gives `aws:MultiFactorAuthPresent`. Leave out for long-term keys. */
  readonly multiFactorAuthPresent?: boolean;
  /** Seconds since MFA. Gives `aws:MultiFactorAuthAge`. */
  readonly multiFactorAuthAgeSeconds?: number;
  /** Gives `aws:SourceIdentity`. */
  readonly sourceIdentity?: string;
  /** Gives `aws:FederatedProvider`. */
  readonly federatedProvider?: string;
  /** Gives `aws:PrincipalOrgID`. */
  readonly principalOrgId?: string;
  /** Gives `aws:PrincipalOrgPaths`. */
  readonly principalOrgPaths?: readonly string[];
  /** Gives `aws:ResourceOrgID`. */
  readonly resourceOrgId?: string;
  /** Gives `aws:ResourceOrgPaths`. */
  readonly resourceOrgPaths?: readonly string[];
  /** The KMS key is managed by AWS: RCPs do not bind it. */
  readonly awsManagedKey?: boolean;
  /** The VPC endpoint is a gateway endpoint, in whose policy an account means its root user only. */
  readonly gatewayEndpoint?: boolean;
  readonly blockPublicAccess?: BlockPublicAccess;
}
