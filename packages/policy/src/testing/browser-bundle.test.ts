import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const front = "./policy.ts";
const folder = fileURLToPath(new URL("..", import.meta.url));

/** What a script takes from the package as one script for a browser, which sets `policy`. */
async function bundle(names = "*"): Promise<{ readonly code: string; readonly inputs: readonly string[] }> {
  const built = await build({
    stdin: { contents: `export ${names} from "${front}";`, resolveDir: folder },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "policy",
    logLevel: "silent",
  });
  return { code: built.outputFiles[0]?.text ?? "", inputs: Object.keys(built.metafile.inputs) };
}

/**
 * Most characters before minifying. The whole package is code, a third of it the linter and a quarter the prover; the
 * names of AWS's actions alone would add half a million. Whoever only decides gets neither linter nor prover.
 */
const limits: readonly (readonly [what: string, names: string, most: number])[] = [
  ["the whole package", "*", 600_000],
  ["parse, compile, decide and explain", "{ parsePolicy, compilePolicy, decide, explain }", 150_000],
];

test("a browser bundle has neither Node's modules nor facts about AWS in it", async () => {
  const { code, inputs } = await bundle();
  assert.doesNotMatch(code, /["']node:|\brequire\(/);
  assert.ok(inputs.every((path) => !/catalog\/|\.json$|node_modules/.test(path)));
});

for (const [what, names, most] of limits)
  test(`a browser bundle of ${what} has less than ${most} characters`, async () => {
    const { length } = (await bundle(names)).code;
    assert.ok(length < most, `the bundle has ${length} characters`);
  });

test("a browser bundle decides where there is nothing but JavaScript", async () => {
  const { code } = await bundle();
  const script = `${code};
    const document = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::home/\${aws:username}/*" },
    });
    const parsed = policy.parsePolicy(document, { kind: "identity" });
    const ask = (resource) => policy.decide({
      principal: "arn:aws:iam::111111111111:user/alice",
      request: { action: "s3:GetObject", resource },
      policies: { identity: [policy.compilePolicy(parsed.policy, "home")] },
    }).outcome;
    [ask("arn:aws:s3:::home/alice/x"), ask("arn:aws:s3:::home/bob/x")].join()`;
  assert.equal(runInContext(script, createContext({})), "Allowed,ImplicitDeny");
});
