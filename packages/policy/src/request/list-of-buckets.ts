/** Has no resource type, but AWS's own samples grant it on `arn:aws:s3:::*` [IAM User Guide, reference_policies_evaluation-logic, 2023]. */
export const listOfBuckets = "s3:listallmybuckets";

/** What the list of all buckets is authorised on, whether the request says so or `*`. */
export function listOfBucketsArn(partition: string): string {
  return `arn:${partition}:s3:::*`;
}
