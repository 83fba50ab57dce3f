import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { castellan, emptyFolder } from "./support/command.ts";

const folder = fileURLToPath(new URL("decisions", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe("castellan simulate", () => {
  for (const name of files) {
    it(`decides every case of ${name} as expected`, async () => {
      const cases = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as readonly {
        readonly id: string;
        readonly expected: string;
      }[];
      const ran = await castellan(folder, "simulate", "--cases", name, "--json");
      assert.equal(ran.exitCode, 0, ran.stderr);
      const document = JSON.parse(ran.stdout) as {
        format: string;
        results: readonly { id: string; decision: string }[];
      };
      assert.equal(document.format, "castellan.simulate/1");
      assert.deepEqual(
        document.results.map(({ id, decision }) => [id, decision]),
        cases.map(({ id, expected }) => [id, expected]),
      );
    });
  }

  it("exits with 1 when a case comes out otherwise, and with 3 when the file is no list", async () => {
    const { path, remove } = emptyFolder();
    const { writeFileSync } = await import("node:fs");
    const request = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k" };
    writeFileSync(
      `${path}/wrong.json`,
      JSON.stringify([{ id: "a", principal: "arn:aws:iam::111122223333:user/ada", request, expected: "Allowed" }]),
    );
    writeFileSync(`${path}/none.json`, "{}");
    assert.equal((await castellan(path, "simulate", "--cases", "wrong.json")).exitCode, 1);
    const none = await castellan(path, "simulate", "--cases", "none.json");
    assert.equal(none.exitCode, 3);
    assert.match(none.stderr, /`none\.json` cannot be read: it is not a list of cases/);
    remove();
  });
});
