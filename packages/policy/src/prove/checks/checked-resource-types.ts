/**
 * The types of resource whose policies can be checked for public access [accessanalyzer-2019-11-01,
 * AccessCheckResourceType, 2026], with the prefixes of the actions that such a policy is about.
 */
export const checkedResourceTypes = {
  "AWS::ApiGateway::RestApi": ["execute-api"],
  "AWS::Backup::BackupVault": ["backup"],
  "AWS::CloudTrail::Dashboard": ["cloudtrail"],
  "AWS::CloudTrail::EventDataStore": ["cloudtrail"],
  "AWS::CodeArtifact::Domain": ["codeartifact"],
  "AWS::DynamoDB::Stream": ["dynamodb"],
  "AWS::DynamoDB::Table": ["dynamodb"],
  "AWS::EFS::FileSystem": ["elasticfilesystem"],
  "AWS::IAM::AssumeRolePolicyDocument": ["sts"],
  "AWS::KMS::Key": ["kms"],
  "AWS::Kinesis::Stream": ["kinesis"],
  "AWS::Kinesis::StreamConsumer": ["kinesis"],
  "AWS::Lambda::Function": ["lambda"],
  "AWS::OpenSearchService::Domain": ["es"],
  "AWS::S3::AccessPoint": ["s3"],
  "AWS::S3::Bucket": ["s3"],
  "AWS::S3::Glacier": ["glacier"],
  "AWS::S3Express::AccessPoint": ["s3express"],
  "AWS::S3Express::DirectoryBucket": ["s3express"],
  "AWS::S3Outposts::AccessPoint": ["s3-outposts"],
  "AWS::S3Outposts::Bucket": ["s3-outposts"],
  "AWS::S3Tables::Table": ["s3tables"],
  "AWS::S3Tables::TableBucket": ["s3tables"],
  "AWS::SNS::Topic": ["sns"],
  "AWS::SQS::Queue": ["sqs"],
  "AWS::SecretsManager::Secret": ["secretsmanager"],
} as const;

/** A type of resource whose policy can be checked for public access. */
export type CheckedResourceType = keyof typeof checkedResourceTypes;
