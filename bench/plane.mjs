// Requests per second, latency and server CPU per request of the plane against moto's server, in one run, round by round.
//   node bench/plane.mjs [--rounds 3] [--only CreateUser]
import { cpuNanoseconds, median, percentile, residentMegabytes } from "./cpu.mjs";
import { load } from "./load.mjs";
import { administratorCredentials } from "./portal-credentials.mjs";
import { prepare } from "./plane-state.mjs";
import { workloads } from "./plane-workloads.mjs";
import { measureThroughSdk } from "./sdk.mjs";
import { startCastellan, startMoto } from "./servers.mjs";
import { signerFor } from "./signed-requests.mjs";

const rounds = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 3;
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : "";
const inFlight = 8;

async function startAll() {
  const castellan = await startCastellan();
  const own = { server: castellan, credentials: await administratorCredentials(castellan) };
  const moto = await startMoto();
  const peer = moto && {
    server: moto,
    credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  };
  if (!peer) console.log("moto is not installed here: only the plane is measured");
  return [own, peer].filter((one) => one !== undefined);
}

async function measure({ server, sign, state }, workload) {
  const count = workload.requests[server.name];
  const requests = await Promise.all(
    Array.from({ length: count }, (_, index) => sign(workload.service, workload.request(index, state))),
  );
  const before = cpuNanoseconds(server.pid);
  const { latencies, perSecond } = await load({ ...server, requests, inFlight });
  const microseconds = (cpuNanoseconds(server.pid) - before) / 1000 / count;
  return { microseconds, perSecond, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
const contestants = await startAll();
try {
  for (const one of contestants) {
    one.sign = signerFor({
      credentials: one.credentials,
      region: "us-east-1",
      host: one.server.host,
      port: one.server.port,
    });
    one.state = await prepare(one);
  }
  console.log(
    `${inFlight} in flight, ${rounds} rounds, medians; CPU is the server's, per request; bars are the issue's\n`,
  );
  console.log("call                       server       req/s     p50 ms    p99 ms    CPU us   moto / castellan");
  for (const workload of workloads.filter(({ name }) => name.includes(only))) {
    const results = new Map(contestants.map(({ server }) => [server.name, []]));
    // The first is not counted: what a server does when it is asked for the first time is another question.
    for (const one of contestants) await measure(one, workload);
    for (let round = 0; round < rounds; round++) {
      for (const one of contestants) results.get(one.server.name).push(await measure(one, workload));
    }
    const ratios = results
      .get("moto")
      ?.map(({ microseconds }, round) => microseconds / results.get("castellan")[round].microseconds);
    for (const [name, list] of results) {
      const middle = (field) => median(list.map((one) => one[field]));
      const verdict =
        name === "castellan" && ratios
          ? `${median(ratios).toFixed(1)} x less CPU${workload.bar ? ` (bar ${workload.bar})` : ""}`
          : "";
      console.log(
        `${workload.name.padEnd(26)} ${name.padEnd(10)} ${middle("perSecond").toFixed(0).padStart(7)} ${middle("p50").toFixed(2).padStart(10)} ${middle("p99").toFixed(2).padStart(9)} ${middle("microseconds").toFixed(0).padStart(9)}   ${verdict}`,
      );
    }
  }
  for (const { server } of contestants)
    console.log(`\n${server.name}: ${residentMegabytes(server.pid).toFixed(0)} MB resident at the end`);
  await measureThroughSdk(contestants);
} finally {
  for (const { server } of contestants) await server.stop();
}
