import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createPlane,
  type DataDirectory,
  memoryJournal,
  newVaultKey,
  openDataDirectory,
  operatorCredentialsWith,
  type Plane,
} from "@castellan/plane";
import { installedCatalog } from "@castellan/catalog/node";
import { inProcessHandler } from "@castellan/wire";
import type { Target } from "@castellan/access";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { findRunning } from "./running-plane.ts";

/** A target that commands can talk to, and how to let go of it. */
export interface OpenTarget {
  readonly target: Target;
  /** How messages call it. */
  readonly title: string;
  /** The plane, when it runs in this process. */
  readonly plane?: Plane;
  close(): Promise<void>;
}

/** Where a folder's plane is kept if nothing else is said. */
export const planeDirectory = ".castellan";

/** What a target is opened for. */
export interface TargetWish {
  /** `plane`, `aws` or a URL. */
  readonly word: string;
  readonly region: string;
  readonly accountId: string | undefined;
  readonly cwd: string;
  readonly profile?: string | undefined;
  /** What becomes of a plane that is not there: it is made, or only looked at as it would be, or the command ends. */
  readonly absent: "make" | "pretend" | "refuse";
}

const nothing = async (): Promise<void> => undefined;

/** Opens what `--target` names: the folder's plane, AWS, or a plane at a URL. */
export async function openTarget(wish: TargetWish): Promise<OpenTarget> {
  const { word, region, profile } = wish;
  if (word === "plane") return openOwnPlane(wish);
  const credentials = profile === undefined ? {} : { credentials: await profileCredentials(profile) };
  if (word === "aws") return { target: { kind: "aws", region, ...credentials }, title: "aws", close: nothing };
  if (URL.canParse(word) && /^https?:$/.test(new URL(word).protocol)) {
    const endpoint = word.replace(/\/$/, "");
    return { target: { kind: "url", endpoint, region, ...credentials }, title: endpoint, close: nothing };
  }
  throw new CommandFailure(
    exitCodes.input,
    `\`${word}\` is not a target`,
    "write `plane`, `aws` or a URL such as http://127.0.0.1:4747",
  );
}

/** The SDK's own chain for a profile, with whatever that profile needs (SSO, role chains). */
async function profileCredentials(profile: string): Promise<NonNullable<Target["credentials"]>> {
  const { defaultProvider } = await import("@aws-sdk/credential-provider-node");
  return defaultProvider({ profile });
}

function openOwnPlane(wish: TargetWish): Promise<OpenTarget> | OpenTarget {
  const { cwd, absent } = wish;
  const directory = join(cwd, planeDirectory);
  const running = findRunning(directory);
  if (running) {
    const key = readFileSync(join(directory, "vault.key"));
    const credentials = operatorCredentialsWith(key, running.operator, new Date());
    const target: Target = { kind: "plane", endpoint: running.endpoint, region: running.region, credentials };
    return { target, title: `plane at ${running.endpoint}`, close: nothing };
  }
  const isThere = existsSync(join(directory, "journal.db"));
  if (!isThere && absent === "refuse") {
    throw new CommandFailure(
      exitCodes.target,
      `there is no plane in \`${planeDirectory}\``,
      "start one with `castellan up`, or name another target with --target",
    );
  }
  if (isThere || absent === "make") return openPlane(wish, openDataDirectory(directory), `plane in ${planeDirectory}`);
  return openPlane(wish, { journal: memoryJournal(), vaultKey: newVaultKey() }, "a new plane");
}

/** Brings a plane up in this process: no port, no waiting. */
async function openPlane(wish: TargetWish, data: DataDirectory, title: string): Promise<OpenTarget> {
  const { region, accountId = "000000000001" } = wish;
  const plane = await createPlane({ ...data, catalog: installedCatalog(), auth: "enforce", accountId, region });
  return { target: await inProcessTarget(plane, region), title, plane, close: () => plane.close() };
}

/** A plane of this process as a target. */
export async function inProcessTarget(plane: Plane, region: string): Promise<Target> {
  return {
    kind: "plane",
    region,
    credentials: await plane.operatorCredentials(),
    requestHandler: inProcessHandler((request) => plane.answer(request)),
  };
}
