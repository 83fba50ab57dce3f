import { quotas } from "@castellan/catalog";
import { WireFault } from "@castellan/wire";
import { arns } from "../frame/arns.ts";
import type { Caller } from "../frame/caller.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import type { IamRole } from "../records/iam.ts";
import { issueSession, type SessionCredentials } from "../security/sessions.ts";
import { type AssumeRoleInput, assumeRoleQuestions, namedRole, sourceIdentityOf } from "./assume-role-access.ts";
import { packedSize } from "./packed-size.ts";
import { sessionPolicies } from "./session-policies.ts";
import { sessionTags } from "./session-tags.ts";

const operation = operationsOf("sts");

/** Seconds of a session that asks for none [STS API Reference, AssumeRole]. */
const defaultDuration = 3600;

const assumeRole = operation("AssumeRole", {
  audited: true,
  authorize: assumeRoleQuestions,
  run: (call) => {
    const { input, caller } = call;
    const { role } = namedRole(call);
    if (!role) throw denied(caller, input.RoleArn);
    refuseUnbuilt(input);
    const claims = sessionClaims(call, role);
    const percent = packedSize(claims);
    const { accountId, roleName, roleId, sessionName, sourceIdentity } = claims;
    return {
      Credentials: describeCredentials(issueSession(call.vault, claims)),
      AssumedRoleUser: {
        AssumedRoleId: `${roleId}:${sessionName}`,
        Arn: arns.assumedRole(accountId, roleName, sessionName),
      },
      ...(percent !== undefined && { PackedPolicySize: percent }),
      ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
    };
  },
});

/** What the session is, for as long as it lives. */
function sessionClaims(call: Call<AssumeRoleInput>, role: IamRole): Parameters<typeof issueSession>[1] {
  const { input, caller, now } = call;
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  const sourceIdentity = stickySourceIdentity(caller, input);
  return {
    accountId: role.accountId,
    roleName: role.roleName,
    roleId: role.roleId,
    sessionName: input.RoleSessionName,
    issuedAt,
    expiresAt: issuedAt + durationOf(caller, role, input.DurationSeconds),
    ...sessionPolicies(call, role, input),
    ...sessionTags(caller, input),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    chained: caller.kind === "assumedRole",
  };
}

const describeCredentials = ({ accessKeyId, secretAccessKey, sessionToken, expiration }: SessionCredentials) => ({
  AccessKeyId: accessKeyId,
  SecretAccessKey: secretAccessKey,
  SessionToken: sessionToken,
  Expiration: expiration,
});

/** A role that is not there is answered as one that trusts nobody, for planes that ask no policies too. */
const denied = (caller: Caller, roleArn: string): WireFault =>
  new WireFault(
    "AccessDenied",
    403,
    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  );

function durationOf(caller: Caller, role: IamRole, seconds = defaultDuration): number {
  if (seconds > role.maxSessionDuration)
    refuse("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  if (caller.kind === "assumedRole" && seconds > quotas["sts.chainedSessionDuration"].value) {
    refuse("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
  }
  return seconds;
}

/** Once a session says who is behind it, sessions that follow cannot say otherwise; AWS's words for it are not documented. */
function stickySourceIdentity(caller: Caller, input: AssumeRoleInput): string | undefined {
  const sourceIdentity = sourceIdentityOf(caller, input);
  if (input.SourceIdentity === undefined || input.SourceIdentity === sourceIdentity) return sourceIdentity;
  throw new WireFault("AccessDenied", 403, "The source identity of the calling session cannot be changed.");
}

/** The plane knows no MFA devices and no context providers. */
function refuseUnbuilt({ SerialNumber, TokenCode, ProvidedContexts }: AssumeRoleInput): void {
  if (SerialNumber !== undefined || TokenCode !== undefined) {
    const help = "Please verify your MFA serial number is valid and associated with this user.";
    throw new WireFault("AccessDenied", 403, `MultiFactorAuthentication failed, unable to validate MFA code.  ${help}`);
  }
  if (ProvidedContexts?.length)
    throw new WireFault("NotImplemented", 501, "sts:AssumeRole with ProvidedContexts is not built in this plane");
}

function refuse(message: string): never {
  throw new WireFault("ValidationError", 400, message);
}

/** Operations that assume roles. */
export const assumeRoleOperations = [assumeRole];
