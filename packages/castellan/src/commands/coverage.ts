import { moduleOf } from "@castellan/plane";
import { loadService, type ServiceId, serviceIds } from "@castellan/wire";
import type { Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** What the plane has of one service. */
interface Coverage {
  readonly service: ServiceId;
  readonly built: readonly string[];
  readonly notBuilt: readonly string[];
}

/** `castellan coverage`: built and not built, read off the SDK's operations and the plane's declarations. */
export const coverage: Run = async ({ args: [service], flags, terminal }) => {
  if (service !== undefined && !serviceIds.includes(service as ServiceId)) {
    throw new CommandFailure(
      exitCodes.input,
      `\`${service}\` is not a service of the plane`,
      `one of: ${serviceIds.join(", ")}`,
    );
  }
  const wanted = service === undefined ? serviceIds : [service as ServiceId];
  const found = await Promise.all(wanted.map(coverageOf));
  if (flags["json"] === true)
    terminal.out(JSON.stringify({ format: "castellan.coverage/1", services: found }, null, 2));
  else if (service === undefined) for (const line of summary(found)) terminal.out(line);
  else for (const line of listing(found)) terminal.out(line);
  return exitCodes.good;
};

async function coverageOf(service: ServiceId): Promise<Coverage> {
  const [wire, module] = await Promise.all([loadService(service), moduleOf(service)]);
  const declared = new Set(module.operations.map(({ name }) => name));
  const names = [...wire.operations.keys()].sort();
  return {
    service,
    built: names.filter((name) => declared.has(name)),
    notBuilt: names.filter((name) => !declared.has(name)),
  };
}

function summary(found: readonly Coverage[]): string[] {
  const rows = found.map(
    ({ service, built, notBuilt }) =>
      `${service.padEnd(16)}${String(built.length).padStart(5)} of ${built.length + notBuilt.length}`,
  );
  const built = found.reduce((total, one) => total + one.built.length, 0);
  const all = found.reduce((total, one) => total + one.built.length + one.notBuilt.length, 0);
  return [...rows, `${"all".padEnd(16)}${String(built).padStart(5)} of ${all} operations are built`];
}

function listing(found: readonly Coverage[]): string[] {
  return found.flatMap(({ built, notBuilt }) => [
    ...built.map((name) => `built      ${name}`),
    ...notBuilt.map((name) => `not built  ${name}`),
  ]);
}
