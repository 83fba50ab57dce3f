import { parentUnit, unitName } from "../../plan/unit-paths.ts";
import { isFault } from "../aws-fault.ts";
import { everyPage, tagList } from "../reading.ts";
import { hasPolicyType, readRoot } from "../read-organization.ts";
import { createAccount } from "./create-account.ts";
import { remember, rootIdOf, unitIdOf } from "./organization-ids.ts";
import { pollUntilDone, writeOnce, type PerformerTable } from "./performer.ts";
import { idIn } from "./registry.ts";

type Kinds =
  | "createOrganization"
  | "enableServiceControlPolicies"
  | "createOrganizationalUnit"
  | "createAccount"
  | "moveAccount"
  | "tagAccount";

const PolicyType = "SERVICE_CONTROL_POLICY";

/** Organization, units and accounts. */
export const performOrganization: PerformerTable<Kinds> = {
  createOrganization: async (_body, bench) => {
    const organizations = await bench.clients.organizations();
    await writeOnce(
      bench,
      () => organizations.createOrganization({ FeatureSet: "ALL" }),
      async () => (await organizations.describeOrganization({})).Organization !== undefined,
    );
  },
  enableServiceControlPolicies: async (_body, bench) => {
    const organizations = await bench.clients.organizations();
    const RootId = await rootIdOf(bench);
    const isOn = async () => hasPolicyType(await readRoot(organizations));
    await writeOnce(
      bench,
      () => organizations.enablePolicyType({ RootId, PolicyType }),
      () => Promise.resolve(true),
    );
    await pollUntilDone(bench, "enabling service control policies", async () => ({
      state: (await isOn()) ? "SUCCEEDED" : "IN_PROGRESS",
    }));
  },
  createOrganizationalUnit: async ({ path, tags }, bench) => {
    const organizations = await bench.clients.organizations();
    const ParentId = await unitIdOf(bench, parentUnit(path));
    const Name = unitName(path);
    const find = async () => {
      const units = await everyPage(
        (NextToken) => organizations.listOrganizationalUnitsForParent({ ParentId, NextToken }),
        (page) => page.OrganizationalUnits,
        (page) => page.NextToken,
      );
      return remember(bench.registry.units, path, units.find((unit) => unit.Name === Name)?.Id);
    };
    const create = async () => {
      const answer = await organizations.createOrganizationalUnit({ ParentId, Name, Tags: tagList(tags) });
      remember(bench.registry.units, path, answer.OrganizationalUnit?.Id);
    };
    await writeOnce(bench, create, find);
  },
  createAccount: async ({ account, email, tags }, bench) => {
    const id = await createAccount(bench, { account, email, tags });
    bench.registry.accounts.set(account, id);
    bench.clients.expectNewAccount(id);
  },
  moveAccount: async ({ account, from, to }, bench) => {
    const organizations = await bench.clients.organizations();
    const AccountId = idIn(bench.registry.accounts, account);
    const SourceParentId = await unitIdOf(bench, from);
    const DestinationParentId = await unitIdOf(bench, to);
    const isThere = async () => {
      const { Parents } = await organizations.listParents({ ChildId: AccountId });
      return Parents?.[0]?.Id === DestinationParentId;
    };
    try {
      await writeOnce(
        bench,
        () => organizations.moveAccount({ AccountId, SourceParentId, DestinationParentId }),
        isThere,
      );
    } catch (error) {
      if (!isFault(error, "AccountNotFound", "SourceParentNotFound") || !(await isThere())) throw error;
    }
  },
  tagAccount: async ({ account, tags }, bench) => {
    const organizations = await bench.clients.organizations();
    await organizations.tagResource({ ResourceId: idIn(bench.registry.accounts, account), Tags: tagList(tags) });
  },
};
