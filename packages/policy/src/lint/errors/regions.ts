/**
 * AWS Regions by partition [AWS General Reference, rande; endpoints of botocore, 2026], and the names that stand for
 * a partition as a whole in some ARNs.
 */
const regionsOf: Readonly<Record<string, string>> = {
  aws: `af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2
    ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
    ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3
    il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1 us-west-2 aws-global`,
  "aws-cn": "cn-north-1 cn-northwest-1 aws-cn-global",
  "aws-us-gov": "us-gov-east-1 us-gov-west-1 aws-us-gov-global",
  "aws-iso": "us-iso-east-1 us-iso-west-1 aws-iso-global",
  "aws-iso-b": "us-isob-east-1 us-isob-west-1 aws-iso-b-global",
  "aws-iso-e": "eu-isoe-west-1 aws-iso-e-global",
  "aws-iso-f": "us-isof-east-1 us-isof-south-1 aws-iso-f-global",
  "aws-eusc": "eusc-de-east-1 aws-eusc-global",
};

/** The names of AWS's partitions. */
export const partitions: readonly string[] = Object.keys(regionsOf);

/** The names of AWS's Regions in all partitions. */
export const regions: ReadonlySet<string> = new Set(Object.values(regionsOf).flatMap((names) => names.split(/\s+/)));
