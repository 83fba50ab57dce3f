// CPU time of other processes, from /proc.
import { readFileSync } from "node:fs";

/** Linux counts a process's time in ticks of 10 ms, ended threads included. */
const tickNanoseconds = 10_000_000;

/** Nanoseconds on a processor, user and system, of a whole process. */
export function cpuNanoseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickNanoseconds;
}

/** Resident memory in megabytes. */
export function residentMegabytes(pid) {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

/** The middle of some numbers. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The value below which a share of the numbers lies. */
export const percentile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
