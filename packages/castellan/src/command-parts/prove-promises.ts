import { type Estate, openEstate, type PromiseResult, provePromises } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { createProver, type Prover } from "@castellan/policy";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";

let prover: Prover | undefined;

/** Proves the file's promises, and the claims of its roles behind them, over an estate: the file's own, or what a target holds. */
export function promisesOver(estate: Estate, { loaded }: GoodAccessFile): readonly PromiseResult[] {
  const catalog = installedCatalog();
  // One prover for the whole command: what it learnt of policies serves for the file as it is, as it would be, and the target.
  prover ??= createProver({ catalog });
  return provePromises(openEstate(estate, catalog), [...loaded.promises, ...loaded.claims], prover);
}

/** Whether every promise is kept. */
export const allKept = (results: readonly PromiseResult[]): boolean =>
  results.every(({ verdict }) => verdict === "proved");
