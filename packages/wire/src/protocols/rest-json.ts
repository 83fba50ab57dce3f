import { jsonReaders } from "../json/read-json.ts";
import { jsonWriters } from "../json/write-json.ts";
import type { WireReply } from "../message.ts";
import { inputReader } from "../rest/read-bindings.ts";
import { isBound } from "../rest/bindings.ts";
import { headerWriters, outputWriter } from "../rest/write-bindings.ts";
import { requestTemplate } from "../rest/request-template.ts";
import { faultBody } from "./fault-body.ts";
import type { Protocol } from "./protocol.ts";
import type { Member } from "../schema/shape.ts";

const wireName = (member: Member) => member.traits.jsonName ?? member.name;
const read = jsonReaders(wireName);
const write = jsonWriters(wireName);

/** The protocol of the portal, Access Analyzer and Account: paths and JSON, as the schemas' HTTP traits bind them. */
export const restJson: Protocol = {
  compileOperation: ({ input, output, traits }) => {
    const [method, uri, status] = traits.http ?? ["POST", "/", 200];
    const template = requestTemplate(method, uri);
    const readInput = inputReader(input, template, read);
    const writeOutput = outputWriter(output, status, { compile: write, wireName });
    return {
      template,
      readInput,
      writeOutput: (value, requestId) => withRequestId(writeOutput(value), requestId),
    };
  },
  writeFault: (fault, _facts, requestId) => {
    const members = fault.shape?.members ?? [];
    const body = faultBody(
      fault,
      members.filter((member) => !isBound(member)),
      write,
      wireName,
    );
    const headers = { "content-type": "application/json", "x-amzn-errortype": fault.code };
    const bound = headerWriters(members)(fault.members);
    return withRequestId({ status: fault.status, headers: { ...bound, ...headers }, body }, requestId);
  },
};

function withRequestId(reply: WireReply, requestId: string): WireReply {
  return { ...reply, headers: { ...reply.headers, "x-amzn-requestid": requestId } };
}
