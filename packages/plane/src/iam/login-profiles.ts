import {
  EntityAlreadyExistsException,
  InvalidUserTypeException,
  type LoginProfile as ApiProfile,
  NoSuchEntityException,
  PasswordPolicyViolationException,
} from "@aws-sdk/client-iam";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import { type IamUser, type LoginProfile, loginProfiles, nameKey } from "../records/iam.ts";
import { hashPasswordNow, verifyPasswordNow } from "../security/password.ts";
import { onUser } from "./authorization.ts";
import { userNameOrCaller } from "./calling-user.ts";
import { onOwnPassword, passwordPolicyOf } from "./password-policy.ts";
import { requirePasswordWithin } from "./password-rules.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

/** The most passwords a policy can forbid to use again [IAM API Reference, PasswordReusePrevention]. */
const longestReusePrevention = 24;

/** A call about the console password of a user, by default the caller. */
type ProfileCall = Call<{ readonly UserName?: string | undefined }>;

const onHolder = (call: ProfileCall) => onUser(call, holderName(call));

/** The root user's password is not IAM's to manage. */
function holderName({ caller, input }: ProfileCall): string {
  const userName = userNameOrCaller(caller, input.UserName);
  if (userName !== undefined) return userName;
  throw new WireFault("ValidationError", 400, "Must specify userName when calling with non-User credentials");
}

const holderOf = (call: ProfileCall): IamUser => userNamed(call.tx, call.accountId, holderName(call));

const profileOf = ({ tx, accountId }: Pick<Call<unknown>, "tx" | "accountId">, user: IamUser): LoginProfile =>
  tx.get(loginProfiles, nameKey(accountId, user.userName)) ??
  fail(NoSuchEntityException, `Login Profile for User ${user.userName} cannot be found.`);

const describeProfile = (profile: LoginProfile): ApiProfile => ({
  UserName: profile.userName,
  CreateDate: new Date(profile.createDate),
  PasswordResetRequired: profile.passwordResetRequired,
});

const createLoginProfile = operation("CreateLoginProfile", {
  authorize: onHolder,
  run: (call) => {
    const { tx, accountId, now: createDate, input } = call;
    const { userName } = holderOf(call);
    const { Password: password, PasswordResetRequired: passwordResetRequired = false } = input;
    if (password === undefined) throw new WireFault("ValidationError", 400, nullPassword);
    if (tx.get(loginProfiles, nameKey(accountId, userName))) {
      fail(EntityAlreadyExistsException, `Login Profile for user ${userName} already exists.`);
    }
    requirePasswordWithin(passwordPolicyOf(tx, accountId), password);
    const passwordHash = hashPasswordNow(password);
    return {
      LoginProfile: describeProfile(
        tx.put(loginProfiles, { accountId, userName, passwordHash, passwordResetRequired, createDate }),
      ),
    };
  },
});

const nullPassword =
  "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null";

const getLoginProfile = operation("GetLoginProfile", {
  authorize: onHolder,
  run: (call) => ({ LoginProfile: describeProfile(profileOf(call, holderOf(call))) }),
});

const updateLoginProfile = operation("UpdateLoginProfile", {
  authorize: onHolder,
  run: (call) => {
    const { tx, accountId, input } = call;
    const profile = profileOf(call, holderOf(call));
    const { Password: password, PasswordResetRequired: passwordResetRequired = profile.passwordResetRequired } = input;
    if (password !== undefined) requirePasswordWithin(passwordPolicyOf(tx, accountId), password);
    const changed = password === undefined ? profile : withPassword(profile, password);
    tx.put(loginProfiles, { ...changed, passwordResetRequired });
    return {};
  },
});

const deleteLoginProfile = operation("DeleteLoginProfile", {
  authorize: onHolder,
  run: (call) => {
    call.tx.remove(loginProfiles, profileOf(call, holderOf(call)));
    return {};
  },
});

const changePassword = operation("ChangePassword", {
  authorize: (call) => onOwnPassword(call, call.caller.arn),
  run: (call) => {
    const { tx, accountId, caller } = call;
    const { OldPassword: oldPassword, NewPassword: newPassword } = call.input;
    if (caller.kind !== "iamUser")
      return fail(InvalidUserTypeException, "Only IAM users can change their own password.");
    const profile = profileOf(call, userNamed(tx, accountId, caller.userName));
    if (!verifyPasswordNow(oldPassword, profile.passwordHash)) {
      throw new WireFault("AccessDenied", 403, "The old password was incorrect.");
    }
    const policy = passwordPolicyOf(tx, accountId);
    requirePasswordWithin(policy, newPassword);
    requireUnused(profile, newPassword, policy?.PasswordReusePrevention ?? 0);
    tx.put(loginProfiles, { ...withPassword(profile, newPassword), passwordResetRequired: false });
    return {};
  },
});

function requireUnused(profile: LoginProfile, password: string, count: number): void {
  const recent = [profile.passwordHash, ...(profile.previousHashes ?? [])].slice(0, count);
  if (recent.some((hash) => verifyPasswordNow(password, hash))) {
    fail(PasswordPolicyViolationException, `Password cannot be one of the last ${count} passwords`);
  }
}

const withPassword = (profile: LoginProfile, password: string): LoginProfile => ({
  ...profile,
  passwordHash: hashPasswordNow(password),
  previousHashes: [profile.passwordHash, ...(profile.previousHashes ?? [])].slice(0, longestReusePrevention - 1),
});

/** Operations on the console passwords of users. */
export const loginProfileOperations = [
  createLoginProfile,
  getLoginProfile,
  updateLoginProfile,
  deleteLoginProfile,
  changePassword,
];
