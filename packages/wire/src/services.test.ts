import assert from "node:assert/strict";
import { test } from "node:test";
import { loadService } from "./service.ts";
import { serviceIds, services, signingNameOf } from "./services.ts";
import { sdkClient } from "./testing/sdk-client.ts";

interface ClientConfig {
  readonly protocol: { getShapeId(): string };
  readonly protocolSettings: {
    readonly version: string;
    readonly xmlNamespace?: string;
    readonly serviceTarget: string;
  };
  readonly httpAuthSchemeProvider: (parameters: object) => readonly AuthOption[];
}

interface AuthOption {
  readonly schemeId: string;
  readonly signingProperties?: { readonly name: string };
}

const unreachable = { handle: () => Promise.reject(new Error("not called")) };

for (const id of serviceIds) {
  test(`the facts of ${id} are those of its SDK package`, async () => {
    const facts = services[id];
    const { client } = await sdkClient(id, unreachable);
    const { protocol, protocolSettings } = (client as unknown as { config: ClientConfig }).config;
    assert.equal(protocol.getShapeId().split("#")[1], facts.protocol.replace("awsJson1.1", "awsJson1_1"));
    assert.equal(protocolSettings.version, facts.version);
    assert.ok(facts.protocol !== "awsQuery" || protocolSettings.xmlNamespace === facts.xmlNamespace);
    assert.ok(facts.protocol !== "awsJson1.1" || protocolSettings.serviceTarget === facts.target);
    client.destroy();
  });

  test(`the signing names of ${id}'s operations are those of its SDK package`, async () => {
    const { client } = await sdkClient(id, unreachable);
    const { httpAuthSchemeProvider } = (client as unknown as { config: ClientConfig }).config;
    const { operations } = await loadService(id);
    for (const operation of operations.keys()) {
      const [first] = httpAuthSchemeProvider({ operation, region: "eu-central-1", Region: "eu-central-1" });
      const expected = first?.schemeId === "aws.auth#sigv4" ? first.signingProperties?.name : undefined;
      assert.equal(signingNameOf(services[id], operation), expected, operation);
    }
    client.destroy();
  });

  test(`the paths of ${id} in the table are those of its operations`, async () => {
    const { operations } = await loadService(id);
    const first = [...operations.values()].map(({ template }) => template?.segments[0]);
    const found = new Set(first.map((segment) => (segment?.kind === "literal" ? segment.text : undefined)));
    found.delete(undefined);
    assert.deepEqual([...found].sort(), services[id].paths ?? []);
  });
}

test("no two services share a target, a version of forms or a path", () => {
  const facts = serviceIds.map((id) => services[id]);
  const marks = facts.flatMap(({ target, paths = [], protocol, version }) => [
    ...(target === undefined ? [] : [target]),
    ...(protocol === "awsQuery" ? [version] : []),
    ...paths,
  ]);
  assert.equal(new Set(marks).size, marks.length);
});
