// What starting costs: the command's CPU over Node's own start, and the time to the first answer against a bare hono server.
import { spawn, spawnSync } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./cpu.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = join(ROOT, "packages/castellan/bin/castellan.js");
const rounds = 9;

/** CPU milliseconds of a whole process, user and system. */
function cpuOf(args) {
  const script = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print((usage.ru_utime + usage.ru_stime) * 1000)`;
  return Number(spawnSync("python3", ["-c", script, process.execPath, ...args], { encoding: "utf8" }).stdout);
}

const commands = {
  "node -e ''": ["-e", ""],
  "castellan --help": [COMMAND, "--help"],
  "castellan lint FILE": [COMMAND, "lint", join(ROOT, "examples/team.yaml")],
};
const bars = { "castellan --help": 60, "castellan lint FILE": 150 };
const costs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(commands)) costs[name].push(cpuOf(args));
console.log(`CPU of whole processes, medians of ${rounds} interleaved rounds`);
for (const [name, list] of Object.entries(costs)) {
  const over = median(list.map((cost, round) => cost - costs["node -e ''"][round]));
  const bar = bars[name] === undefined ? "" : `  ${over.toFixed(0)} ms over Node (bar ${bars[name]})`;
  console.log(`${name.padEnd(24)} ${median(list).toFixed(0).padStart(5)} ms${bar}`);
}

const bare = join(ROOT, "bench/bare-hono.mjs");
const schemas = join(ROOT, "bench/bare-hono-with-schemas.mjs");

/** Milliseconds from starting a process to the end of its first answer. */
function firstAnswer(args, call) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.once("data", (line) => {
      const { endpoint } = JSON.parse(line);
      const outgoing = request(endpoint, call, (incoming) => {
        incoming.resume().on("end", () => {
          const took = performance.now() - started;
          child.on("exit", () => resolve(took)).kill("SIGKILL");
        });
      });
      outgoing.on("error", reject).end(call.body);
    });
  });
}

const form = {
  method: "POST",
  headers: {
    "content-type": "application/x-www-form-urlencoded",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0",
  },
  body: "Action=GetCallerIdentity&Version=2011-06-15",
};
const starts = {
  "bare hono": [bare],
  "bare hono + STS schemas": [schemas],
  "castellan serve --memory": [COMMAND, "serve", "--memory", "--auth", "open", "--port", "0", "--json"],
};
const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(starts)) times[name].push(await firstAnswer(args, form));
console.log(`\nfrom start to the end of the first answer, medians of ${rounds} interleaved rounds`);
for (const [name, list] of Object.entries(times))
  console.log(`${name.padEnd(26)} ${median(list).toFixed(0).padStart(5)} ms`);
const hono = median(times["bare hono"]);
const loading = median(times["bare hono + STS schemas"]) - hono;
console.log(
  `castellan / (2 x bare hono + schemas): ${(median(times["castellan serve --memory"]) / (2 * hono + loading)).toFixed(2)} (bar 1)`,
);
