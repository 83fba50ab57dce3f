import type { Account } from "@aws-sdk/client-account";
import type { IAM } from "@aws-sdk/client-iam";
import type { Identitystore } from "@aws-sdk/client-identitystore";
import type { Organizations } from "@aws-sdk/client-organizations";
import type { SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { STS } from "@aws-sdk/client-sts";
import type { CallerIdentity } from "../plan/caller.ts";
import { createAccountCredentials } from "./account-credentials.ts";
import { once, onceFor } from "./once.ts";
import { patienceMiddleware } from "./patience.ts";
import type { AwsCredentials, Target } from "./target.ts";
import { machineTiming, type Timing } from "./timing.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** The SDK's clients for one target; a package is loaded when its service is first asked for. */
export interface AwsClients {
  readonly target: Target;
  readonly timing: Timing;
  readonly sts: () => Promise<STS>;
  readonly organizations: () => Promise<Organizations>;
  readonly ssoAdmin: () => Promise<SSOAdmin>;
  readonly identityStore: () => Promise<Identitystore>;
  readonly account: () => Promise<Account>;
  /** IAM in an account by id: with our own credentials in our own account, through the member role elsewhere. */
  readonly iam: (accountId: string) => Promise<IAM>;
  readonly caller: () => Promise<CallerIdentity>;
  /** Credentials in an account by id; `undefined` means our own. */
  readonly accountCredentials: (accountId: string) => Promise<(() => Promise<AwsCredentials>) | undefined>;
  /** Says that an account was made just now, so that its role may take a moment to appear. */
  readonly expectNewAccount: (accountId: string) => void;
}

/** SDK clients for a target. Nothing is loaded or called yet. */
export function createClients(target: Target, timing: Timing = machineTiming): AwsClients {
  const bucket = createTokenBucket(target.callsPerSecond ?? (target.kind === "aws" ? 20 : undefined), timing);
  const patience = patienceMiddleware(bucket, timing);
  const config = configOf(target);
  const step = { step: "initialize", name: "castellanPatience", priority: "high" } as const;
  const sts = once(async () => {
    const client = new (await import("@aws-sdk/client-sts")).STS(config);
    client.middlewareStack.add(patience, step);
    return client;
  });
  const caller = once(async () => callerOf(await sts()));
  const fresh = new Set<string>();
  const accountCredentials = createAccountCredentials({ target, timing, sts, caller, fresh });
  return {
    target,
    timing,
    sts,
    caller,
    accountCredentials,
    expectNewAccount: (accountId) => void fresh.add(accountId),
    organizations: once(async () => {
      const client = new (await import("@aws-sdk/client-organizations")).Organizations(config);
      client.middlewareStack.add(patience, step);
      return client;
    }),
    ssoAdmin: once(async () => {
      const client = new (await import("@aws-sdk/client-sso-admin")).SSOAdmin(config);
      client.middlewareStack.add(patience, step);
      return client;
    }),
    identityStore: once(async () => {
      const client = new (await import("@aws-sdk/client-identitystore")).Identitystore(config);
      client.middlewareStack.add(patience, step);
      return client;
    }),
    account: once(async () => {
      const client = new (await import("@aws-sdk/client-account")).Account(config);
      client.middlewareStack.add(patience, step);
      return client;
    }),
    iam: onceFor(async (accountId) => {
      const credentials = await accountCredentials(accountId);
      const sdk = await import("@aws-sdk/client-iam");
      const client = new sdk.IAM(credentials ? { ...config, credentials } : config);
      client.middlewareStack.add(patience, step);
      return client;
    }),
  };
}

/** Our own retries replace the SDK's: they know which faults pass, and share one pace. */
function configOf(target: Target) {
  const endpoint = target.endpoint ?? (target.requestHandler ? "http://castellan.localhost" : undefined);
  return {
    region: target.region,
    maxAttempts: 1,
    ...(target.credentials ? { credentials: target.credentials } : {}),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(target.requestHandler ? { requestHandler: target.requestHandler } : {}),
  };
}

async function callerOf(sts: STS): Promise<CallerIdentity> {
  const { Arn = "", Account: accountId = "", UserId: userId = "" } = await sts.getCallerIdentity({});
  return { arn: Arn, accountId, userId };
}
