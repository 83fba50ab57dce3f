import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import {
  type CompiledPolicy,
  compileGlob,
  compilePolicy,
  createProver,
  globMatches,
  parseGlob,
  parsePolicy,
} from "@castellan/policy";
import { escalationSources } from "./escalation-set.ts";
import { escalationTable, publicSets } from "./escalation-table.ts";
import { graphEdges } from "./graph-edges.ts";
import { trustPolicyFor } from "./what-aws-refuses.ts";

const catalog = installedCatalog();
const actions = [...new Set(escalationTable.flatMap((set) => set.actions))];

test("every set has a name of its own, and no two public ones have the same actions", () => {
  const ids = escalationTable.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const keys = publicSets.map((set) => set.actions.toSorted().join(" "));
  assert.equal(new Set(keys).size, keys.length);
});

test("the table has the 121 sets of the public lists, two of them patterns, and PMapper's 8 edges", () => {
  assert.deepEqual([publicSets.length, graphEdges.length], [121, 8]);
  assert.equal(publicSets.filter(({ skipped }) => skipped === "pattern").length, 2);
});

test("every action that is asked about exists", () => {
  const asked = escalationTable.filter(({ skipped }) => skipped === undefined);
  assert.deepEqual(
    asked.flatMap((set) => set.actions).filter((action) => catalog.action(action) === undefined),
    [],
  );
});

test("every set has a source, and hands a role over exactly if it needs one", () => {
  for (const { id, sources, actions: own, needs } of escalationTable) {
    assert.ok(sources.length > 0 && sources.every((source) => source in escalationSources), id);
    const passes = needs.some(({ kind }) => kind === "passableRole");
    assert.equal(passes, own.includes("iam:PassRole"), id);
  }
});

const account = "111111111111";
const trust = trustPolicyFor(account);
const prover = createProver({ catalog });
const known = publicSets.filter((set) => set.actions.every((action) => catalog.action(action) !== undefined));

/** The public sets of which a role that has the policy alone may call every action on something. */
function provedSets(policy: CompiledPolicy, among = known): readonly string[] {
  const may = new Map<string, boolean>();
  const mayCall = (action: string): boolean => {
    const resource = action.startsWith("sts:") ? { resource: trust } : {};
    const side = { principal: `arn:aws:iam::${account}:role/r`, policies: { identity: [policy], ...resource } };
    const answer =
      may.get(action) ?? prover.prove({ kind: "nothing", side, region: { actions: [action] } }).kind !== "proved";
    may.set(action, answer);
    return answer;
  };
  return among.filter((set) => set.actions.every(mayCall)).map(({ id }) => id);
}

interface StatementText {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: object;
}

/** The same by the names of actions alone, as lists of permissions are usually compared. */
function namedSets(document: string): typeof known {
  const { Statement } = JSON.parse(document) as { readonly Statement: StatementText | readonly StatementText[] };
  const statements = [Statement].flat();
  const allowed = new Set(actions.filter((action) => allowedByName(action, statements)));
  return known.filter((set) => set.actions.every((action) => allowed.has(action)));
}

function allowedByName(action: string, statements: readonly StatementText[]): boolean {
  const about = statements.filter(({ Action, NotAction }) =>
    NotAction === undefined ? matchesOne(action, Action) : !matchesOne(action, NotAction),
  );
  const denied = about.some(
    ({ Effect, Resource, Condition }) =>
      Effect === "Deny" && Condition === undefined && [Resource].flat().includes("*"),
  );
  return !denied && about.some(({ Effect }) => Effect === "Allow");
}

function matchesOne(action: string, patterns: string | readonly string[] = []): boolean {
  return [patterns].flat().some((pattern) => matchedBy(pattern).has(action));
}

const matched = new Map<string, ReadonlySet<string>>();

/** The actions of the table that a pattern matches. */
function matchedBy(pattern: string): ReadonlySet<string> {
  const known = matched.get(pattern);
  if (known !== undefined) return known;
  const glob = compileGlob(parseGlob(pattern.toLowerCase()));
  const found = new Set(actions.filter((action) => globMatches(glob, action.toLowerCase())));
  matched.set(pattern, found);
  return found;
}

function compiled(name: string): CompiledPolicy {
  const document = catalog.managedPolicy(name)?.document ?? "";
  const parsed = parsePolicy(document, { kind: "identity", accept: "meaningful" });
  if (parsed.kind === "malformed") throw new Error(parsed.message);
  return compilePolicy(parsed.policy, name);
}

test("PowerUserAccess contains 29 sets although it cannot hand over roles", () => {
  const sets = provedSets(compiled("PowerUserAccess"));
  assert.equal(sets.length, 29);
  assert.ok(sets.includes("set-inline-policy") && sets.includes("assume-role"));
  assert.ok(known.filter(({ id }) => sets.includes(id)).every((set) => !set.actions.includes("iam:PassRole")));
});

test("230 AWS managed policies contain a set by the names of actions, and 223 of them by proof", () => {
  const named = catalog
    .managedPolicyIndex()
    .map(({ arn, name }) => ({ arn, name, sets: namedSets(catalog.managedPolicy(arn)?.document ?? "") }))
    .filter(({ sets }) => sets.length > 0);
  assert.equal(named.length, 230);
  const onlyNamed = named
    .filter(({ arn, sets }) => provedSets(compiled(arn), sets).length === 0)
    .map(({ name }) => name);
  assert.deepEqual(onlyNamed.toSorted(), [
    "AWSManagedServices_DetectiveControlsConfig_ServiceRolePolicy",
    "AWSQuickSetupDistributorPermissionsBoundary",
    "AWSQuickSetupPatchPolicyPermissionsBoundary",
    "AWSQuickSetupSSMHostMgmtPermissionsBoundary",
    "AmazonCloudWatchRUMFullAccess",
    "AmazonEKSConnectorServiceRolePolicy",
    "AmazonSageMakerServiceCatalogProductsCodeBuildServiceRolePolicy",
  ]);
});
