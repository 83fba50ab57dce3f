import type { StaticOperationSchema, StaticErrorSchema } from "@smithy/types";
import type { Members, WireReply, WireRequest } from "./message.ts";
import type { OperationSchema } from "./protocols/protocol.ts";
import { protocols } from "./protocols/protocols.ts";
import type { RequestTemplate } from "./rest/request-template.ts";
import { lazily } from "./schema/compile.ts";
import { readShape } from "./schema/read-shape.ts";
import type { StructureShape, UnitShape } from "./schema/shape.ts";
import { type ServiceFacts, type ServiceId, services, signingNameOf } from "./services.ts";

/** A service with its schemas loaded. */
export interface WireService {
  readonly id: ServiceId;
  /** The service name in the credential scope of its signatures. */
  readonly signingName: string;
  readonly facts: ServiceFacts;
  readonly operations: ReadonlyMap<string, WireOperation>;
  /** The schemas of the errors it models, by the name of the exception class. */
  readonly errors: ReadonlyMap<string, StructureShape>;
}

/** One operation of a service. */
export interface WireOperation {
  readonly name: string;
  readonly service: WireService;
  /** The name its signature must be scoped to, or undefined when it comes unsigned. */
  readonly signingName: string | undefined;
  readonly input: StructureShape | UnitShape;
  readonly output: StructureShape | UnitShape;
  /** Which requests ask for it, of REST services. */
  readonly template: RequestTemplate | undefined;
  /** The input as the SDK's own type of it; throws a `WireFault` for what is not one. */
  readInput(request: WireRequest): Members;
  writeOutput(output: Members, requestId: string): WireReply;
}

/** The SDK packages; each is loaded when its service is first called. */
const packages: Readonly<Record<ServiceId, () => Promise<object>>> = {
  iam: () => import("@aws-sdk/client-iam"),
  sts: () => import("@aws-sdk/client-sts"),
  organizations: () => import("@aws-sdk/client-organizations"),
  "sso-admin": () => import("@aws-sdk/client-sso-admin"),
  identitystore: () => import("@aws-sdk/client-identitystore"),
  "sso-oidc": () => import("@aws-sdk/client-sso-oidc"),
  sso: () => import("@aws-sdk/client-sso"),
  account: () => import("@aws-sdk/client-account"),
  accessanalyzer: () => import("@aws-sdk/client-accessanalyzer"),
  cloudtrail: () => import("@aws-sdk/client-cloudtrail"),
  budgets: () => import("@aws-sdk/client-budgets"),
};

const loaded = new Map<ServiceId, Promise<WireService>>();

/** Loads a service's schemas from its SDK package, once. */
export function loadService(id: ServiceId): Promise<WireService> {
  const known = loaded.get(id);
  if (known !== undefined) {
    return known;
  }
  const loading = packages[id]().then((sdk) => readService(services[id], sdk));
  loaded.set(id, loading);
  return loading;
}

/** The namespace of each SDK package's base exception, which no service sends. */
const syntheticNamespace = "smithy.ts.sdk.synthetic.";

/** Reads a service off the schemas that a package exports. */
export function readService(facts: ServiceFacts, sdk: object): WireService {
  const operations = new Map<string, WireOperation>();
  const errors = new Map<string, StructureShape>();
  const service: WireService = { id: facts.id, signingName: facts.signingName, facts, operations, errors };
  for (const schema of Object.values(sdk)) {
    if (isSchema<StaticOperationSchema>(schema, 9)) {
      operations.set(schema[2], createOperation(service, schema));
    } else if (isSchema<StaticErrorSchema>(schema, -3) && !schema[1].startsWith(syntheticNamespace)) {
      errors.set(schema[2], readShape(schema) as StructureShape);
    }
  }
  return service;
}

/** A static schema is an array that begins with the number of its kind (`@smithy/types`, schema/static-schemas). */
function isSchema<S extends readonly [number, ...unknown[]]>(value: unknown, kind: S[0]): value is S {
  return Array.isArray(value) && value[0] === kind;
}

function createOperation(service: WireService, source: StaticOperationSchema): WireOperation {
  const schema = lazily(() => readOperation(source));
  const codec = lazily(() => protocols[service.facts.protocol].compileOperation(schema(), service.facts));
  const name = source[2];
  return {
    name,
    service,
    signingName: signingNameOf(service.facts, name),
    get input() {
      return schema().input;
    },
    get output() {
      return schema().output;
    },
    get template() {
      return codec().template;
    },
    readInput: (request) => codec().readInput(request),
    writeOutput: (output, requestId) => codec().writeOutput(output, requestId),
  };
}

function readOperation([, , name, traits, input, output]: StaticOperationSchema): OperationSchema {
  return {
    name,
    traits: typeof traits === "object" ? traits : {},
    input: readShape(input) as StructureShape | UnitShape,
    output: readShape(output) as StructureShape | UnitShape,
  };
}
