import type { CommandSpec, OptionSpec } from "./command-tree.ts";
import { file, json, profile, target } from "./command-options.ts";

const context: OptionSpec = {
  name: "context",
  value: "KEY=VALUE",
  summary: "a context value of the request; again for more keys or more values",
  repeated: true,
};
/** Questions are about the file, or about what a target holds. */
const holding: OptionSpec = { ...target, summary: "ask what this target holds, instead of the file", fallback: "" };
const question = [
  { name: "action", summary: "an action such as s3:GetObject", required: true },
  { name: "resource", summary: "an ARN; * if none is named", required: false },
] as const;

/** The commands that answer questions. */
export const askCommands: readonly CommandSpec[] = [
  {
    name: "explain",
    group: "Ask",
    summary: "may they, and why: every route and layer, with the place in the file",
    arguments: [{ name: "who", summary: "a person or group of the file", required: true }, ...question],
    options: [
      file,
      holding,
      profile,
      json,
      { name: "account", value: "NAME", summary: "only routes into this account" },
      context,
      { name: "open", summary: "answer yes, no or depends: a context key without a value may have any" },
    ],
    examples: [
      "castellan explain minji@example.com iam:CreateUser",
      "castellan explain minji@example.com s3:GetObject --context aws:SourceIp=10.0.0.1 --open",
    ],
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "can",
    group: "Ask",
    summary: "may they: yes or no",
    arguments: [
      { name: "who", summary: "a person or group of the file", required: true },
      { ...question[0], summary: "an action; may be left out with --list", required: false },
      question[1],
    ],
    options: [
      file,
      holding,
      profile,
      json,
      { name: "account", value: "NAME", summary: "only in this account" },
      context,
      { name: "quiet", short: "q", summary: "print nothing; exit 0 for yes and 1 for no" },
      { name: "list", summary: "list every action they may call, by account" },
    ],
    examples: ["castellan can minji@example.com iam:CreateUser", "castellan can developer s3:GetObject -q"],
    load: async () => (await import("./commands/can.ts")).can,
  },
  {
    name: "who-can",
    group: "Ask",
    summary: "everybody who may, by which way, under which conditions",
    arguments: question,
    options: [file, holding, profile, json, context],
    examples: [
      "castellan who-can iam:CreateUser",
      "castellan who-can s3:DeleteObject arn:aws:s3:::invoices/* --target plane",
    ],
    load: async () => (await import("./commands/who-can.ts")).whoCanCommand,
  },
  {
    name: "what-can",
    group: "Ask",
    summary: "what somebody may do: services and access levels, by account",
    arguments: [{ name: "who", summary: "a person or group of the file", required: true }],
    options: [file, holding, profile, json, { name: "actions", summary: "list the actions, not only their number" }],
    examples: ["castellan what-can minji@example.com", "castellan what-can developer --actions"],
    load: async () => (await import("./commands/what-can.ts")).whatCanCommand,
  },
  {
    name: "matrix",
    group: "Ask",
    summary: "accounts x groups: who has which permission set where",
    arguments: [],
    options: [file, json, { name: "markdown", summary: "as a Markdown table" }],
    examples: ["castellan matrix"],
    load: async () => (await import("./commands/matrix.ts")).matrix,
  },
  {
    name: "simulate",
    group: "Ask",
    summary: "decide a table of requests: YAML, CSV or JSON",
    arguments: [],
    options: [
      {
        name: "cases",
        value: "FILE",
        summary:
          "the table: id, principal, action, resource, resourceAccount, expected, policies (files, as a.json;scp:b.json), context.KEY; or a JSON or YAML list of decision cases",
      },
      {
        name: "identity",
        value: "FILE",
        summary: "an identity policy for every row; again for more",
        repeated: true,
      },
      json,
    ],
    examples: [
      "castellan simulate --cases requests.csv --identity developer.json",
      "castellan simulate --cases cases.json --json",
    ],
    load: async () => (await import("./commands/simulate.ts")).simulate,
  },
];
