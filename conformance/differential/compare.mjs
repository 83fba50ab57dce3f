// npm run differential: random small policies and requests, decided by the kernel and by iam-simulate in a process of its own.
// Every disagreement must be a known fault of the peer. COUNT (100,000), SEED (3).
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { bundlePolicy } from "../../tools/bundle-policy.mjs";
import { loadPeer, peerInstallation } from "../../tools/peers.mjs";
import { createRandom } from "../../tools/random.mjs";
import { knownFaults } from "./known-faults.mjs";
import { createQuestions } from "./questions.mjs";

const count = Number(process.env.COUNT ?? 100_000);
const batch = 500;
if ((await loadPeer("@cloud-copilot/iam-simulate")) === undefined) throw new Error(`first: ${peerInstallation}`);
const { parsePolicy, compilePolicy, decide } = await bundlePolicy();
const ask = createQuestions(createRandom(Number(process.env.SEED ?? 3)));
const peer = spawn(process.execPath, [fileURLToPath(new URL("peer.mjs", import.meta.url))], {
  stdio: ["pipe", "pipe", "inherit"],
});
const replies = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();

function compile(document, kind) {
  const parsed = parsePolicy(JSON.stringify(document), { kind });
  if (parsed.kind === "malformed") throw new Error(`${parsed.message}: ${JSON.stringify(document)}`);
  return compilePolicy(parsed.policy, kind);
}

function decideHere({ principal, request, account, identity, resource, boundary, scp }) {
  const policies = {
    identity: identity.map((policy) => compile(policy, "identity")),
    ...(resource && { resource: compile(resource, "resource") }),
    ...(boundary && { boundary: compile(boundary, "boundary") }),
    ...(scp && { scps: [[compile(scp, "scp")]] }),
  };
  return decide({ principal, request: { ...request, resourceAccount: account }, policies }).outcome;
}

const groups = new Map();
const unknown = [];
const outcomes = {};
let agreed = 0;
let refused = 0;

function judge(question, theirs) {
  const ours = decideHere(question);
  outcomes[ours] = (outcomes[ours] ?? 0) + 1;
  // Where the peer refuses the question there is nothing to compare.
  if (theirs.startsWith("error")) return void refused++;
  if (ours === theirs.replace("Explicitly", "Explicit").replace("Implicitly", "Implicit").replace("Denied", "Deny"))
    return void agreed++;
  const fault = Object.keys(knownFaults).find((name) => knownFaults[name](question));
  if (fault === undefined) unknown.push({ ours, theirs, question });
  else groups.set(fault, (groups.get(fault) ?? 0) + 1);
}

for (let done = 0; done < count; done += batch) {
  const questions = Array.from({ length: Math.min(batch, count - done) }, ask);
  peer.stdin.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
  for (const question of questions) judge(question, (await replies.next()).value);
}
peer.stdin.end();
console.log(`${count} questions (${JSON.stringify(outcomes)}): ${agreed} agree, ${refused} the peer refuses to answer`);
for (const [fault, times] of groups) console.log(`${String(times).padStart(7)}  peer: ${fault}`);
console.log(`${String(unknown.length).padStart(7)}  unknown`);
for (const { ours, theirs, question } of unknown.slice(0, Number(process.env.SHOW ?? 5)))
  console.log(`ours ${ours}, theirs ${theirs}: ${JSON.stringify(question)}`);
process.exitCode = unknown.length === 0 ? 0 : 1;
