import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { skipWithoutAwsCli } from "../tools/awscli.mjs";
import { skipWithoutChromium } from "../tools/chromium.mjs";
import { closing } from "./support/closing.ts";
import { guide, type GuidePlane, guidePlane } from "./support/guide-plane.ts";
import { guideConfig } from "./support/guide-config.ts";
import { type PersonAtBrowser, personAtBrowser } from "./support/person-at-browser.ts";
import { type ReaderHome, readerHome } from "./support/reader-home.ts";

const skip = skipWithoutAwsCli() || skipWithoutChromium();

describe("signing in with the AWS CLI", { skip }, () => {
  const opened = closing();
  let served: GuidePlane;
  let home: ReaderHome;
  let person: PersonAtBrowser;

  before(async () => {
    served = await guidePlane();
    opened(served.close);
    home = readerHome(served.endpoint);
    opened(home.remove);
    home.write(".aws/config", guideConfig(served.startUrl));
    person = await personAtBrowser({ userName: guide.person, oneTimePassword: served.oneTimePassword });
    opened(person.close);
  });

  /** Types a sign-in command and answers in the browser it opens. */
  async function signIn(command: string, word: "Allow access" | "Deny" | "Cancel", signal: AbortSignal) {
    const running = home.type(command);
    const page = await person.answer(await home.openedAddress(signal), word);
    return { ...(await running), page };
  }
  const tokenFiles = () =>
    readdirSync(join(home.path, ".aws/sso/cache")).map((name) => home.read(`.aws/sso/cache/${name}`));
  const callerOf = async (profile: string) => {
    const { stdout, stderr } = await home.type(`aws sts get-caller-identity --profile ${profile}`);
    assert.equal(stderr, "");
    return JSON.parse(stdout) as { Account: string; Arn: string; UserId: string };
  };

  test(
    "`aws sso login` signs in by authorization code through the browser",
    { timeout: 60_000 },
    async ({ signal }) => {
      const { code, stdout, stderr, page } = await signIn("aws sso login --profile dev", "Allow access", signal);
      assert.equal(code, 0, stderr);
      assert.match(stdout, /Successfully logged into Start URL: https:\/\/d-[0-9a-f]{10}\.awsapps\.com\/start/);
      assert.match(page, /credentials have been shared successfully/);
      assert.ok(tokenFiles().some((text) => text.includes(`"refreshToken"`)));
    },
  );

  test("both profiles are the same account and different roles", { timeout: 60_000 }, async () => {
    const [dev, admin] = [await callerOf("dev"), await callerOf("admin")];
    assert.deepEqual([dev.Account, admin.Account], [guide.accountId, guide.accountId]);
    const arn = (role: string) =>
      new RegExp(`^arn:aws:sts::${guide.accountId}:assumed-role/AWSReservedSSO_${role}_[0-9a-f]{16}/${guide.person}$`);
    assert.match(dev.Arn, arn("DeveloperAccess"));
    assert.match(admin.Arn, arn("AdminAccess"));
    assert.match(dev.UserId, new RegExp(`^AROA[A-Z2-7]{17}:${guide.person}$`));
  });

  test(
    "the developer may not touch IAM and is told who was refused what, the admin may",
    { timeout: 60_000 },
    async () => {
      const { Arn } = await callerOf("dev");
      const refused = await home.type("aws iam create-user --user-name eve --profile dev");
      assert.equal(refused.code, 254);
      assert.equal(
        refused.stderr.trim().replace(/^aws: \[ERROR\]: /, ""),
        `An error occurred (AccessDenied) when calling the CreateUser operation: User: ${Arn} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${guide.accountId}:user/eve because no identity-based policy allows the iam:CreateUser action`,
      );
      const allowed = await home.type("aws iam create-user --user-name eve --profile admin");
      assert.equal(allowed.code, 0, allowed.stderr);
      assert.equal((JSON.parse(allowed.stdout) as { User: { UserName: string } }).User.UserName, "eve");
    },
  );

  test("the AWS SDK for JavaScript goes on with the CLI's sign-in", { timeout: 60_000 }, async () => {
    const script = fileURLToPath(new URL("support/who-am-i.mjs", import.meta.url));
    const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
    const child = spawn(process.execPath, [script], {
      env: { ...home.environment, ...quiet, AWS_PROFILE: "dev", AWS_REGION: guide.region },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let arn = "";
    for await (const text of child.stdout.setEncoding("utf8")) arn += text as string;
    assert.match(arn, /assumed-role\/AWSReservedSSO_DeveloperAccess_/);
  });

  test("`aws sso logout` ends the session on both sides", { timeout: 60_000 }, async () => {
    const token = tokenFiles()
      .map((text) => (JSON.parse(text) as { accessToken?: string }).accessToken)
      .find((found) => found !== undefined);
    assert.ok(token);
    const asked = () =>
      fetch(`${served.endpoint}/assignment/accounts`, { headers: { "x-amz-sso_bearer_token": token } });
    assert.equal((await asked()).status, 200);
    assert.deepEqual(await home.type("aws sso logout"), { code: 0, stdout: "", stderr: "" });
    assert.equal((await asked()).status, 401);
    assert.ok(!tokenFiles().some((text) => text.includes("accessToken")));
    const { code, stderr } = await home.type("aws sts get-caller-identity --profile dev");
    assert.equal(code, 255);
    assert.match(stderr, /Error loading SSO Token|Token for my-aws does not exist/);
  });

  test("`--use-device-code` signs in with the code shown in the terminal", { timeout: 60_000 }, async ({ signal }) => {
    const { code, stdout, stderr, page } = await signIn(
      "aws sso login --profile admin --use-device-code",
      "Allow access",
      signal,
    );
    assert.equal(code, 0, stderr);
    const [userCode] = /[B-Z]{4}-[B-Z]{4}/.exec(stdout) ?? [];
    assert.ok(userCode);
    assert.match(page, /Access allowed/);
    assert.match((await callerOf("admin")).Arn, /AWSReservedSSO_AdminAccess_/);
  });

  test("a person who says no ends both ways of signing in", { timeout: 60_000 }, async ({ signal }) => {
    const byCode = await signIn("aws sso login --profile dev", "Deny", signal);
    assert.equal(byCode.code, 255);
    const byDevice = await signIn("aws sso login --profile dev --use-device-code", "Cancel", signal);
    assert.equal(byDevice.code, 254);
    assert.match(byDevice.stderr, /AccessDeniedException/);
  });
});
