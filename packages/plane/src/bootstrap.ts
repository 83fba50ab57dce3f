import type { Core, Origin } from "./frame/core.ts";
import type { Call } from "./frame/operation.ts";
import { createAdministrator } from "./bootstrap-administrator.ts";
import { createOrganizationRecord } from "./organizations/account-record.ts";
import { createInstanceRecord } from "./sso-admin/instance-record.ts";
import { hashGeneratedPassword, newOneTimePassword } from "./security/password.ts";

/** A person made with a new plane; the password is shown once and kept as a hash only. */
export interface FirstAdministrator {
  readonly userName: string;
  readonly password: string;
}

/**
 * Makes what AWS makes in its console: the organization with its management account, Identity Center and, if a name is
 * given, one administrator.
 */
export async function bootstrap(
  core: Core,
  accountId: string,
  userName?: string,
): Promise<FirstAdministrator | undefined> {
  const password = newOneTimePassword();
  const origin: Origin = {
    service: "castellan",
    operation: "Bootstrap",
    caller: { kind: "plane", accountId, arn: "castellan", userId: "castellan" },
  };
  await core.transact(origin, {}, (call: Call<object>) => {
    createOrganizationRecord(call, accountId, "management@castellan.invalid");
    const instance = createInstanceRecord(call, accountId);
    if (userName !== undefined) createAdministrator(call, instance, userName, hashGeneratedPassword(password));
  });
  return userName === undefined ? undefined : { userName, password };
}
