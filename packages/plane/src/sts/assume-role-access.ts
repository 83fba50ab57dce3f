import type { RequestContext } from "@castellan/policy";
import { type Input, WireFault } from "@castellan/wire";
import type { Caller } from "../frame/caller.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import { requestTags } from "../iam/authorization.ts";
import { findRole } from "../iam/role-record.ts";
import type { IamRole } from "../records/iam.ts";
import { accounts } from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { inheritedTags } from "./session-tags.ts";

/** What AssumeRole is asked with. */
export type AssumeRoleInput = Input<"sts", "AssumeRole">;

type AssumeRoleCall = Pick<Call<AssumeRoleInput>, "tx" | "caller" | "policies" | "input">;

/** The questions AssumeRole puts: to assume, and if need be to tag the session and to say who is behind it. */
export function assumeRoleQuestions(call: AssumeRoleCall): Authorization[] {
  const { input, caller } = call;
  if (caller.kind === "root") throw new WireFault("AccessDenied", 403, "Roles may not be assumed by root accounts.");
  const { resourceAccount, role } = namedRole(call);
  const question: Authorization = {
    resource: input.RoleArn,
    resourceAccount,
    context: { ...requestContext(input, caller), ...roleTags(role?.tags) },
    ...(role && {
      resourcePolicy: call.policies.compile("trust", `${role.arn} trust policy`, role.assumeRolePolicyDocument),
    }),
  };
  const tagged = (input.Tags?.length ?? 0) + inheritedTags(caller).transitiveTagKeys.length > 0;
  const sourceIdentity = sourceIdentityOf(caller, input);
  return [
    question,
    ...(tagged ? [{ ...question, action: "sts:TagSession" }] : []),
    ...(sourceIdentity === undefined ? [] : [{ ...question, action: "sts:SetSourceIdentity" }]),
  ];
}

/** The account a role ARN names and the role, if it is there and its account is open. */
export function namedRole({ tx, input }: Pick<AssumeRoleCall, "tx" | "input">): {
  resourceAccount: string;
  role: IamRole | undefined;
} {
  const [, resourceAccount, name] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(input.RoleArn) ?? [];
  if (resourceAccount === undefined || name === undefined)
    throw new WireFault("ValidationError", 400, `${input.RoleArn} is invalid`);
  const role = findRole(tx, resourceAccount, name);
  const open = tx.get(accounts, resourceAccount)?.status !== "SUSPENDED";
  return { resourceAccount, role: open && role?.arn === input.RoleArn ? role : undefined };
}

/** Who is behind the session: said once, it stays through every session that follows. */
export const sourceIdentityOf = (caller: Caller, { SourceIdentity }: AssumeRoleInput): string | undefined =>
  (caller.kind === "assumedRole" ? caller.session.sourceIdentity : undefined) ?? SourceIdentity;

/** Condition keys of the request [Service Authorization Reference, AWS Security Token Service]. */
function requestContext(input: AssumeRoleInput, caller: Caller): RequestContext {
  const { ExternalId, RoleSessionName, TransitiveTagKeys } = input;
  const sourceIdentity = sourceIdentityOf(caller, input);
  return {
    "sts:RoleSessionName": RoleSessionName,
    ...(ExternalId !== undefined && { "sts:ExternalId": ExternalId }),
    ...(sourceIdentity !== undefined && { "sts:SourceIdentity": sourceIdentity }),
    ...(TransitiveTagKeys?.length && { "sts:TransitiveTagKeys": TransitiveTagKeys }),
    ...requestTags(input.Tags),
  };
}

const roleTags = (tags: readonly Tag[] = []): RequestContext =>
  Object.fromEntries(
    tags.flatMap(({ key, value }) => [
      [`aws:ResourceTag/${key}`, value],
      [`iam:ResourceTag/${key}`, value],
    ]),
  );
