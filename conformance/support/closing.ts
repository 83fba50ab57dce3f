import { after } from "node:test";

/** Registers things to be closed when a suite ends, last opened first, however far it came. */
export function closing(): (close: () => unknown) => void {
  const open: (() => unknown)[] = [];
  after(async () => {
    for (const close of open.reverse()) await close();
  });
  return (close) => void open.push(close);
}
