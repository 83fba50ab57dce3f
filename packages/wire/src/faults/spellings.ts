import type { ProtocolName } from "../services.ts";

/** How one protocol spells a fault. */
export interface Spelling {
  readonly code: string;
  readonly status: number;
}

type Spellings = Readonly<Record<ProtocolName, Spelling>>;

function spelled(query: [string, number], json: [string, number], rest: [string, number]): Spellings {
  const [awsQuery, awsJson, restJson1] = [query, json, rest].map(([code, status]) => ({ code, status }));
  return { awsQuery, "awsJson1.1": awsJson, restJson1 } as Spellings;
}

/**
 * The faults that every service has, by awsQuery's code, with each protocol's own code and status.
 *
 * Source: "Common Errors" pages of the IAM, Organizations and Access Analyzer API references and answers recorded by
 * clients; read November 2026.
 */
const table: Readonly<Record<string, Spellings>> = {
  AccessDenied: spelled(["AccessDenied", 403], ["AccessDeniedException", 400], ["AccessDeniedException", 403]),
  ExpiredToken: spelled(["ExpiredToken", 403], ["ExpiredTokenException", 400], ["ExpiredTokenException", 403]),
  IncompleteSignature: spelled(
    ["IncompleteSignature", 400],
    ["IncompleteSignatureException", 400],
    ["IncompleteSignatureException", 403],
  ),
  InternalFailure: spelled(["InternalFailure", 500], ["InternalFailure", 500], ["InternalFailure", 500]),
  InvalidAction: spelled(
    ["InvalidAction", 400],
    ["UnknownOperationException", 400],
    ["UnknownOperationException", 404],
  ),
  InvalidClientTokenId: spelled(
    ["InvalidClientTokenId", 403],
    ["UnrecognizedClientException", 400],
    ["UnrecognizedClientException", 403],
  ),
  MalformedInput: spelled(["MalformedInput", 400], ["SerializationException", 400], ["SerializationException", 400]),
  MissingAuthenticationToken: spelled(
    ["MissingAuthenticationToken", 403],
    ["MissingAuthenticationTokenException", 400],
    ["MissingAuthenticationTokenException", 403],
  ),
  RequestEntityTooLarge: spelled(
    ["RequestEntityTooLarge", 413],
    ["RequestEntityTooLargeException", 413],
    ["RequestEntityTooLargeException", 413],
  ),
  ServiceUnavailable: spelled(
    ["ServiceUnavailable", 503],
    ["ServiceUnavailableException", 503],
    ["ServiceUnavailableException", 503],
  ),
  SignatureDoesNotMatch: spelled(
    ["SignatureDoesNotMatch", 403],
    ["InvalidSignatureException", 400],
    ["InvalidSignatureException", 403],
  ),
  Throttling: spelled(["Throttling", 400], ["ThrottlingException", 400], ["ThrottlingException", 429]),
  ValidationError: spelled(["ValidationError", 400], ["ValidationException", 400], ["ValidationException", 400]),
};

/** How a protocol spells a fault given by awsQuery's code; codes that are not in the table stay as they are. */
export function spellingOf(code: string, status: number, protocol: ProtocolName): Spelling {
  return table[code]?.[protocol] ?? { code, status };
}
