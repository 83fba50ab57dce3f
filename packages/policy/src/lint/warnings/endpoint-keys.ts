import type { LintCheck } from "../lint-check.ts";
import { checkConditions } from "./check-each.ts";

/** Services whose requests through VPC endpoints carry all three keys [IAM User Guide, reference_policies_condition-keys, 2026]. */
const common = `apprunner discovery athena servicediscovery applicationinsights cloudformation comprehendmedical
  compute-optimizer ecr ecs kinesisanalytics route53 datasync dynamodb ebs scheduler firehose gamelift medical-imaging
  healthlake omics iam iotfleetwise iotwireless kms lambda payment-cryptography polly acm-pca rbin rekognition
  servicequotas s3 shield storagegateway ssm-contacts textract transcribe transfer`.split(/\s+/);

/** Services whose requests carry `aws:VpceOrgID` besides [same]. */
const organizationOnly = `b2bi cognito-identity dms ds-data identitystore iottwinmaker cassandra network-firewall
  sms-voice pricing ses sqs workmail`.split(/\s+/);

const supporting: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["aws:vpceaccount", new Set(common)],
  ["aws:vpceorgpaths", new Set(common)],
  ["aws:vpceorgid", new Set([...common, ...organizationOnly])],
]);

/** Keys about the owner of the VPC endpoint on actions of services that do not send them. */
export const endpointKeys: LintCheck = checkConditions(
  {
    code: "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
    type: "WARNING",
    title: "Use condition key only with supported services",
  },
  ({ condition, key, statement }) => {
    const services = supporting.get(key);
    if (services === undefined) return undefined;
    const { negated, patterns } = statement.action;
    const others = patterns.filter(({ value }) => negated || !services.has(value.split(":")[0]?.toLowerCase() ?? ""));
    if (others.length === 0) return undefined;
    const named = negated
      ? "the actions that `NotAction` leaves"
      : others.map(({ value }) => `\`${value}\``).join(", ");
    return {
      at: [condition.key],
      details: `\`${condition.key.value}\` is not sent with ${named}`,
      help: "list actions of services that send the key",
    };
  },
);
