import { IAM } from "@aws-sdk/client-iam";
import type { Target } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { createPlane, memoryJournal, newVaultKey, type Plane } from "@castellan/plane";
import { inProcessHandler, type WireRequest } from "@castellan/wire";

/** A fresh plane in this process that enforces policies, and a way to call it as an administrator, count and cut. */
export interface PlaneTarget {
  readonly plane: Plane;
  /** What a client is made from; each has its own line, which `cutAfter` cuts without touching the plane. */
  readonly connect: (line?: Line) => Target;
  readonly close: () => Promise<void>;
}

/** One client's line to the plane. */
export interface Line {
  /** Names of the write operations sent so far, in order. */
  readonly writes: string[];
  /** The line dies with this write: the plane does it, and no answer ever comes back, nor to any later call. */
  readonly cutAt?: number;
}

const region = "ap-northeast-2";

/** Makes the plane with its management account, and an IAM user `castellan` there who administers it. */
export async function planeTarget(accountId: string): Promise<PlaneTarget> {
  const journal = memoryJournal();
  const options = { journal, vaultKey: newVaultKey(), catalog: installedCatalog(), accountId, region, jobDelayMs: 1 };
  const open = await createPlane({ ...options, auth: "open" });
  const credentials = await administratorKey(open, accountId);
  await open.close();
  const plane = await createPlane({ ...options, auth: "enforce" });
  return {
    plane,
    connect: (line) => ({ kind: "plane", region, credentials, requestHandler: handlerFor(plane, line) }),
    close: () => plane.close(),
  };
}

async function administratorKey(plane: Plane, accountId: string) {
  const requestHandler = inProcessHandler((request) => plane.answer(request));
  const credentials = { accessKeyId: accountId, secretAccessKey: "open" };
  const iam = new IAM({ region, endpoint: "http://plane.test", credentials, requestHandler });
  await iam.createUser({ UserName: "castellan" });
  const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
  await iam.attachUserPolicy({ UserName: "castellan", PolicyArn });
  const { AccessKey } = await iam.createAccessKey({ UserName: "castellan" });
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}

function handlerFor(plane: Plane, line: Line = { writes: [] }) {
  const lost = (): never => {
    throw Object.assign(new Error("the process was killed"), { name: "Killed" });
  };
  return inProcessHandler(async (request) => {
    const dead = line.cutAt !== undefined && line.writes.length >= line.cutAt;
    if (dead) lost();
    const operation = operationOf(request);
    const write = !/^(Describe|List|Get|AssumeRole)/.test(operation);
    if (write) line.writes.push(operation);
    const reply = await plane.answer(request);
    return write && line.cutAt === line.writes.length ? lost() : reply;
  });
}

/** The operation's name, from the JSON protocol's header or the query protocol's form. */
function operationOf({ headers, body }: WireRequest): string {
  const target = headers["x-amz-target"];
  if (target !== undefined) return target.slice(target.lastIndexOf(".") + 1);
  return new URLSearchParams(new TextDecoder().decode(body)).get("Action") ?? "unknown";
}
