// The same calls through the official SDK client, which is what most programs see: its own cost is the ceiling.
import { GetUserCommand, IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { percentile } from "./cpu.mjs";

const inFlight = 8;
const calls = [
  { name: "sts GetCallerIdentity", count: 800, client: STSClient, command: () => new GetCallerIdentityCommand({}) },
  {
    name: "iam GetUser",
    count: 800,
    client: IAMClient,
    command: (index) => new GetUserCommand({ UserName: `user-${String(index % 1000).padStart(4, "0")}` }),
  },
  {
    name: "iam ListUsers of 1,000",
    count: 16,
    client: IAMClient,
    command: () => new ListUsersCommand({ MaxItems: 1000, PathPrefix: "/bench/" }),
  },
];

/** Measures each call against each server through one SDK client. */
export async function measureThroughSdk(contestants) {
  console.log("\nthrough the SDK client, one client process");
  console.log("call                       server       req/s     p50 ms    p99 ms");
  for (const { name, count, client, command } of calls) {
    for (const { server, credentials } of contestants) {
      const one = new client({ region: "us-east-1", endpoint: server.endpoint, credentials });
      const { latencies, perSecond } = await run(one, command, server.name === "moto" ? Math.ceil(count / 4) : count);
      const figures = [
        perSecond.toFixed(0).padStart(7),
        percentile(latencies, 0.5).toFixed(2).padStart(10),
        percentile(latencies, 0.99).toFixed(2).padStart(9),
      ];
      console.log(`${name.padEnd(26)} ${server.name.padEnd(10)} ${figures.join(" ")}`);
      one.destroy();
    }
  }
}

async function run(client, command, count) {
  const latencies = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      const started = performance.now();
      await client.send(command(index));
      latencies.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { latencies, perSecond: count / ((performance.now() - started) / 1000) };
}
