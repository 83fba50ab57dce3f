import type { Call } from "../../frame/operation.ts";
import { iamGroups, nameKey } from "../../records/iam.ts";
import { isAwsManaged, policyNameIn } from "../policy-record.ts";
import type { Exclusion } from "./exclusion.ts";
import type { Entity } from "./policy-source-entity.ts";
import type { SimulatedPolicy } from "./simulated-policy.ts";

type Where = Pick<Call<unknown>, "tx" | "policies">;

/** The policies that an entity has, each once: its own, and for a user those of its groups. */
export function attachedSources(where: Where, entity: Entity, excluded: Exclusion): SimulatedPolicy[] {
  const sources = [entity, ...groupsOf(where, entity)].flatMap((holder) => [
    ...managedSources(where, holder, excluded),
    ...inlineSources(where, holder, excluded),
  ]);
  return [...new Map(sources.map((source) => [source.policy.id, source])).values()];
}

function groupsOf({ tx }: Where, entity: Entity): readonly Entity[] {
  if (entity.kind !== "user") return [];
  return entity.record.groups.flatMap((name) => {
    const record = tx.get(iamGroups, nameKey(entity.record.accountId, name));
    return record ? [{ kind: "group" as const, name: record.groupName, record }] : [];
  });
}

function managedSources({ tx, policies }: Where, { record }: Entity, excluded: Exclusion): SimulatedPolicy[] {
  return record.attachedPolicies.flatMap((arn) => {
    const policy = excluded.managed(arn) ? undefined : policies.managed(tx, "identity", arn);
    return policy ? [{ policy, source: managedSource(arn) }] : [];
  });
}

function inlineSources({ policies }: Where, holder: Entity, excluded: Exclusion): SimulatedPolicy[] {
  const { kind, name, record } = holder;
  return Object.entries(record.inlinePolicies)
    .filter(([policyName]) => !excluded.inline(holder, policyName))
    .map(([policyName, document]) => ({
      policy: policies.compile("identity", `${record.arn}/${policyName}`, document),
      source: { SourcePolicyId: `${kind}_${name}_${policyName}`, SourcePolicyType: kind },
    }));
}

/** The permissions boundary that limits an entity; groups have none. */
export function attachedBoundary(
  { tx, policies }: Where,
  entity: Entity,
  excluded: Exclusion,
): SimulatedPolicy | undefined {
  const arn = entity.kind === "group" ? undefined : entity.record.permissionsBoundary;
  if (arn === undefined || excluded.boundary) return undefined;
  const policy = policies.managed(tx, "boundary", arn);
  return policy && { policy, source: managedSource(arn) };
}

const managedSource = (arn: string): SimulatedPolicy["source"] => ({
  SourcePolicyId: policyNameIn(arn),
  SourcePolicyType: isAwsManaged(arn) ? "aws-managed" : "user-managed",
});
