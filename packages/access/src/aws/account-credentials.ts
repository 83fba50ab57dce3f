import type { AssumeRoleResponse, STS } from "@aws-sdk/client-sts";
import type { CallerIdentity } from "../plan/caller.ts";
import { isFault } from "./aws-fault.ts";
import { onceFor } from "./once.ts";
import { waitAfter } from "./patience.ts";
import type { AwsCredentials, Target } from "./target.ts";
import type { Timing } from "./timing.ts";

/** What is needed to become the administrator of a member account. */
export interface CredentialSource {
  readonly target: Target;
  readonly timing: Timing;
  readonly sts: () => Promise<STS>;
  readonly caller: () => Promise<CallerIdentity>;
  /** Ids of accounts made by this run; AWS lets their role be assumed some moments later. */
  readonly fresh: ReadonlySet<string>;
}

/** Tries of AssumeRole into an account made just now: with full jitter about three minutes. */
const freshAttempts = 16;

/**
 * Credentials per account: `undefined` (our own) in the caller's account, else a function that assumes the member role
 * and assumes it again when the SDK finds the credentials about to expire.
 */
export function createAccountCredentials(
  source: CredentialSource,
): (accountId: string) => Promise<(() => Promise<AwsCredentials>) | undefined> {
  const provider = onceFor((accountId) => Promise.resolve(() => assumeMemberRole(accountId, source)));
  return async (accountId) => {
    const caller = await source.caller();
    return caller.accountId === accountId ? undefined : provider(accountId);
  };
}

async function assumeMemberRole(accountId: string, source: CredentialSource): Promise<AwsCredentials> {
  const sts = await source.sts();
  const role = source.target.memberRole ?? "OrganizationAccountAccessRole";
  const request = { RoleArn: `arn:aws:iam::${accountId}:role/${role}`, RoleSessionName: "castellan" };
  const attempts = source.fresh.has(accountId) ? freshAttempts : 1;
  for (let failure = 0; ; failure += 1) {
    try {
      return credentialsOf(await sts.assumeRole(request));
    } catch (error) {
      if (failure + 1 >= attempts || !isFault(error, "AccessDenied")) throw error;
      await source.timing.sleep(waitAfter(failure, error, source.timing.random));
    }
  }
}

function credentialsOf(answer: AssumeRoleResponse): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined) throw new Error("AssumeRole answered no credentials");
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}
