import type { Organizations, PolicyTargetSummary } from "@aws-sdk/client-organizations";
import type { PolicyTarget, ServiceControlPolicy } from "../estate.ts";
import type { AwsClients } from "./clients.ts";
import { everyPage, present, readEach, sortedBy, tagRecord } from "./reading.ts";
import type { OrganizationReading } from "./read-organization.ts";

/** Every service control policy with its document, its tags and what it hangs on. AWS's own are among them. */
export async function readGuardrails(
  clients: AwsClients,
  organization: OrganizationReading,
): Promise<readonly ServiceControlPolicy[]> {
  const organizations = await clients.organizations();
  const summaries = await everyPage(
    (NextToken) => organizations.listPolicies({ Filter: "SERVICE_CONTROL_POLICY", NextToken }),
    (page) => page.Policies,
    (page) => page.NextToken,
  );
  const policies = await readEach(summaries, async (summary) => {
    const id = present(summary.Id, "a policy's id");
    const [described, targets, tags] = await Promise.all([
      organizations.describePolicy({ PolicyId: id }),
      readTargets(organizations, id),
      summary.AwsManaged === true ? [] : readTags(organizations, id),
    ]);
    return {
      name: summary.Name ?? id,
      description: summary.Description ?? "",
      document: described.Policy?.Content ?? "",
      targets: sortedBy(
        targets.flatMap((target) => targetOf(target, organization)),
        (target) => JSON.stringify(target),
      ),
      id,
      tags: tagRecord(tags),
    };
  });
  return sortedBy(policies, (policy) => policy.name);
}

function readTargets(organizations: Organizations, PolicyId: string): Promise<readonly PolicyTargetSummary[]> {
  return everyPage(
    (NextToken) => organizations.listTargetsForPolicy({ PolicyId, NextToken }),
    (page) => page.Targets,
    (page) => page.NextToken,
  );
}

function readTags(organizations: Organizations, ResourceId: string) {
  return everyPage(
    (NextToken) => organizations.listTagsForResource({ ResourceId, NextToken }),
    (page) => page.Tags,
    (page) => page.NextToken,
  );
}

/** The target by name; what hangs on a suspended account binds nobody and is left out. */
function targetOf(target: PolicyTargetSummary, organization: OrganizationReading): readonly PolicyTarget[] {
  if (target.TargetId === organization.rootId) return [{ kind: "root" }];
  const unit = organization.units.find((candidate) => candidate.id === target.TargetId);
  if (unit) return [{ kind: "unit", path: unit.path }];
  const account = organization.accounts.find((candidate) => candidate.id === target.TargetId);
  return account ? [{ kind: "account", name: account.name }] : [];
}
