import type { Estate } from "@castellan/access";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";
import type { Invocation } from "../command-tree.ts";
import { openFor } from "../target/open-for.ts";
import { planWork } from "./plan-work.ts";

/** An estate that a command asks, and what it is called. */
export interface NamedEstate {
  readonly title: string;
  readonly estate: Estate;
}

/** What the flags of a command mean: what the target holds, or without one what the file says. */
export function estateOf(invocation: Invocation, file: GoodAccessFile): Promise<NamedEstate> {
  if (typeof invocation.flags["target"] === "string") return readTarget(invocation, file);
  return Promise.resolve({ title: file.name, estate: file.loaded.desired.estate });
}

/** What the target of a command holds. */
export async function readTarget(invocation: Invocation, file: GoodAccessFile): Promise<NamedEstate> {
  const opened = await openFor(invocation, file);
  try {
    const { reading } = await planWork(file, opened);
    return { title: opened.title, estate: reading.estate };
  } finally {
    await opened.close();
  }
}
