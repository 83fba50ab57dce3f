import { element } from "../xml/write-xml.ts";
import { escapeXml } from "../xml/escape-xml.ts";
import type { WireReply } from "../message.ts";
import { encodeTextMap } from "./cbor.ts";

/** The protocol that a request for a service we do not have seems to speak. */
export type ForeignProtocol = "s3" | "restXml" | "restJson" | "awsJson" | "awsQuery" | "ec2Query" | "rpcV2Cbor";

/** A request for an AWS service that is not spoken here, which is nevertheless answered in its own protocol. */
export interface ForeignRequest {
  readonly protocol: ForeignProtocol;
  /** The service it is signed for, where it is signed. */
  readonly signingName: string | undefined;
  /** The operation it names, where its protocol names one outside the path. */
  readonly operation: string | undefined;
  /** The request's own content type, which AWS's JSON protocols echo. */
  readonly contentType: string;
}

/** A fault as foreign services write it. */
interface ForeignFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** Writes a fault in the protocol of a foreign request. */
export function foreignReply(request: ForeignRequest, fault: ForeignFault): WireReply {
  return writers[request.protocol](fault, request);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

type ForeignWriter = (fault: ForeignFault, request: ForeignRequest) => WireReply;

const writers: Readonly<Record<ForeignProtocol, ForeignWriter>> = {
  s3: ({ status, requestId, ...fault }) => ({
    status,
    headers: { "content-type": "application/xml", "x-amz-request-id": requestId, "x-amz-id-2": requestId },
    body: declaration + element("Error", errorElements(fault) + textElement("RequestId", requestId)),
  }),
  restXml: (fault) => errorResponse(fault, typeElement(fault)),
  awsQuery: (fault) => errorResponse(fault, typeElement(fault)),
  ec2Query: (fault) => {
    const errors = element("Errors", element("Error", errorElements(fault)));
    return xmlReply(fault, element("Response", errors + textElement("RequestID", fault.requestId)));
  },
  restJson: ({ status, code, message, requestId }) => ({
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": code, "x-amzn-requestid": requestId },
    body: JSON.stringify({ message }),
  }),
  awsJson: ({ status, code, message, requestId }, { contentType }) => ({
    status,
    headers: { "content-type": contentType, "x-amzn-requestid": requestId },
    body: JSON.stringify({ __type: code, message }),
  }),
  rpcV2Cbor: ({ status, code, message, requestId }) => ({
    status,
    headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor", "x-amzn-requestid": requestId },
    body: encodeTextMap({ __type: code, message }),
  }),
};

function errorResponse(fault: ForeignFault, type: string): WireReply {
  const content = element("Error", type + errorElements(fault)) + textElement("RequestId", fault.requestId);
  return xmlReply(fault, element("ErrorResponse", content));
}

function xmlReply({ status, requestId }: ForeignFault, body: string): WireReply {
  const headers = { "content-type": "text/xml", "x-amzn-requestid": requestId };
  return { status, headers, body: declaration + body };
}

function typeElement({ status }: ForeignFault): string {
  return element("Type", status >= 500 ? "Receiver" : "Sender");
}

function errorElements({ code, message }: Pick<ForeignFault, "code" | "message">): string {
  return textElement("Code", code) + textElement("Message", message);
}

function textElement(tag: string, text: string): string {
  return element(tag, escapeXml(text));
}
