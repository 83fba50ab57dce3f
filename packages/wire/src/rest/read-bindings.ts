import { malformedInput } from "../faults/wire-fault.ts";
import { parseJsonBody } from "../json/parse-json.ts";
import type { JsonReader } from "../json/read-json.ts";
import { bodyText, type Members, setMember, type WireRequest } from "../message.ts";
import { type TextReader, textReader } from "../schema/read-text.ts";
import type { Member, Shape, StructureShape, TimestampFormat, UnitShape } from "../schema/shape.ts";
import { type BindingTrait, bindingOf, isBound } from "./bindings.ts";
import { parseQuery } from "./parse-query.ts";
import { matchTemplate, type RequestTemplate } from "./request-template.ts";
import { splitHeader } from "./split-header.ts";

/** A request taken apart: what its bindings read from. */
interface RequestParts {
  readonly request: WireRequest;
  readonly labels: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, readonly string[]>;
}

/** Finds a member's value in a request; undefined when it is not there. */
type Binding = (parts: RequestParts) => unknown;

type Compile = (shape: Shape) => JsonReader;

/** The reader of a REST operation's input: bound members from their places, the others from the JSON body. */
export function inputReader(
  input: StructureShape | UnitShape,
  template: RequestTemplate,
  compile: Compile,
): (request: WireRequest) => Members {
  const members = input.kind === "unit" ? [] : input.members;
  const bindings = members
    .filter(isBound)
    .map((member) => ({ name: member.name, read: compileBinding(member, compile) }));
  const body = members.filter((member) => !isBound(member));
  const readBody = body.length === 0 ? undefined : compile({ ...(input as StructureShape), members: body });
  return (request) => {
    const values = readBody === undefined ? {} : (readBody(parseJsonBody(request), 0) as Members);
    const parts = { request, labels: matchTemplate(template, request) ?? {}, query: parseQuery(request.query) };
    for (const { name, read } of bindings) {
      const value = read(parts);
      if (value !== undefined) {
        values[name] = value;
      }
    }
    return values;
  };
}

function compileBinding(member: Member, compile: Compile): Binding {
  const trait = bindingOf(member) ?? "httpPayload";
  return binders[trait](member, compile);
}

const binders: Readonly<Record<BindingTrait, (member: Member, compile: Compile) => Binding>> = {
  httpLabel: bindLabel,
  httpQuery: bindQuery,
  httpQueryParams: bindQueryParams,
  httpHeader: bindHeader,
  httpPrefixHeaders: bindPrefixHeaders,
  httpPayload: bindPayload,
  httpResponseCode: () => () => undefined,
};

function bindLabel({ name, shape }: Member): Binding {
  const read = readerOf(shape, "dateTime");
  return ({ labels }) => {
    const label = labels[name];
    return label === undefined ? undefined : read(decodeLabel(label));
  };
}

function decodeLabel(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw malformedInput("The path of the request is not percent-encoded correctly");
  }
}

function bindQuery({ traits, shape }: Member): Binding {
  const name = String(traits.httpQuery);
  if (shape.kind === "list") {
    const read = readerOf(shape.member.shape, "dateTime");
    return ({ query }) => query.get(name)?.map(read);
  }
  const read = readerOf(shape, "dateTime");
  return ({ query }) => {
    const text = query.get(name)?.[0];
    return text === undefined ? undefined : read(text);
  };
}

/** All parameters, as texts or as lists of texts. */
function bindQueryParams({ shape }: Member): Binding {
  const lists = shape.kind === "map" && shape.value.shape.kind === "list";
  return ({ query }) => {
    const entries: Members = {};
    for (const [name, values] of query) {
      setMember(entries, name, lists ? values : values[0]);
    }
    return entries;
  };
}

function bindHeader({ traits, shape }: Member): Binding {
  const name = String(traits.httpHeader).toLowerCase();
  if (shape.kind === "list") {
    const read = readerOf(shape.member.shape, "httpDate");
    const dates = shape.member.shape.kind === "timestamp";
    return ({ request }) => splitHeader(request.headers[name], dates)?.map(read);
  }
  const read = headerReader(shape);
  return ({ request }) => {
    const text = request.headers[name];
    return text === undefined ? undefined : read(text);
  };
}

/** Text with a media type travels as base64 in headers. */
function headerReader(shape: Shape): TextReader {
  if (shape.kind === "string" && shape.mediaType !== undefined) {
    return (text) => Buffer.from(text, "base64").toString("utf8");
  }
  return readerOf(shape, "httpDate");
}

function bindPrefixHeaders({ traits }: Member): Binding {
  const prefix = String(traits.httpPrefixHeaders).toLowerCase();
  return ({ request }) => {
    const entries: Members = {};
    for (const [name, value] of Object.entries(request.headers)) {
      if (name.startsWith(prefix)) {
        setMember(entries, name.slice(prefix.length), value);
      }
    }
    return entries;
  };
}

function bindPayload({ shape }: Member, compile: Compile): Binding {
  if (shape.kind === "blob") {
    return ({ request }) => (request.body.byteLength === 0 ? undefined : new Uint8Array(request.body));
  }
  if (shape.kind === "string") {
    return ({ request }) => (request.body.byteLength === 0 ? undefined : bodyText(request));
  }
  const read = compile(shape);
  return ({ request }) => (request.body.byteLength === 0 ? undefined : read(parseJsonBody(request), 0));
}

function readerOf(shape: Shape, format: TimestampFormat): TextReader {
  if (shape.kind === "structure" || shape.kind === "list" || shape.kind === "map" || shape.kind === "unit") {
    throw new TypeError(`a ${shape.kind} cannot be bound to a path, query or header`);
  }
  return textReader(shape, format);
}
