import { formReader } from "../form/read-form.ts";
import { formText, parseForm } from "../form/parse-form.ts";
import type { Members, WireReply } from "../message.ts";
import { escapeXml } from "../xml/escape-xml.ts";
import { element, membersWriter, xmlWriter } from "../xml/write-xml.ts";
import type { ServiceFacts } from "../services.ts";
import { isMessage, type OperationSchema, type Protocol, type SpelledFault } from "./protocol.ts";

/** IAM's and STS's protocol: forms in, XML out. */
export const awsQuery: Protocol = {
  compileOperation: (schema, facts) => {
    const read = formReader(schema.input);
    const write = resultWriter(schema);
    return {
      readInput: (request) => read(parseForm(formText(request)), 0) as Members,
      writeOutput: (output, requestId) => {
        const content = write(output) + element("ResponseMetadata", element("RequestId", escapeXml(requestId)));
        return xmlReply(200, element(`${schema.name}Response`, content, namespaceOf(facts)), requestId);
      },
    };
  },
  writeFault: (fault, facts, requestId) => {
    const content = element("Error", errorContent(fault)) + element("RequestId", escapeXml(requestId));
    return xmlReply(fault.status, element("ErrorResponse", content, namespaceOf(facts)), requestId);
  },
};

function resultWriter({ name, output }: OperationSchema): (output: Members) => string {
  if (output.kind === "unit") {
    return () => "";
  }
  const write = xmlWriter(output);
  return (value) => write(value, `${name}Result`);
}

function errorContent({ code, fault, message, shape, members }: SpelledFault): string {
  const own = shape?.members.filter(({ name }) => !isMessage(name)) ?? [];
  return (
    element("Type", fault === "client" ? "Sender" : "Receiver") +
    element("Code", escapeXml(code)) +
    element("Message", escapeXml(message)) +
    membersWriter(own)(members)
  );
}

function namespaceOf({ xmlNamespace }: ServiceFacts): string {
  return xmlNamespace === undefined ? "" : ` xmlns="${xmlNamespace}"`;
}

function xmlReply(status: number, body: string, requestId: string): WireReply {
  return { status, headers: { "content-type": "text/xml", "x-amzn-requestid": requestId }, body };
}
