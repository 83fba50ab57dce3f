import type { OptionSpec } from "./command-tree.ts";

/** The access file. */
export const file: OptionSpec = {
  name: "file",
  short: "f",
  value: "FILE",
  summary: "the access file; looked for upwards from here",
  fallback: "castellan.yaml",
};
/** One JSON document. */
export const json: OptionSpec = { name: "json", summary: "print one JSON document" };
/** No questions. */
export const yes: OptionSpec = { name: "yes", summary: "do not ask" };
/** What is changed or read. */
export const target: OptionSpec = {
  name: "target",
  value: "TARGET",
  summary: "plane (the one in .castellan/), aws, or the URL of a plane",
  fallback: "plane",
};
/** Whose credentials. */
export const profile: OptionSpec = {
  name: "profile",
  short: "p",
  value: "NAME",
  summary: "the AWS profile whose credentials are used",
};
