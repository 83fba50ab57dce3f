import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessAnalyzerClient } from "@aws-sdk/client-accessanalyzer";
import { IAMClient } from "@aws-sdk/client-iam";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { nv } from "@smithy/core/serde";
import type {
  $SchemaRef,
  ClientProtocol,
  HttpRequest,
  HttpResponse,
  SerdeContext,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { Members, WireReply } from "./message.ts";
import { readService } from "./service.ts";
import { type ProtocolName, services } from "./services.ts";
import { wireRequest } from "./testing/requests.ts";

/** The traits that AWS's models may use, on schemas of our own, with the SDK's protocol classes as the other side. */
const ns = "com.example";
const facts = { awsQuery: services.iam, "awsJson1.1": services.organizations, restJson1: services.accessanalyzer };

const context = {
  endpoint: () => Promise.resolve({ protocol: "http:", hostname: "127.0.0.1", path: "/" }),
  utf8Encoder: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  utf8Decoder: (text: string) => new TextEncoder().encode(text),
  base64Encoder: (bytes: Uint8Array | string) => Buffer.from(bytes as Uint8Array).toString("base64"),
  base64Decoder: (text: string) => Uint8Array.from(Buffer.from(text, "base64")),
} as unknown as SerdeContext;

function structure(members: Record<string, $SchemaRef>, name = "Shape"): StaticStructureSchema {
  return [3, ns, name, 0, Object.keys(members), Object.values(members)];
}

const region = "eu-central-1";
const clients = {
  awsQuery: new IAMClient({ region }).config.protocol,
  "awsJson1.1": new OrganizationsClient({ region }).config.protocol,
  restJson1: new AccessAnalyzerClient({ region }).config.protocol,
};

/** The SDK's side of a protocol. */
function client(protocol: ProtocolName): ClientProtocol<HttpRequest, HttpResponse> {
  const found = clients[protocol];
  found.setSerdeContext(context);
  return found;
}

interface Exchange {
  readonly schema: StaticStructureSchema;
  readonly value: Members;
  readonly http?: [string, string, number];
}

function operationOf(protocol: ProtocolName, { schema, http = ["POST", "/do", 200] }: Exchange) {
  const source: StaticOperationSchema = [9, ns, "Do", { http }, () => schema, () => schema];
  const operation = readService(facts[protocol], { Do$: source }).operations.get("Do");
  assert.ok(operation);
  const [, namespace, name, traits, input, output] = source;
  return { operation, sdkOperation: { namespace, name, traits, input, output } as never };
}

/** What our reader makes of what the SDK sends. */
async function sent(protocol: ProtocolName, exchange: Exchange): Promise<Members> {
  const { operation, sdkOperation } = operationOf(protocol, exchange);
  const request: HttpRequest = await client(protocol).serializeRequest(sdkOperation, exchange.value, context);
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    [value ?? ""].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`),
  );
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { method, path, body } = request as HttpRequest & { readonly body?: string | Uint8Array };
  return operation.readInput(wireRequest({ method, path, query: query.join("&"), headers, body: body ?? "" }));
}

/** What the SDK makes of what our writer sends. */
async function received(protocol: ProtocolName, exchange: Exchange): Promise<Members> {
  const { operation, sdkOperation } = operationOf(protocol, exchange);
  const { status, headers, body }: WireReply = operation.writeOutput(exchange.value, "r1");
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const response = { statusCode: status, headers: { ...headers }, body: bytes };
  const output = await client(protocol).deserializeResponse(sdkOperation, context, response);
  return Object.fromEntries(Object.entries(output).filter(([name]) => name !== "$metadata"));
}

function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item: unknown) => {
      const big = typeof item === "bigint" ? `${item}n` : item;
      return item instanceof Uint8Array ? [...item] : big;
    }),
  );
}

const date = new Date("2026-01-02T03:04:05Z");
const plain = structure({ a: 0, b: 1 }, "Plain");
const everyProtocol: Readonly<Record<string, Exchange>> = {
  "the formats of timestamps": {
    schema: structure({ a: 4, b: 5, c: 6, d: 7 }),
    value: { a: date, b: date, c: date, d: date },
  },
  "lists, maps and blobs": {
    schema: structure({
      list: 64 | 0,
      map: 128 | 1,
      blob: 21,
      dates: 64 | 4,
      nested: [1, ns, "L", 0, () => plain] as $SchemaRef,
    }),
    value: {
      list: ["a", "b & c"],
      map: { k: 1, l: 2 },
      blob: Uint8Array.of(0, 255),
      dates: [date],
      nested: [{ a: "x", b: 2 }],
    },
  },
  unions: {
    schema: structure({ u: [4, ns, "U", 0, ["one", "two"], [0, () => plain]] as $SchemaRef }),
    value: { u: { two: { a: "x", b: 1 } } },
  },
};

for (const protocol of ["awsQuery", "awsJson1.1", "restJson1"] as const) {
  for (const [what, exchange] of Object.entries(everyProtocol)) {
    test(`${protocol} carries ${what} both ways`, async () => {
      assert.deepEqual(comparable(await sent(protocol, exchange)), comparable(exchange.value));
      assert.deepEqual(comparable(await received(protocol, exchange)), comparable(exchange.value));
    });
  }
}

test("awsQuery carries other names and flattened collections both ways", async () => {
  const item: StaticListSchema = [1, ns, "Named", 0, [0, { xmlName: "item" }]];
  const map: StaticMapSchema = [2, ns, "NamedMap", 0, [0, { xmlName: "K" }], [1, { xmlName: "V" }]];
  const schema = structure({
    renamed: [0, { xmlName: "Other" }] as $SchemaRef,
    list: [() => item, 0] as $SchemaRef,
    flat: [64 | 0, { xmlFlattened: 1 }] as $SchemaRef,
    flatNamed: [() => item, { xmlFlattened: 1, xmlName: "FlatItem" }] as $SchemaRef,
    map: [() => map, 0] as $SchemaRef,
    flatMap: [() => map, { xmlFlattened: 1 }] as $SchemaRef,
  });
  const value = {
    renamed: "r",
    list: ["a"],
    flat: ["b", "c"],
    flatNamed: ["e"],
    map: { k: 1 },
    flatMap: { l: 2, m: 3 },
  };
  assert.deepEqual(await sent("awsQuery", { schema, value }), { ...value, flatNamed: value.flatNamed });
  const { body } = operationOf("awsQuery", { schema, value }).operation.writeOutput(value, "r1");
  const map1 =
    "<map><entry><K>k</K><V>1</V></entry></map><flatMap><K>l</K><V>2</V></flatMap><flatMap><K>m</K><V>3</V></flatMap>";
  const lists = "<list><item>a</item></list><flat>b</flat><flat>c</flat><FlatItem>e</FlatItem>";
  assert.ok(String(body).includes(`<DoResult><Other>r</Other>${lists}${map1}</DoResult>`), String(body));
});

test("awsQuery writes attributes into the opening tag", () => {
  const inner = structure({ id: [0, { xmlAttribute: 1, xmlName: "xsi:id" }] as $SchemaRef, text: 0 }, "Inner");
  const { body } = operationOf("awsQuery", {
    schema: structure({ inner: () => inner }),
    value: {},
  }).operation.writeOutput({ inner: { id: 'a"b', text: "t" } }, "r1");
  assert.ok(String(body).includes('<inner xsi:id="a&quot;b"><text>t</text></inner>'), String(body));
});

test("restJson binds labels, queries, headers and the body both ways", async () => {
  const schema = structure({
    label: [0, { httpLabel: 1 }] as $SchemaRef,
    rest: [0, { httpLabel: 1 }] as $SchemaRef,
    query: [1, { httpQuery: "q" }] as $SchemaRef,
    queries: [64 | 0, { httpQuery: "l" }] as $SchemaRef,
    when: [4, { httpQuery: "w" }] as $SchemaRef,
    header: [2, { httpHeader: "X-Flag" }] as $SchemaRef,
    dated: [4, { httpHeader: "X-Date" }] as $SchemaRef,
    list: [64 | 0, { httpHeader: "X-List" }] as $SchemaRef,
    prefixed: [128 | 0, { httpPrefixHeaders: "x-meta-" }] as $SchemaRef,
    body: [0, { jsonName: "Body" }] as $SchemaRef,
  });
  const value = {
    label: "a/b c",
    rest: "x/y",
    query: 3,
    queries: ["1", "2 3"],
    when: date,
    header: true,
    dated: date,
    list: ["a", 'b "quoted", c'],
    prefixed: { one: "1" },
    body: "text",
  };
  assert.deepEqual(
    await sent("restJson1", { schema, value, http: ["PUT", "/a/{label}/b/{rest+}?fixed=1", 200] }),
    value,
  );
});

test("restJson writes headers, the status and the body", async () => {
  const schema = structure({
    status: [1, { httpResponseCode: 1 }] as $SchemaRef,
    dated: [4, { httpHeader: "X-Date" }] as $SchemaRef,
    list: [64 | 0, { httpHeader: "X-List" }] as $SchemaRef,
    dates: [64 | 4, { httpHeader: "X-Dates" }] as $SchemaRef,
    json: [[0, ns, "Json", { mediaType: "text/plain" }, 0], { httpHeader: "X-Media" }] as $SchemaRef,
    prefixed: [128 | 0, { httpPrefixHeaders: "x-meta-" }] as $SchemaRef,
    body: [0, { jsonName: "Body" }] as $SchemaRef,
  });
  const value = {
    status: 202,
    dated: date,
    list: ["a", "b, c"],
    dates: [date, date],
    json: "m",
    prefixed: { one: "1" },
    body: "text",
  };
  assert.deepEqual(comparable(await received("restJson1", { schema, value })), comparable(value));
});

const payloads: Readonly<Record<string, readonly [$SchemaRef, unknown]>> = {
  structure: [() => plain, { a: "x", b: 1 }],
  text: [0, "just text"],
  bytes: [21, Uint8Array.of(1, 2, 3)],
  document: [15, { any: [1, "x", null] }],
};

for (const [what, [target, payload]] of Object.entries(payloads)) {
  test(`restJson carries a payload that is a ${what} both ways`, async () => {
    const exchange = { schema: structure({ payload: [target, { httpPayload: 1 }] as $SchemaRef }), value: { payload } };
    assert.deepEqual(comparable(await sent("restJson1", exchange)), comparable(exchange.value));
    assert.deepEqual(comparable(await received("restJson1", exchange)), comparable(exchange.value));
  });
}

test("all parameters of a query can be read as a map", async () => {
  const schema = structure({ all: [128 | 0, { httpQueryParams: 1 }] as $SchemaRef });
  const value = { all: { a: "1", b: "two words" } };
  assert.deepEqual(await sent("restJson1", { schema, value, http: ["GET", "/do", 200] }), value);
});

test("sparse collections keep their nulls, others drop them", async () => {
  const sparse: StaticListSchema = [1, ns, "Sparse", { sparse: 1 }, 0];
  const sparseMap: StaticMapSchema = [2, ns, "SparseMap", { sparse: 1 }, 0, 0];
  const schema = structure({ sparse: () => sparse, dense: 64 | 0, map: () => sparseMap });
  const value = { sparse: ["a", null], dense: ["a"], map: { k: null } };
  assert.deepEqual(await sent("awsJson1.1", { schema, value }), value);
  assert.deepEqual(await received("awsJson1.1", { schema, value: { ...value, dense: ["a", null] } }), value);
});

test("numbers of any size are written digit by digit", () => {
  const value = { big: 12345678901234567890n, decimal: nv("1234567890.12345678901234567890") };
  const exchange = { schema: structure({ big: 17, decimal: 19 }), value };
  const { body } = operationOf("awsJson1.1", exchange).operation.writeOutput(value, "r1");
  assert.equal(body, '{"big":12345678901234567890,"decimal":1234567890.12345678901234567890}');
});

test("numbers of any size are read from forms digit by digit", async () => {
  const value = { big: 12345678901234567890n, decimal: nv("1234567890.12345678901234567890") };
  const read = await sent("awsQuery", { schema: structure({ big: 17, decimal: 19 }), value });
  assert.deepEqual(comparable(read), comparable(value));
});
