import type { JsonWriter } from "../json/write-json.ts";
import { membersWriter } from "../json/write-json.ts";
import type { Members, WireReply } from "../message.ts";
import { printBase64 } from "../schema/bytes.ts";
import type { Member, Shape, StructureShape, UnitShape } from "../schema/shape.ts";
import { printTimestamp } from "../schema/timestamp.ts";
import { isBound } from "./bindings.ts";
import { quoteHeaderItem } from "./split-header.ts";

/** How a protocol writes JSON. */
export interface JsonStyle {
  readonly compile: (shape: Shape) => JsonWriter;
  readonly wireName: (member: Member) => string;
}

/** The writer of a REST operation's output: bound members to their places, the others to the JSON body. */
export function outputWriter(
  output: StructureShape | UnitShape,
  status: number,
  json: JsonStyle,
): (output: Members) => WireReply {
  if (output.kind === "unit") {
    return () => ({ status, headers: {}, body: "" });
  }
  const { members } = output;
  const writeHeaders = headerWriters(members);
  const writeBody = bodyWriter(members, json);
  const statusMember = members.find(({ traits }) => traits.httpResponseCode)?.name ?? "";
  return (value) => {
    const { type, body } = writeBody(value);
    const ownStatus = value[statusMember];
    const headers = { ...(type === undefined ? {} : { "content-type": type }), ...writeHeaders(value) };
    return { status: typeof ownStatus === "number" ? ownStatus : status, headers, body };
  };
}

type BodyWriter = (value: Members) => { readonly type: string | undefined; readonly body: string | Uint8Array };

function bodyWriter(members: readonly Member[], { compile, wireName }: JsonStyle): BodyWriter {
  const payload = members.find(({ traits }) => traits.httpPayload);
  if (payload !== undefined) {
    return payloadWriter(payload, compile);
  }
  const write = membersWriter(
    members.filter((member) => !isBound(member)),
    compile,
    wireName,
  );
  return (value) => ({ type: "application/json", body: write(value) });
}

function payloadWriter({ name, shape }: Member, compile: JsonStyle["compile"]): BodyWriter {
  const type = payloadTypes[shape.kind as string] ?? "application/json";
  const write = shape.kind === "string" ? String : shape.kind === "blob" ? bytesOf : compile(shape);
  return (value) => {
    const item = value[name];
    return item === undefined || item === null ? { type: undefined, body: "" } : { type, body: write(item) };
  };
}

const payloadTypes: Readonly<Record<string, string>> = { string: "text/plain", blob: "application/octet-stream" };

function bytesOf(value: unknown): string | Uint8Array {
  return value instanceof Uint8Array ? value : String(value);
}

/** A writer of the members bound to headers. */
export function headerWriters(members: readonly Member[]): (value: Members) => Record<string, string> {
  const single = members.filter(({ traits }) => traits.httpHeader !== undefined);
  const prefixed = members.filter(({ traits }) => traits.httpPrefixHeaders !== undefined);
  return (value) => {
    const headers: Record<string, string> = {};
    for (const { name, shape, traits } of single) {
      const item = value[name];
      if (item !== undefined && item !== null) {
        headers[String(traits.httpHeader).toLowerCase()] = printHeader(shape, item);
      }
    }
    for (const { name, traits } of prefixed) {
      for (const [suffix, item] of Object.entries((value[name] ?? {}) as Members)) {
        headers[(String(traits.httpPrefixHeaders) + suffix).toLowerCase()] = String(item);
      }
    }
    return headers;
  };
}

function printHeader(shape: Shape, value: unknown): string {
  if (shape.kind === "list") {
    const { shape: itemShape } = shape.member;
    return [...(value as Iterable<unknown>)].map((item) => printHeaderItem(itemShape, item)).join(", ");
  }
  if (shape.kind === "string" && shape.mediaType !== undefined) {
    return printBase64(String(value));
  }
  return printScalar(shape, value);
}

function printHeaderItem(shape: Shape, value: unknown): string {
  return shape.kind === "timestamp" ? printScalar(shape, value) : quoteHeaderItem(printScalar(shape, value));
}

function printScalar(shape: Shape, value: unknown): string {
  if (shape.kind === "timestamp") {
    return printTimestamp(value as Date, shape.format ?? "httpDate");
  }
  return shape.kind === "blob" ? printBase64(value) : String(value);
}
