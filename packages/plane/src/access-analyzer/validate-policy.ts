import type { PolicyType, ValidatePolicyResourceType } from "@aws-sdk/client-accessanalyzer";
import {
  accessAnalyzerLocation,
  type Finding,
  type JsonNode,
  learnMoreLink,
  lintPolicy,
  ownChecks,
  parseJson,
  type PolicyKind,
} from "@castellan/policy";
import { operationsOf } from "../frame/operation.ts";
import { analyzerPage } from "./page.ts";
import { invalidField } from "./refusals.ts";
import { inSentences } from "./sentences.ts";

const operation = operationsOf("accessanalyzer");

const kinds: Readonly<Record<PolicyType, PolicyKind>> = {
  IDENTITY_POLICY: "identity",
  RESOURCE_POLICY: "resource",
  SERVICE_CONTROL_POLICY: "scp",
  RESOURCE_CONTROL_POLICY: "rcp",
};

const trustType: ValidatePolicyResourceType = "AWS::IAM::AssumeRolePolicyDocument";
const ownCodes: ReadonlySet<string> = new Set(ownChecks.map(({ code }) => code));

/** What AWS's checks find in a policy document; a document that cannot be read is a finding. Findings are in English whatever the locale. */
export const validatePolicy = operation("ValidatePolicy", {
  run: ({ input, catalog }) => {
    const { policyDocument: text, policyType, validatePolicyResourceType: resourceType } = input;
    const kind = kindOf(policyType, resourceType);
    const found = lintPolicy(text, { kind, catalog, ...(resourceType !== undefined && { resourceType }) });
    const { items, paging } = analyzerPage(
      found.filter(({ code }) => !ownCodes.has(code)),
      input,
    );
    const document = documentOf(text);
    return { findings: items.map((finding) => describeFinding(finding, text, document)), ...paging };
  },
});

/** `InvalidInput` is what AWS says to a resource type without a resource policy [awslabs/terraform-iam-policy-validator, pull 23, 2023]. */
function kindOf(type: PolicyType, resourceType: ValidatePolicyResourceType | undefined): PolicyKind {
  if (resourceType === undefined) return kinds[type];
  if (type !== "RESOURCE_POLICY") return invalidField("validatePolicyResourceType", "InvalidInput");
  return resourceType === trustType ? "trust" : "resource";
}

/** Deepest nesting in which places are told. */
const maxDepth = 32;

function documentOf(text: string): JsonNode | undefined {
  const parsed = parseJson(text, { maxLength: text.length, maxDepth });
  return parsed.kind === "json" ? parsed.value : undefined;
}

function describeFinding(
  { code, type, details, help, locations }: Finding,
  text: string,
  document: JsonNode | undefined,
) {
  return {
    findingDetails: inSentences(details, help),
    findingType: type,
    issueCode: code,
    learnMoreLink: learnMoreLink(type, code),
    locations: locations.map((part) => {
      const { path, span } = accessAnalyzerLocation({ text }, document, part);
      return { path: [...path], span };
    }),
  };
}
