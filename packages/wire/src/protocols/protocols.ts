import type { ProtocolName } from "../services.ts";
import { awsJson } from "./aws-json.ts";
import { awsQuery } from "./aws-query.ts";
import type { Protocol } from "./protocol.ts";
import { restJson } from "./rest-json.ts";

/** Every protocol by its name. */
export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  awsQuery,
  "awsJson1.1": awsJson,
  restJson1: restJson,
};
