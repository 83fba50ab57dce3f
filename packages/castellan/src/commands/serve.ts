import { createPlane, listen, type Listening } from "@castellan/plane";
import type { Invocation, Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { planeFlags, type PlaneFlags } from "../plane-options.ts";
import { announceRunning, retractRunning } from "../target/running-plane.ts";

/** `castellan serve`: the plane as a service, until it is interrupted. */
export const serve: Run = async (invocation) => {
  const { terminal, signal, flags } = invocation;
  const chosen = planeFlags(invocation, { dataDirectory: ".castellan" });
  const administrator = flags["administrator"];
  const plane = await createPlane({
    ...chosen.plane,
    ...(typeof administrator === "string" && administrator !== "none" && { firstAdministrator: administrator }),
  });
  const listening = await listenOrFail(plane, chosen);
  if (chosen.dataDirectory !== undefined) {
    const operator = await plane.operator();
    announceRunning(chosen.dataDirectory, {
      endpoint: listening.endpoint,
      processId: process.pid,
      region: chosen.plane.region,
      operator,
    });
  }
  announce(invocation, chosen, chosen.publicUrl ?? listening.endpoint);
  const { firstAdministrator } = plane;
  if (firstAdministrator && flags["auth"] !== "open") {
    const { userName, password } = firstAdministrator;
    terminal.say(
      `new plane; sign in at the portal as \`${userName}\` with the one-time password ${password} (it is not shown again)`,
    );
  }
  await interrupted(signal);
  if (chosen.dataDirectory !== undefined) retractRunning(chosen.dataDirectory);
  await listening.close();
  await plane.close();
  return exitCodes.good;
};

/** Listens, or says why it cannot. */
export async function listenOrFail(
  plane: Parameters<typeof listen>[0],
  { host, port, publicUrl }: PlaneFlags,
): Promise<Listening> {
  try {
    const listening = await listen(plane, { host, port });
    if (publicUrl !== undefined) plane.setPublicUrl(publicUrl);
    return listening;
  } catch (error) {
    await plane.close();
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "something else listens there" : String(error);
    throw new CommandFailure(
      exitCodes.target,
      `cannot listen on ${host} port ${port}: ${reason}`,
      "choose another with --port; 0 takes a free one",
      { cause: error },
    );
  }
}

function announce({ terminal, flags }: Invocation, { plane }: PlaneFlags, endpoint: string): void {
  const portal = `${endpoint}/start`;
  if (flags["json"] === true) {
    terminal.out(
      JSON.stringify({
        ready: true,
        endpoint,
        portal,
        account: plane.accountId,
        region: plane.region,
        auth: plane.auth,
      }),
    );
    return;
  }
  terminal.out(`plane   ${endpoint}`);
  terminal.out(`portal  ${portal}`);
  terminal.say(`for the AWS CLI and SDKs: export AWS_ENDPOINT_URL=${endpoint}`);
  if (plane.auth === "open") terminal.say("open: any credentials act as administrator; nothing is refused");
}

/** Resolves when the command is told to stop. */
export function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
