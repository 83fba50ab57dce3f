import {
  type AwsClients,
  createClients,
  decideAdministrators,
  type Estate,
  type EstateReading,
  type Plan,
  openEstate,
  planChanges,
  type PlanOptions,
  readEstate,
  scopeOf,
} from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import type { OpenTarget } from "../target/open-target.ts";

/** What planning a file against a target came to, and what going on from there needs. */
export interface PlanWork {
  readonly clients: AwsClients;
  readonly reading: EstateReading;
  readonly plan: Plan;
  readonly options: Omit<PlanOptions, "digest" | "scope" | "caller">;
}

/** Reads the target and compares it with the file. */
export async function planWork({ loaded }: GoodAccessFile, { target, title }: OpenTarget): Promise<PlanWork> {
  const { desired } = loaded;
  const clients = createClients(target);
  const scope = scopeOf(desired.estate, desired.owner, target.kind === "aws" ? "binding" : "nominal");
  const reading = await reach(title, () => readEstate(clients, scope));
  const options = {
    minimumAdministrators: desired.administrators.atLeast,
    managedPolicyDocument: (arn: string) => installedCatalog().managedPolicy(arn)?.document,
    administratorsOf: (estate: Estate) => decideAdministrators(openEstate(estate, installedCatalog())),
  };
  return { clients, reading, plan: planChanges(desired.estate, reading.estate, { ...options, ...reading }), options };
}

/** What AWS's clients say when nobody may call, or a sign-in has ended. */
const signInNeeded =
  /CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|SSO session|token has expired/i;

/** Does something at a target; what the target, or the way to it, has against it ends the command with its words. */
export async function reach<T>(title: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isRemote =
      "$metadata" in error || "code" in error || "cause" in error || error.name === "CredentialsProviderError";
    if (!isRemote) throw error;
    if (signInNeeded.test(`${error.name} ${error.message}`)) {
      throw new CommandFailure(
        exitCodes.signIn,
        `${title} needs a sign-in: ${error.message}`,
        "sign in, for example with `aws sso login --profile NAME`, and name the profile with -p",
        { cause: error },
      );
    }
    throw new CommandFailure(exitCodes.target, `${title} refused or cannot be reached: ${error.message}`, undefined, {
      cause: error,
    });
  }
}
