import { CreateUserCommand, IAMClient } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type AwsCliRun, skipWithoutAwsCli } from "../tools/awscli.mjs";
import { skipWithoutChromium } from "../tools/chromium.mjs";
import blocks from "./guide-commands.json" with { type: "json" };
import { closing } from "./support/closing.ts";
import { guideConfig, guideProfiles } from "./support/guide-config.ts";
import { addSandbox, guide, type GuidePlane, guidePlane } from "./support/guide-plane.ts";
import { type PersonAtBrowser, personAtBrowser } from "./support/person-at-browser.ts";
import { type ReaderHome, readerHome } from "./support/reader-home.ts";

/** A piece of the guide: lines as it prints them, and the profile its reader's shell has when it does not name one. */
interface Block {
  readonly id: string;
  readonly lines: readonly string[];
  readonly then?: readonly string[];
  readonly profile?: string;
}

const skip = skipWithoutAwsCli() || skipWithoutChromium();
const timeout = 60_000;

describe("the commands of the access guide, as written", { skip }, () => {
  const opened = closing();
  let served: GuidePlane;
  let home: ReaderHome;
  let person: PersonAtBrowser;
  let sandbox: string;
  let accessKeyId = "";
  let secretAccessKey = "";
  const untouched = new Set(blocks.map(({ id }) => id));

  before(async () => {
    served = await guidePlane();
    opened(served.close);
    sandbox = await addSandbox(served);
    await served.operator(IAMClient).send(new CreateUserCommand({ UserName: "admin-john" }));
    home = readerHome(served.endpoint);
    opened(home.remove);
    const profiles = [
      ...guideProfiles,
      { name: "sandbox-dev", accountId: sandbox, roleName: "SandboxDeveloperAccess" },
      { name: "sandbox-test", accountId: sandbox, roleName: "SandboxTesterAccess" },
      { name: "sandbox-admin", accountId: sandbox, roleName: "AdminAccess" },
      { name: "your-profile", accountId: guide.accountId, roleName: "DeveloperAccess" },
    ];
    home.write(".aws/config", guideConfig(served.startUrl, profiles));
    person = await personAtBrowser({ userName: guide.person, oneTimePassword: served.oneTimePassword });
    opened(person.close);
  });

  function block(id: string): { readonly lines: string; readonly profile?: string } {
    untouched.delete(id);
    const { lines, then = [], profile } = blocks.find((one) => one.id === id) as Block;
    const text = [...lines, ...then].join("\n").replaceAll("ACCESS_KEY_ID", accessKeyId);
    return { lines: text, ...(profile !== undefined && { profile }) };
  }
  const type = (id: string, input = ""): Promise<AwsCliRun> => {
    const { lines, ...options } = block(id);
    return home.type(lines, { ...options, input });
  };
  /** The JSON documents a block prints, one for each command that prints any. */
  async function printed<Document = unknown>(id: string): Promise<Document[]> {
    const { code, stdout, stderr } = await type(id);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    const documents = stdout.split(/(?<=^\})\n/m).filter((text) => text !== "");
    return documents.map((text) => JSON.parse(text) as Document);
  }
  async function signIn(id: string, signal: AbortSignal): Promise<void> {
    const running = home.type(block(id).lines);
    await person.answer(await home.openedAddress(signal), "Allow access");
    const { code, stderr } = await running;
    assert.equal(code, 0, stderr);
  }
  async function assertCaller(id: string, account: string, ...roles: readonly string[]): Promise<void> {
    const callers = await printed<{ Account: string; Arn: string }>(id);
    assert.deepEqual(
      callers.map(({ Account }) => Account),
      roles.map(() => account),
    );
    const names = callers.map(
      ({ Arn }) => /assumed-role\/AWSReservedSSO_(\w+)_[0-9a-f]{16}\/you@example\.com$/.exec(Arn)?.[1] ?? Arn,
    );
    assert.deepEqual(names, roles);
  }

  test("step 9: each profile signs in and is its own role of the one account", { timeout }, async ({ signal }) => {
    await signIn("login-dev", signal);
    await assertCaller("caller-dev", guide.accountId, "DeveloperAccess");
    await signIn("login-admin", signal);
    await assertCaller("caller-admin", guide.accountId, "AdminAccess");
  });

  test("daily use: a default profile, an explicit one, aliases", { timeout }, async () => {
    await assertCaller("daily", guide.accountId, "DeveloperAccess");
    const [listed] = await printed<{ Users: { UserName: string }[] }>("list-users");
    assert.deepEqual(
      listed?.Users.map(({ UserName }) => UserName),
      ["admin-john"],
    );
    await assertCaller("aliases", guide.accountId, "DeveloperAccess", "AdminAccess");
  });

  test("the sandbox's profiles are roles of the sandbox account", { timeout }, async ({ signal }) => {
    await signIn("login-sandbox-dev", signal);
    await assertCaller("caller-sandbox-dev", sandbox, "SandboxDeveloperAccess");
    await signIn("login-sandbox-test", signal);
    await assertCaller("caller-sandbox-test", sandbox, "SandboxTesterAccess");
    await assertCaller("caller-sandbox-admin", sandbox, "AdminAccess");
  });

  test("IAM fallback: the administrators' group", { timeout }, async () => {
    const [group, ...rest] = await printed<{
      Group: { GroupName: string; Arn: string; GroupId: string; Path: string };
    }>("admin-fallback");
    assert.equal(group?.Group.Arn, `arn:aws:iam::${guide.accountId}:group/Admins`);
    assert.match(group.Group.GroupId, /^AGPA[A-Z2-7]{17}$/);
    assert.deepEqual(rest, []);
  });

  test(
    "IAM fallback: a developer with an access key, who is nobody before the group gives rights",
    { timeout },
    async () => {
      const [created] = await printed<{ User: { Arn: string; UserId: string } }>("create-user");
      assert.equal(created?.User.Arn, `arn:aws:iam::${guide.accountId}:user/dev-john`);
      const [made] = await printed<{ AccessKey: { AccessKeyId: string; SecretAccessKey: string; Status: string } }>(
        "create-access-key",
      );
      assert.match(made?.AccessKey.AccessKeyId ?? "", /^AKIA[A-Z2-7]{16}$/);
      ({ AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = made?.AccessKey ?? {});
      const configured = await type("configure", `${accessKeyId}\n${secretAccessKey}\n${guide.region}\njson\n`);
      assert.equal(configured.code, 0, configured.stderr);
      assert.equal(
        home.read(".aws/credentials"),
        `[dev-john]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
      );
      const [caller] = await printed<object>("caller-dev-john");
      assert.deepEqual(caller, { UserId: created.User.UserId, Account: guide.accountId, Arn: created.User.Arn });
      const refused = await type("s3-ls");
      assert.equal(refused.code, 254);
      assert.match(
        refused.stderr,
        /\(AccessDenied\) when calling the ListBuckets operation: User: arn:aws:iam::123456789012:user\/dev-john is not authorized to perform: s3:ListAllMyBuckets on resource: \* because no identity-based policy allows the s3:ListAllMyBuckets action/,
      );
    },
  );

  test(
    "IAM fallback: the developers' group lets them into S3, which is not IAM and said to be elsewhere",
    { timeout },
    async () => {
      const [group] = await printed<{ Group: { GroupName: string } }>("developer-fallback");
      assert.equal(group?.Group.GroupName, "Developers");
      assert.deepEqual(await printed("add-user"), []);
      assert.equal((await printed<{ Account: string }>("session"))[0]?.Account, guide.accountId);
      const { code, stderr } = await type("s3-ls");
      assert.equal(code, 254);
      assert.match(
        stderr,
        /user\/dev-john may perform s3:ListAllMyBuckets on \*, but this plane serves identity services only, not s3/,
      );
    },
  );

  test("an access key is listed, deactivated and deleted", { timeout }, async () => {
    const [listed] = await printed<{ AccessKeyMetadata: { AccessKeyId: string; Status: string; UserName: string }[] }>(
      "list-access-keys",
    );
    assert.deepEqual(
      listed?.AccessKeyMetadata.map(({ AccessKeyId, Status, UserName }) => [AccessKeyId, Status, UserName]),
      [[accessKeyId, "Active", "dev-john"]],
    );
    assert.deepEqual(await printed("deactivate-key"), []);
    const { stderr } = await type("caller-dev-john");
    assert.match(
      stderr,
      /\(InvalidClientTokenId\) when calling the GetCallerIdentity operation: The security token included in the request is invalid/,
    );
    assert.deepEqual(await printed("delete-key"), []);
    assert.deepEqual(await printed("list-access-keys"), [{ AccessKeyMetadata: [] }]);
  });

  test("troubleshooting: who am I, and signing in again", { timeout }, async ({ signal }) => {
    await assertCaller("caller-your-profile", guide.accountId, "DeveloperAccess");
    await signIn("login-your-profile", signal);
  });

  test("no command of the guide is left out", () => {
    assert.deepEqual([...untouched], []);
  });
});
