import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { skipWithoutAwsCli } from "../tools/awscli.mjs";
import { skipWithoutChromium } from "../tools/chromium.mjs";
import { closing } from "./support/closing.ts";
import { castellan, castellanCommand, emptyFolder } from "./support/command.ts";
import { type PersonAtBrowser, personAtBrowser } from "./support/person-at-browser.ts";
import { type ReaderHome, readerHome } from "./support/reader-home.ts";

const skip = skipWithoutAwsCli() || skipWithoutChromium();

/** What `castellan up --json` prints, as far as a newcomer needs it. */
interface UpDocument {
  readonly endpoint: string;
  readonly kept: boolean;
  readonly steps: number;
  readonly oneTimePasswords: readonly { readonly userName: string; readonly password: string }[];
  readonly signIn: readonly string[];
}

/** Starts `castellan up` in a folder and resolves with its document once everything is applied. */
function up(folder: string): Promise<{ document: UpDocument; interrupt: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [castellanCommand, "up", "--port", "0", "--json"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let [stdout, stderr] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    void exited.then((code) => reject(new Error(`up ended with ${code}: ${stderr}`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (!stdout.endsWith("\n}\n")) return;
      const interrupt = () => {
        child.kill("SIGINT");
        return exited;
      };
      resolve({ document: JSON.parse(stdout) as UpDocument, interrupt });
    });
  });
}

describe("a newcomer with one file", { skip }, () => {
  const opened = closing();
  const { path: folder, remove } = emptyFolder();
  opened(remove);
  let running: Awaited<ReturnType<typeof up>>;
  let home: ReaderHome;
  let person: PersonAtBrowser;

  before(async () => {
    assert.equal((await castellan(folder, "init", "single-account")).exitCode, 0);
    running = await up(folder);
    home = readerHome(running.document.endpoint);
    opened(home.remove);
    const [one] = running.document.oneTimePasswords;
    assert.ok(one);
    person = await personAtBrowser({ userName: one.userName, oneTimePassword: one.password });
    opened(person.close);
  });

  test("is told the commands to sign in with", () => {
    const { endpoint, kept, signIn } = running.document;
    assert.ok(kept);
    assert.deepEqual(signIn, [
      `export AWS_ENDPOINT_URL=${endpoint}`,
      "npx castellan profiles",
      "aws sso login --profile dev",
      "aws sts get-caller-identity --profile dev",
      "aws sso login --profile admin",
      "aws sts get-caller-identity --profile admin",
    ]);
  });

  test(
    "signs in with the AWS CLI as a developer who may not touch IAM, and as an admin who may",
    { timeout: 120_000 },
    async ({ signal }) => {
      const config = join(home.path, ".aws/config");
      assert.equal((await castellan(folder, "profiles", "--config", config, "--yes")).exitCode, 0);
      const signingIn = home.type("aws sso login --profile dev");
      await person.answer(await home.openedAddress(signal), "Allow access");
      assert.equal((await signingIn).code, 0);
      const callerOf = async (profile: string) =>
        JSON.parse((await home.type(`aws sts get-caller-identity --profile ${profile}`)).stdout) as {
          Account: string;
          Arn: string;
        };
      const [dev, admin] = [await callerOf("dev"), await callerOf("admin")];
      assert.equal(dev.Account, admin.Account);
      assert.match(dev.Arn, /AWSReservedSSO_DeveloperAccess_/);
      assert.match(admin.Arn, /AWSReservedSSO_AdminAccess_/);
      const refused = await home.type("aws iam create-user --user-name eve --profile dev");
      assert.equal(refused.code, 254);
      assert.ok(
        refused.stderr.includes(`User: ${dev.Arn} is not authorized to perform: iam:CreateUser`),
        refused.stderr,
      );
      assert.equal((await home.type("aws iam create-user --user-name eve --profile admin")).code, 0);
    },
  );

  test("finds everything as it was after an interruption", { timeout: 60_000 }, async () => {
    assert.equal(await running.interrupt(), 0);
    const again = await castellan(folder, "up", "--once", "--port", "0", "--json");
    assert.equal(again.exitCode, 0, again.stderr);
    const document = JSON.parse(again.stdout) as UpDocument;
    assert.deepEqual([document.steps, document.oneTimePasswords], [0, []]);
  });
});
