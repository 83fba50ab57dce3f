/** The actions and resources that the policy of one type of resource can be about. */
export interface AttachedResource {
  readonly service: string;
  /** Types of resource in the service's terms; empty when all of its actions are meant. */
  readonly types: readonly string[];
}

/**
 * The types of resource that ValidatePolicy knows [accessanalyzer-2019-11-01, ValidatePolicyResourceType, 2026],
 * with the types of the Service Authorization Reference that such a policy is about.
 */
export const attachedResources: Readonly<Record<string, AttachedResource>> = {
  "AWS::S3::Bucket": { service: "s3", types: ["bucket", "object"] },
  "AWS::S3::AccessPoint": { service: "s3", types: ["accesspoint", "accesspointobject", "bucket", "object"] },
  "AWS::S3::MultiRegionAccessPoint": {
    service: "s3",
    types: ["multiregionaccesspoint", "accesspoint", "accesspointobject", "object"],
  },
  "AWS::S3ObjectLambda::AccessPoint": { service: "s3-object-lambda", types: [] },
  "AWS::DynamoDB::Table": { service: "dynamodb", types: ["table", "index", "stream"] },
  "AWS::IAM::AssumeRolePolicyDocument": { service: "sts", types: [] },
};
