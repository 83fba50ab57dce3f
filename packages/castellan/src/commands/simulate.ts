import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { caseFormat, readCases } from "@castellan/access";
import { type CaseResult, runCase } from "@castellan/policy";
import type { FlagValue, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

type Decided = Extract<CaseResult, { kind: "decided" }>;

/** `castellan simulate --cases FILE`: decides every case and says which came out otherwise than expected. */
export const simulate: Run = async ({ flags, terminal, cwd }) => {
  const file = flags["cases"];
  if (typeof file !== "string")
    throw new CommandFailure(exitCodes.input, "no cases are named", "name a file with --cases FILE");
  const results = casesOf(file, flags["identity"], cwd).map((one, index) => decided(runCase(one), index, file));
  const differing = results.filter(({ expected, decision }) => expected !== undefined && expected !== decision);
  if (flags["json"] === true) {
    terminal.out(
      JSON.stringify(
        { format: "castellan.simulate/1", results: results.map(({ kind: _, ...result }) => result) },
        null,
        2,
      ),
    );
  } else {
    const width = Math.max(...results.map(({ id }) => id.length), 2);
    for (const result of results) terminal.out(line(result, width));
    terminal.say(`${results.length} decided, ${differing.length} otherwise than expected`);
  }
  return differing.length === 0 ? exitCodes.good : exitCodes.bad;
};

/** The cases of the file; policy files are looked for beside it, those of flags in the working folder. */
function casesOf(file: string, identity: FlagValue, cwd: string): readonly unknown[] {
  const path = resolve(cwd, file);
  const text = readText(path, file);
  const flagged = typeof identity === "object" ? identity : [];
  const sources = {
    readPolicy: (name: string) => readText(resolve(dirname(path), name), name),
    identity: flagged.map((name) => readText(resolve(cwd, name), name)),
  };
  try {
    return readCases(text, caseFormat(file), sources);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandFailure(
      exitCodes.input,
      `\`${file}\` cannot be read: ${error.message}`,
      "it must be a list of cases in JSON or YAML, or a CSV table",
      { cause: error },
    );
  }
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandFailure(
      exitCodes.input,
      `\`${shown}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      undefined,
      { cause: error },
    );
  }
}

function decided(result: CaseResult, index: number, file: string): Decided {
  if (result.kind === "decided") return result;
  const words = result.diagnostics.map(({ message, span }) =>
    span?.file === undefined ? message : `${span.file}: ${message}`,
  );
  throw new CommandFailure(
    exitCodes.input,
    `case ${result.id ?? `number ${index + 1}`} of \`${file}\` cannot be decided: ${words.join("; ")}`,
  );
}

function line({ id, decision, expected, because }: Decided, width: number): string {
  const verdict = expected === undefined ? "      " : expected === decision ? "ok    " : "DIFFERS";
  const wanted = expected === undefined || expected === decision ? "" : ` (expected ${expected})`;
  const reasons = because.map(
    ({ policyId, sid, index }) => `${policyId}${sid === undefined ? ` statement ${index + 1}` : ` ${sid}`}`,
  );
  return `${verdict} ${id.padEnd(width)}  ${decision}${wanted}${reasons.length === 0 ? "" : `  ${reasons.join(", ")}`}`;
}
