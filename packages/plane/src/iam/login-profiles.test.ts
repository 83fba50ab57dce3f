import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ChangePasswordCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteAccountPasswordPolicyCommand,
  DeleteLoginProfileCommand,
  GetAccountPasswordPolicyCommand,
  GetLoginProfileCommand,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const good = "correct-Horse-7";

test("a console password is set, shown without itself, changed and taken away", async (t) => {
  const { iam, plane } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "Ann" }));
  const { LoginProfile: created } = await iam.send(new CreateLoginProfileCommand({ UserName: "ann", Password: good }));
  assert.deepEqual([created?.UserName, created?.PasswordResetRequired], ["Ann", false]);
  const again = iam.send(new CreateLoginProfileCommand({ UserName: "Ann", Password: good }));
  await refused(again, "EntityAlreadyExists", "Login Profile for user Ann already exists.", 409);
  await iam.send(new UpdateLoginProfileCommand({ UserName: "Ann", PasswordResetRequired: true }));
  assert.equal(
    (await iam.send(new GetLoginProfileCommand({ UserName: "Ann" }))).LoginProfile?.PasswordResetRequired,
    true,
  );
  assert.ok(!JSON.stringify(plane.core.ledger.store.dump()).includes(good));
  await iam.send(new DeleteLoginProfileCommand({ UserName: "Ann" }));
  const words = "Login Profile for User Ann cannot be found.";
  await refused(iam.send(new GetLoginProfileCommand({ UserName: "Ann" })), "NoSuchEntity", words, 404);
  await refused(iam.send(new DeleteLoginProfileCommand({ UserName: "Ann" })), "NoSuchEntity", words);
  await refused(
    iam.send(new GetLoginProfileCommand({ UserName: "bob" })),
    "NoSuchEntity",
    "The user with name bob cannot be found.",
  );
});

test("without a password policy IAM asks for eight characters of three kinds", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const set = (Password: string) => iam.send(new CreateLoginProfileCommand({ UserName: "ann", Password }));
  await refused(set("aB3-"), "PasswordPolicyViolation", "Password should have a minimum length of 8", 400);
  const kinds =
    "Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol";
  await refused(set("lower123"), "PasswordPolicyViolation", kinds);
  await set("Lower123");
});

test("a password policy is set as a whole, shown and taken away", async (t) => {
  const { iam } = await testIam(t);
  const missing = `The Password Policy with domain name ${testAccount} cannot be found.`;
  await refused(iam.send(new GetAccountPasswordPolicyCommand({})), "NoSuchEntity", missing, 404);
  await refused(
    iam.send(new DeleteAccountPasswordPolicyCommand({})),
    "NoSuchEntity",
    "The account policy with name PasswordPolicy cannot be found.",
  );
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14, RequireSymbols: true, MaxPasswordAge: 90 }),
  );
  await iam.send(new UpdateAccountPasswordPolicyCommand({ RequireNumbers: true }));
  const { PasswordPolicy: policy } = await iam.send(new GetAccountPasswordPolicyCommand({}));
  assert.deepEqual(policy, {
    MinimumPasswordLength: 6,
    RequireSymbols: false,
    RequireNumbers: true,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: false,
  });
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({ MaxPasswordAge: 90, HardExpiry: true, PasswordReusePrevention: 3 }),
  );
  const { PasswordPolicy: strict } = await iam.send(new GetAccountPasswordPolicyCommand({}));
  assert.deepEqual(
    [strict?.ExpirePasswords, strict?.MaxPasswordAge, strict?.HardExpiry, strict?.PasswordReusePrevention],
    [true, 90, true, 3],
  );
  await iam.send(new DeleteAccountPasswordPolicyCommand({}));
  await refused(iam.send(new GetAccountPasswordPolicyCommand({})), "NoSuchEntity", missing);
});

test("passwords are held to the account's policy", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 10, RequireNumbers: true }));
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const short = iam.send(new CreateLoginProfileCommand({ UserName: "ann", Password: "short" }));
  const words = "Password should have a minimum length of 10, Password should have at least one number";
  await refused(short, "PasswordPolicyViolation", words, 400);
  await iam.send(new CreateLoginProfileCommand({ UserName: "ann", Password: "long enough 1" }));
  await refused(
    iam.send(new UpdateLoginProfileCommand({ UserName: "ann", Password: "long enough" })),
    "PasswordPolicyViolation",
    /one number/,
  );
});

test("a user who is allowed to changes the own password, but not to a recent one", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann");
  const change = (from: string, to: string) =>
    ann.send(new ChangePasswordCommand({ OldPassword: from, NewPassword: to }));
  await plane.iam.send(new CreateLoginProfileCommand({ UserName: "ann", Password: good, PasswordResetRequired: true }));
  await refused(change(good, "Another-horse-8"), "AccessDenied", /iam:ChangePassword/, 403);
  await plane.iam.send(
    new UpdateAccountPasswordPolicyCommand({ AllowUsersToChangePassword: true, PasswordReusePrevention: 2 }),
  );
  await refused(change("wrong", "Another-horse-8"), "AccessDenied", "The old password was incorrect.", 403);
  await change(good, "Another-horse-8");
  assert.equal(
    (await plane.iam.send(new GetLoginProfileCommand({ UserName: "ann" }))).LoginProfile?.PasswordResetRequired,
    false,
  );
  await refused(change("Another-horse-8", good), "PasswordPolicyViolation", /last 2 passwords/, 400);
  await change("Another-horse-8", "Third-horse-9");
  await change("Third-horse-9", good);
});

test("an explicit deny counts more than the account's permission to change passwords", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann");
  await plane.iam.send(new UpdateAccountPasswordPolicyCommand({ AllowUsersToChangePassword: true }));
  await ann.send(new GetAccountPasswordPolicyCommand({}));
  const deny = { ...allow("iam:ChangePassword"), Effect: "Deny" };
  await plane.iam.send(
    new PutUserPolicyCommand({ UserName: "ann", PolicyName: "no", PolicyDocument: policyText(deny) }),
  );
  const change = ann.send(new ChangePasswordCommand({ OldPassword: good, NewPassword: good }));
  await refused(change, "AccessDenied", /with an explicit deny in an identity-based policy$/, 403);
});

test("the root user has no password that IAM could change", async (t) => {
  const { iam } = await testIam(t);
  const change = iam.send(new ChangePasswordCommand({ OldPassword: good, NewPassword: good }));
  await refused(change, "InvalidUserType", "Only IAM users can change their own password.", 400);
});
