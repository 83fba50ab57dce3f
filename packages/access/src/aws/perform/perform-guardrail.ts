import { everyPage, tagList } from "../reading.ts";
import { remember, targetIdOf } from "./organization-ids.ts";
import { removeOnce, writeOnce, type PerformerTable } from "./performer.ts";
import { idIn } from "./registry.ts";

type Kinds =
  | "createServiceControlPolicy"
  | "updateServiceControlPolicy"
  | "tagServiceControlPolicy"
  | "attachServiceControlPolicy"
  | "detachServiceControlPolicy"
  | "deleteServiceControlPolicy";

const PolicyType = "SERVICE_CONTROL_POLICY";

/** Service control policies and what they hang on. */
export const performGuardrail: PerformerTable<Kinds> = {
  createServiceControlPolicy: async ({ policy, description, document, tags }, bench) => {
    const organizations = await bench.clients.organizations();
    const request = {
      Name: policy,
      Description: description,
      Content: document,
      Type: PolicyType,
      Tags: tagList(tags),
    } as const;
    const find = async () => {
      const policies = await everyPage(
        (NextToken) => organizations.listPolicies({ Filter: PolicyType, NextToken }),
        (page) => page.Policies,
        (page) => page.NextToken,
      );
      return remember(bench.registry.guardrails, policy, policies.find((found) => found.Name === policy)?.Id);
    };
    const create = async () => {
      const answer = await organizations.createPolicy(request);
      remember(bench.registry.guardrails, policy, answer.Policy?.PolicySummary?.Id);
    };
    await writeOnce(bench, create, find);
  },
  updateServiceControlPolicy: async ({ policy, description, document }, bench) => {
    const organizations = await bench.clients.organizations();
    const PolicyId = idIn(bench.registry.guardrails, policy);
    await organizations.updatePolicy({ PolicyId, Description: description, Content: document });
  },
  tagServiceControlPolicy: async ({ policy, tags }, bench) => {
    const organizations = await bench.clients.organizations();
    await organizations.tagResource({ ResourceId: idIn(bench.registry.guardrails, policy), Tags: tagList(tags) });
  },
  attachServiceControlPolicy: async ({ policy, target }, bench) => {
    const organizations = await bench.clients.organizations();
    const PolicyId = idIn(bench.registry.guardrails, policy);
    const TargetId = await targetIdOf(bench, target);
    await writeOnce(
      bench,
      () => organizations.attachPolicy({ PolicyId, TargetId }),
      () => Promise.resolve(true),
    );
  },
  detachServiceControlPolicy: async ({ policy, target }, bench) => {
    const organizations = await bench.clients.organizations();
    const PolicyId = idIn(bench.registry.guardrails, policy);
    const TargetId = await targetIdOf(bench, target);
    await removeOnce(bench, () => organizations.detachPolicy({ PolicyId, TargetId }));
  },
  deleteServiceControlPolicy: async ({ policy }, bench) => {
    const organizations = await bench.clients.organizations();
    await removeOnce(bench, () => organizations.deletePolicy({ PolicyId: idIn(bench.registry.guardrails, policy) }));
  },
};
