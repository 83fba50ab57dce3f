import type { Core, Origin } from "./frame/core.ts";
import type { Call } from "./frame/operation.ts";
import { createAdministrator } from "./bootstrap-administrator.ts";
import { createOrganizationRecord } from "./organizations/account-record.ts";
import { createInstanceRecord } from "./sso-admin/instance-record.ts";
import { hashGeneratedPassword, newOneTimePassword } from "./security/password.ts";

/** What a new plane starts with; the password is shown once and kept as a hash only. */
export interface Bootstrapped {
  readonly accountId: string;
  readonly administrator: { readonly userName: string; readonly password: string };
}

/** Makes what AWS makes in its console: the organization with its management account, Identity Center, one administrator. */
export async function bootstrap(core: Core, accountId: string): Promise<Bootstrapped> {
  const password = newOneTimePassword();
  const userName = "administrator";
  const origin: Origin = {
    service: "castellan",
    operation: "Bootstrap",
    caller: { kind: "plane", accountId, arn: "castellan", userId: "castellan" },
  };
  await core.transact(origin, {}, (call: Call<object>) => {
    createOrganizationRecord(call, accountId, "management@castellan.invalid");
    const instance = createInstanceRecord(call, accountId);
    createAdministrator(call, instance, userName, hashGeneratedPassword(password));
  });
  return { accountId, administrator: { userName, password } };
}
