import assert from "node:assert/strict";
import { test } from "node:test";
import { inProcessHandler } from "./adapters/in-process.ts";
import { faultReply } from "./faults/fault-reply.ts";
import { isMessage } from "./protocols/protocol.ts";
import type { StructureShape } from "./schema/shape.ts";
import { redact } from "./redact.ts";
import type { Members, WireReply, WireRequest } from "./message.ts";
import { createRouter } from "./routing/router.ts";
import { loadService, type WireOperation } from "./service.ts";
import { type ServiceId, serviceIds, services } from "./services.ts";
import { parseAuthorization } from "./signature/parse-authorization.ts";
import { verifySignature } from "./signature/verify-signature.ts";
import { generate, type Limits, type Random, randomFrom } from "./testing/generate.ts";
import { sdkClient } from "./testing/sdk-client.ts";

const seeds = (process.env["WIRE_SEEDS"] ?? "1,2,3").split(",").map(Number);
const secretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const router = createRouter();

function limitsOf(id: ServiceId): Limits {
  const query = services[id].protocol === "awsQuery";
  return { emptyStructures: !query, milliseconds: !query };
}

/** A server whose next answer is set from outside and that keeps what it read. */
function createServer() {
  const state: { output: Members; error: unknown; input: Members; operation: WireOperation | undefined } = {
    output: {},
    error: undefined,
    input: {},
    operation: undefined,
  };
  async function answer(request: WireRequest): Promise<WireReply> {
    const route = await router.route(request);
    assert.equal(route.kind, "operation", `${request.method} ${request.path} is an operation`);
    const { operation } = route;
    checkSignature(request, operation);
    state.operation = operation;
    state.input = operation.readInput(request);
    redact(operation, state.input);
    return state.error === undefined
      ? operation.writeOutput(state.output, "request-1")
      : faultReply(operation.service, state.error, "request-1");
  }
  return { state, answer };
}

function checkSignature(request: WireRequest, { signingName }: WireOperation): void {
  if (signingName !== undefined) {
    const signed = parseAuthorization(request);
    assert.equal(signed.kind, "signed");
    const verified = verifySignature(request, signed, secretKey, new Date(), [signingName]);
    assert.equal(verified.kind, "verified", "fault" in verified ? verified.fault.message : "");
  }
}

/** Empty lists cannot be said in a query string. */
function withoutEmptyQueryLists({ input }: WireOperation, value: Members): Members {
  const queried = input.kind === "unit" ? [] : input.members.filter(({ traits }) => traits.httpQuery !== undefined);
  const silent = new Set(queried.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(value).filter(([name, item]) => !(silent.has(name) && Array.isArray(item) && item.length === 0)),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item: unknown) => (item instanceof Uint8Array ? [...item] : item)) ?? "null",
  );
}

async function roundTrip(id: ServiceId, random: Random): Promise<number> {
  const { state, answer } = createServer();
  const { client, command } = await sdkClient(id, inProcessHandler(answer));
  const { operations } = await loadService(id);
  for (const operation of operations.values()) {
    const input = withoutEmptyQueryLists(operation, generate(operation.input, random, limitsOf(id)) as Members);
    state.output = generate(operation.output, random, limitsOf(id)) as Members;
    const { $metadata, ...output } = await client.send(command(operation.name, input));
    assert.equal(state.operation?.name, operation.name);
    assert.deepEqual(plain(state.input), plain(input), `input of ${operation.name}`);
    assert.deepEqual(plain(output), plain(state.output), `output of ${operation.name}`);
    assert.equal(($metadata as { requestId?: string }).requestId, "request-1");
  }
  client.destroy();
  return operations.size;
}

for (const id of serviceIds) {
  for (const seed of seeds) {
    test(`every operation of ${id} goes through the SDK's client and back, seed ${seed}`, async () => {
      assert.ok((await roundTrip(id, randomFrom(seed))) > 0);
    });
  }
}

type ExceptionClass = new (options: object) => Error & Members;

/** The members of an error that a test gives it: not its text, nor its own name in a header. */
function ownMembers(shape: StructureShape): StructureShape {
  const members = shape.members.filter(
    ({ name, traits }) => !isMessage(name) && traits.httpHeader !== "x-amzn-ErrorType",
  );
  return { ...shape, members };
}

for (const id of serviceIds) {
  test(`every error that ${id} models arrives as its own class with its members`, async () => {
    const { state, answer } = createServer();
    const { client, command, sdk } = await sdkClient(id, inProcessHandler(answer));
    const { errors, operations } = await loadService(id);
    const [operation] = operations.values();
    assert.ok(operation);
    const input = generate(operation.input, randomFrom(1), limitsOf(id)) as object;
    for (const [name, shape] of errors) {
      const Exception = sdk[name] as ExceptionClass;
      const members = generate(ownMembers(shape), randomFrom(7), { ...limitsOf(id), emptyStructures: true }) as Members;
      state.error = new Exception({ message: "it <failed> & ]]>", ...members });
      const caught: unknown = await client.send(command(operation.name, input)).catch((error: unknown) => error);
      assert.ok(caught instanceof Exception && caught.name === name, `${name} arrived as ${String(caught)}`);
      if (shape.members.some((member) => isMessage(member.name))) {
        assert.equal(caught.message, "it <failed> & ]]>");
      }
      for (const [member, value] of Object.entries(members)) {
        assert.deepEqual(plain(caught[member]), plain(value), `${name}.${member}`);
      }
    }
    client.destroy();
  });
}
