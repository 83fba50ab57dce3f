import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { accessAnalyzerLocation, lintPolicy, parseJson, type Finding } from "@castellan/policy";

/** What AWS itself found: by policy and code the places of each finding, as paths. */
type KnownFindings = Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>>;

const { findings: known } = JSON.parse(readFileSync(new URL("known-findings.json", import.meta.url), "utf8")) as {
  readonly findings: KnownFindings;
};

/** Policies that AWS has changed since at the place of the finding, so that it stands elsewhere or is gone. */
const changedSince: ReadonlySet<string> = new Set([
  "AWSMigrationHubRefactorSpacesFullAccess",
  "AWSQuickSetupDeploymentRolePolicy",
  "AWSQuickSetupSSMDeploymentRolePolicy",
  "AWSResourceExplorerServiceRolePolicy",
  "AdministratorAccess-Amplify",
  "AmazonAppStreamServiceAccess",
  "AmazonConnectServiceLinkedRolePolicy",
  "AmazonDataZoneEnvironmentRolePermissionsBoundary",
  "AmazonEC2RolePolicyForLaunchWizard",
  "AmazonECSServiceRolePolicy",
  "AmazonLaunchWizardFullAccessV2",
  "AmazonSecurityLakeMetastoreManager",
  "PowerUserAccess",
  "ViewOnlyAccess",
]);

/**
 * How many managed policies may have a finding of each code. AWS's own counts over 1,525 policies in March 2026 are
 * of this order; new policies bring new findings. A code that is not listed must not appear.
 */
const atMost: Readonly<Record<string, number>> = {
  EQUIVALENT_TO_NULL_FALSE: 65,
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: 45,
  REDUNDANT_RESOURCE: 38,
  TYPE_MISMATCH: 28,
  REDUNDANT_ACTION: 15,
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: 12,
  PASS_ROLE_WITH_STAR_IN_RESOURCE: 10,
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: 8,
  CREATE_SLR_WITH_STAR_IN_RESOURCE: 5,
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: 3,
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: 3,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: 2,
  SHADOWED_STATEMENT: 22,
  RESOURCE_NOT_OF_ACTION: 78,
  STAR_NEEDED: 185,
};

const catalog = installedCatalog();

function lint(name: string): readonly Finding[] {
  return lintPolicy(catalog.managedPolicy(name)?.document ?? "", { kind: "identity", catalog });
}

/** The places of a policy's findings of one code, as paths. */
function placesOf(name: string, code: string): readonly (readonly string[])[] {
  const text = catalog.managedPolicy(name)?.document ?? "";
  const json = parseJson(text, { maxLength: 1_000_000, maxDepth: 32 });
  const document = json.kind === "json" ? json.value : undefined;
  return lint(name)
    .filter((finding) => finding.code === code)
    .map(({ locations }) =>
      locations.map((part) =>
        accessAnalyzerLocation({ text }, document, part)
          .path.map((step) => String(Object.values(step)[0]))
          .join("/"),
      ),
    );
}

describe("AWS's own findings in its managed policies", () => {
  for (const [name, codes] of Object.entries(known))
    it(`are ours in ${name}`, { skip: changedSince.has(name) && "the policy has changed since" }, () => {
      for (const [code, places] of Object.entries(codes)) {
        const ours = new Set(placesOf(name, code).map((paths) => paths.join(" ")));
        assert.deepEqual(
          places.map((paths) => paths.join(" ")).filter((place) => !ours.has(place)),
          [],
          code,
        );
      }
    });
});

it("AWS managed policies have few findings, of few codes", () => {
  const policies = new Map<string, Set<string>>();
  for (const { name } of catalog.managedPolicyIndex())
    for (const { code, type } of lint(name))
      if (type !== "ERROR") policies.set(code, (policies.get(code) ?? new Set()).add(name));
  const beyond = [...policies].filter(([code, names]) => names.size > (atMost[code] ?? 0));
  assert.deepEqual(
    beyond.map(([code, names]) => `${code} in ${names.size}: ${[...names].slice(0, 3).join(", ")}`),
    [],
  );
});
