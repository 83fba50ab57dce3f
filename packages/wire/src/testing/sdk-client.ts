import type { RequestHandler, HttpRequest, HttpResponse } from "@smithy/types";
import type { ServiceId } from "../services.ts";

/** What the tests use of any SDK client. */
export interface SdkClient {
  send(command: unknown): Promise<Record<string, unknown>>;
  destroy(): void;
}

type Constructor = new (argument: object) => SdkClient;

/** A service's client over a handler, and its package's exports. */
export async function sdkClient(id: ServiceId, requestHandler: RequestHandler<HttpRequest, HttpResponse>) {
  const sdk = (await import(`@aws-sdk/client-${id}`)) as Record<string, unknown>;
  const name = Object.keys(sdk).find((key) => key.endsWith("Client") && !key.startsWith("_"));
  const Client = sdk[name ?? ""] as Constructor;
  const client = new Client({
    region: "eu-central-1",
    endpoint: "http://127.0.0.1:4566",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
    requestHandler,
    maxAttempts: 1,
  });
  const command = (operation: string, input: object) => new (sdk[`${operation}Command`] as Constructor)(input);
  return { client, command, sdk };
}
