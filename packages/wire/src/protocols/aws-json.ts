import { parseJsonBody } from "../json/parse-json.ts";
import { jsonReaders } from "../json/read-json.ts";
import { jsonWriters } from "../json/write-json.ts";
import type { Members, WireReply } from "../message.ts";
import { faultBody } from "./fault-body.ts";
import type { Protocol } from "./protocol.ts";

const read = jsonReaders((member) => member.name);
const write = jsonWriters((member) => member.name);

/** The protocol of Organizations and its kin: JSON both ways, the operation in `X-Amz-Target`. */
export const awsJson: Protocol = {
  compileOperation: ({ input, output }) => {
    const readInput = read(input);
    const writeOutput = write(output);
    return {
      readInput: (request) => readInput(parseJsonBody(request), 0) as Members,
      writeOutput: (value, requestId) => jsonReply(200, writeOutput(value), requestId),
    };
  },
  writeFault: (fault, _facts, requestId) => {
    const body = faultBody(fault, fault.shape?.members ?? [], write, (member) => member.name);
    return jsonReply(fault.status, withType(body, fault.code), requestId);
  },
};

function withType(body: string, code: string): string {
  const type = `{"__type":${JSON.stringify(code)}`;
  return body === "{}" ? `${type}}` : `${type},${body.slice(1)}`;
}

function jsonReply(status: number, body: string, requestId: string): WireReply {
  return { status, headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId }, body };
}
