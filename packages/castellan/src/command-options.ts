import type { OptionSpec } from "./command-tree.ts";

/** The access file. */
export const file: OptionSpec = {
  name: "file",
  short: "f",
  value: "FILE",
  summary: "the access file; looked for upwards from here",
  fallback: "castellan.yaml",
};
/** One JSON document. */
export const json: OptionSpec = { name: "json", summary: "print one JSON document" };
/** No questions. */
export const yes: OptionSpec = { name: "yes", summary: "do not ask" };
/** What is changed or read. */
export const target: OptionSpec = {
  name: "target",
  value: "TARGET",
  summary: "plane (the one in .castellan/), aws, or the URL of a plane",
  fallback: "plane",
};
/** Whose credentials. */
export const profile: OptionSpec = {
  name: "profile",
  short: "p",
  value: "NAME",
  summary: "the AWS profile whose credentials are used",
};
/** How diagnostics are written. */
export const diagnosticFormat: OptionSpec = {
  name: "format",
  value: "FORMAT",
  summary: "text, json, sarif (SARIF 2.1.0) or github (annotations, the default in a GitHub workflow)",
  choices: ["text", "json", "sarif", "github"],
};
/** Where a policy is used. */
export const policyKind: OptionSpec = {
  name: "kind",
  value: "KIND",
  summary: "where the policies are used; guessed from what they say if not given",
  choices: ["identity", "boundary", "session", "trust", "resource", "scp", "rcp", "vpcEndpoint"],
};
/** What a resource policy hangs on, in Access Analyzer's words [accessanalyzer-2019-11-01, ValidatePolicyResourceType]. */
export const resourceType: OptionSpec = {
  name: "resource-type",
  value: "TYPE",
  summary: "what the resource policies hang on",
  choices: [
    "AWS::S3::Bucket",
    "AWS::S3::AccessPoint",
    "AWS::S3::MultiRegionAccessPoint",
    "AWS::S3ObjectLambda::AccessPoint",
    "AWS::IAM::AssumeRolePolicyDocument",
    "AWS::DynamoDB::Table",
  ],
};
