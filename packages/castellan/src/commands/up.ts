import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { accessMatrix, findBlueprint, type PromiseResult, printMatrix } from "@castellan/access";
import { createPlane, type OneTimePassword, type Plane } from "@castellan/plane";
import {
  findAccessFile,
  type GoodAccessFile,
  openAccessFile,
  readAccessText,
  requireGood,
} from "../access-file/open-access-file.ts";
import type { Invocation, Run } from "../command-tree.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import { planeFlags } from "../plane-options.ts";
import { managementAccountId } from "../target/open-for.ts";
import { inProcessTarget, type OpenTarget, planeDirectory } from "../target/open-target.ts";
import { announceRunning, retractRunning } from "../target/running-plane.ts";
import { applyWork } from "../command-parts/apply-work.ts";
import { allKept, promisesOver } from "../command-parts/prove-promises.ts";
import { promisesDocument, showPromises } from "../command-parts/show-promises.ts";
import { planWork } from "../command-parts/plan-work.ts";
import { interrupted, listenOrFail } from "./serve.ts";
import { signInCommands } from "./up-sign-in.ts";

/** What `up` came to, for people and as JSON. */
interface Outcome {
  readonly file: GoodAccessFile;
  readonly blueprint?: string;
  readonly endpoint: string;
  readonly startUrl: string;
  readonly steps: number;
  readonly results: readonly PromiseResult[];
  readonly passwords: readonly OneTimePassword[];
  readonly estate: Parameters<typeof accessMatrix>[0];
}

/** `castellan up`: plane, portal, apply, verify, and how to sign in. */
export const up: Run = async (invocation) => {
  const { flags, terminal, signal, cwd } = invocation;
  const applied = fileOrBlueprint(invocation);
  const { file } = applied;
  const { organization } = file.loaded.content;
  const directory = resolve(cwd, typeof flags["data"] === "string" ? flags["data"] : planeDirectory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const account = managementAccountId(file.loaded);
  const chosen = planeFlags(invocation, {
    dataDirectory: directory,
    region: organization.region.text,
    ...(account !== undefined && { account }),
  });
  const plane = await createPlane(chosen.plane);
  const listening = await listenOrFail(plane, chosen);
  announceRunning(directory, {
    endpoint: listening.endpoint,
    processId: process.pid,
    region: chosen.plane.region,
    operator: await plane.operator(),
  });
  try {
    terminal.say(`plane on ${listening.endpoint}, data in ${directory}`);
    const outcome = await applyTo(invocation, applied, plane, chosen.publicUrl ?? listening.endpoint, directory);
    if (flags["json"] === true) terminal.out(JSON.stringify(document(outcome), null, 2));
    else show(invocation, outcome);
    const verdict: ExitCode = allKept(outcome.results) ? exitCodes.good : exitCodes.bad;
    if (flags["once"] === true) return verdict;
    terminal.say("\nrunning; Ctrl-C stops it, and the next `castellan up` goes on from here");
    await interrupted(signal);
    return verdict;
  } finally {
    retractRunning(directory);
    await listening.close();
    await plane.close();
  }
};

/** What `up` applies, and the blueprint's name where there is no file. */
type Applied = Pick<Outcome, "file" | "blueprint">;

function fileOrBlueprint(invocation: Invocation): Applied {
  const path = findAccessFile(invocation);
  if (path !== undefined) return { file: requireGood(invocation, openAccessFile(path, invocation.cwd)) };
  const blueprint = findBlueprint("team");
  if (!blueprint) throw new Error("the team blueprint is missing");
  invocation.terminal.say(
    "there is no castellan.yaml here: using the built-in blueprint `team` (castellan init writes it for you to edit)",
  );
  const file = requireGood(invocation, readAccessText(blueprint.text, "blueprint team", invocation.cwd));
  return { file, blueprint: blueprint.name };
}

async function applyTo(
  invocation: Invocation,
  applied: Applied,
  plane: Plane,
  endpoint: string,
  directory: string,
): Promise<Outcome> {
  const title = "the plane";
  const { file } = applied;
  const before = promisesOver(file.loaded.desired.estate, file);
  if (!allKept(before)) {
    for (const line of showPromises(before, invocation.terminal.sayColors)) invocation.terminal.say(line);
    throw new CommandFailure(
      exitCodes.bad,
      `\`${file.name}\` does not keep its own promises`,
      "nothing was applied; change the file, or the promise",
    );
  }
  const opened: OpenTarget = {
    target: await inProcessTarget(plane, file.loaded.content.organization.region.text),
    title,
    close: async () => undefined,
  };
  const planned = await planWork(file, opened);
  const after = await applyWork(invocation, file, opened, planned, directory);
  const { estate } = after.reading;
  return {
    ...applied,
    endpoint,
    startUrl: `https://${estate.organization.identityCenter?.identityStoreId ?? ""}.awsapps.com/start`,
    steps: planned.plan.steps.length,
    results: promisesOver(estate, file),
    passwords: await plane.giveOneTimePasswords(),
    estate,
  };
}

function show(invocation: Invocation, outcome: Outcome): void {
  const { out, outColors } = invocation.terminal;
  const { file, blueprint, results, passwords, endpoint } = outcome;
  out(outColors.bold("Promises"));
  for (const line of showPromises(results, outColors)) out(line);
  out(`\n${outColors.bold("Who has what where")}`);
  out(printMatrix(accessMatrix(file.loaded.desired.estate)).trimEnd());
  out(`\n${outColors.bold("Access portal")}  ${endpoint}/start`);
  if (passwords.length > 0) {
    out(`\n${outColors.bold("One-time passwords")} (shown once; each is replaced at the first sign-in)`);
    const width = Math.max(...passwords.map(({ userName }) => userName.length));
    for (const { userName, password } of passwords) out(`  ${userName.padEnd(width)}  ${password}`);
  }
  out(`\n${outColors.bold("Sign in with the AWS CLI")}`);
  for (const line of signInCommands(file, endpoint, blueprint)) out(`  ${line}`);
}

function document({ file, blueprint, endpoint, startUrl, steps, results, passwords }: Outcome): object {
  return {
    format: "castellan.up/1",
    file: file.name,
    endpoint,
    portal: `${endpoint}/start`,
    startUrl,
    steps,
    kept: allKept(results),
    promises: promisesDocument(results),
    matrix: accessMatrix(file.loaded.desired.estate),
    oneTimePasswords: passwords,
    signIn: signInCommands(file, endpoint, blueprint),
  };
}
