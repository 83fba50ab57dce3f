// Sends ready-made requests with some in flight and keeps the time of each.
import { Agent, request } from "node:http";

/** Resolves with the latencies in milliseconds; any status but 200 ends the run. */
export async function load({ host, port, requests, inFlight }) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const latencies = [];
  let next = 0;
  const worker = async () => {
    while (next < requests.length) {
      const one = requests[next++];
      const started = performance.now();
      await send({ host, port, agent, one });
      latencies.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { latencies, perSecond: requests.length / seconds };
}

function send({ host, port, agent, one }) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host, port, method: "POST", path: "/", agent, headers: one.headers }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        if (incoming.statusCode !== 200) text += chunk;
      });
      incoming.on("end", () =>
        incoming.statusCode === 200 ? resolve() : reject(new Error(`${incoming.statusCode}: ${text.slice(0, 300)}`)),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(one.body);
  });
}
